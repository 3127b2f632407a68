import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'

/** Longest text of a fact; what is longer does not belong here. */
const longest = 300
const text = z.string().max(longest)

/** One entry of the trail as it is stored and exported. */
export const auditEntrySchema = z.strictObject({
  /** 1, 2, 3 … without a gap. */
  n: z.number().int().min(1),
  /** Moment, UTC in ISO form. */
  at: text,
  /** Clerk as named in the settings, and the user of the system; empty for what the program does by itself. */
  who: text,
  login: text,
  /** Number of the card with which it was done; for deeds without a card, the one named in the settings. */
  card: text,
  deed: text,
  /** Our number of the declaration, name of the site, or empty. */
  subject: text,
  facts: z.record(z.string().max(40), z.union([text, z.number(), z.boolean()])),
  /** Hash of the entry before; that of the first is `firstHash`. */
  previous: z.string().regex(/^[0-9a-f]{64}$/),
})

export type AuditEntry = z.output<typeof auditEntrySchema>

/** What stands before the first entry. */
export const firstHash = '0'.repeat(64)

/** The one text of an entry: fixed order of members, facts by name. Its UTF-8 bytes are what is hashed. */
export function entryText({ n, at, who, login, card, deed, subject, facts, previous }: AuditEntry): string {
  const sorted = Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)))
  return JSON.stringify({ n, at, who, login, card, deed, subject, facts: sorted, previous })
}

/** SHA-256 of a text in UTF-8, hex. */
export const hashText = (content: string): string => bytesToHex(sha256(utf8ToBytes(content)))

/** The entry of a text, or `undefined` when it is not exactly the one text of an entry. */
export function readEntry(content: string): AuditEntry | undefined {
  try {
    const parsed = auditEntrySchema.safeParse(JSON.parse(content))
    return parsed.success && entryText(parsed.data) === content ? parsed.data : undefined
  } catch {
    // Not JSON at all: no entry either.
    return undefined
  }
}
