/** What a receipt means for the clerk, the urgent first. */
export const receiptKinds = [
  'refused',
  'inspecting',
  'taxDue',
  'unreadable',
  'strange',
  'released',
  'closed',
  'progress',
] as const
