/** States of the line reader → card → certificate → operator, as the status bar shows it. */
export const cardStates = [
  'noService',
  'noReader',
  'noCard',
  'reading',
  'unknownCard',
  'busy',
  'mute',
  'certificateBad',
  'certificateExpired',
  'certificateNotYet',
  'blocked',
  'ready',
  'signing',
  'stopped',
] as const

export type CardState = (typeof cardStates)[number]
