/** What one paper may weigh, bytes, and how many an application may have. Ours: one attachment of a declaration has 4 MB. */
export const paperLimits = { bytes: 4 * 1024 * 1024, count: 20 } as const

/** First bytes of the kinds of files that papers may be. */
const marks = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const

export type PaperKind = keyof typeof marks

/** What a file is by its first bytes, whatever its name says; `undefined` for anything else. Desk and portal both ask it. */
export const paperKind = (bytes: Uint8Array): PaperKind | undefined =>
  (Object.keys(marks) as PaperKind[]).find((kind) => marks[kind].every((byte, index) => bytes[index] === byte))
