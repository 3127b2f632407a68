import * as z from 'zod'
import { cardStatus, id, pin, short, text } from './shapes.ts'

export const signItem = z.object({
  id,
  title: short,
  clientSeqNo: short,
  /** SM3 of the signed text, hex. */
  digest: short,
  /** Human summary: label → value. */
  facts: z.array(z.object({ label: short, value: text })),
  /** Exactly the text that is signed. */
  signedText: z.string(),
  /** Why it cannot be signed; empty when it can. */
  refusals: z.array(text),
})

export const signing = {
  prepare: {
    input: z.strictObject({ ids: z.array(id).min(1).max(500) }),
    output: z.object({ items: z.array(signItem), card: cardStatus }),
  },
  sign: {
    /** The PIN travels once, as bytes, and is zeroed at each hop. `digests` pins what the clerk saw. */
    input: z.strictObject({
      items: z
        .array(z.strictObject({ id, digest: short }))
        .min(1)
        .max(500),
      pin,
    }),
    output: z.object({
      items: z.array(z.object({ id, outcome: z.enum(['signed', 'skipped', 'refused']), text })),
      card: cardStatus,
    }),
  },
} as const
