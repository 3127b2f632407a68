/** Practice cards that a clerk may put into the practice reader, by the name of their file. */
export const practiceCards = ['operator', 'second', 'legal', 'entry', 'expired', 'stranger', 'other', 'rsa'] as const
