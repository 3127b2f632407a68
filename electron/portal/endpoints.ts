/** Every path of the contract, relative to the base address. No other file spells one. */
export const endpoints = {
  declarations: '/declarations',
  declaration: (clientSeqNo: string): string => `/declarations/${encodeURIComponent(clientSeqNo)}`,
  receipts: (after: string, waitSeconds: number): string =>
    `/receipts?after=${encodeURIComponent(after)}&wait=${Math.trunc(waitSeconds)}`,
  time: '/time',
  practiceSettings: '/practice/settings',
  practiceDeclarations: '/practice/declarations',
  practiceOutcome: (clientSeqNo: string): string => `/practice/declarations/${encodeURIComponent(clientSeqNo)}/outcome`,
  practiceMembers: '/practice/members',
  practiceNotices: '/practice/notices',
} as const
