/** Where the rules come from, written once. A rule names one or more of these and, where it has one, its notice. */
export const sources = {
  guide: '2018 entry guide of the customs statistics department (105 items)',
  filling: 'GACC 2018 No. 60 filling rules',
  schema: 'message schema of GACC 2018 No. 67',
  notes: 'current field notes of the declaration message',
  processing: 'checks of a processing-trade filing program (2005-2014)',
  programs: 'checks in public programs',
  practice: 'trade practice, not found in a stored text',
} as const
