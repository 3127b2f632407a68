import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import * as z from 'zod'

const schema = z.strictObject({
  version: z.literal(1),
  name: z.string(),
  /** Number printed on the card body; not the 13-character card number. */
  chipNo: z.string(),
  cardNo: z.string(),
  holder: z.string(),
  company: z.string(),
  algorithm: z.enum(['SM2', 'RSA']),
  privateKey: z.string(),
  /** DER in base64. */
  certificate: z.string(),
  pin: z.string(),
  maxTries: z.number().int(),
  triesLeft: z.number().int(),
})

/** Everything that a practice card remembers without power. */
export type CardFile = z.output<typeof schema>

/** Writes a file so that a reader sees the old or the new one whole, never a part. */
export function writeWhole(path: string, content: string): void {
  const draft = `${path}.${process.pid}.new`
  const file = openSync(draft, 'w', 0o600)
  try {
    writeSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
}

/** Reads a card file; throws when it is none, because a practice folder is ours. */
export const readCardFile = (path: string): CardFile => schema.parse(JSON.parse(readFileSync(path, 'utf8')))

/** Writes it through to the disk: tries left must survive a pulled card. */
export const writeCardFile = (path: string, card: CardFile): void =>
  writeWhole(path, `${JSON.stringify(card, undefined, 2)}\n`)
