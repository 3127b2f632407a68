import * as z from 'zod'
import { cardStatus, id, pin, short, text } from './shapes.ts'

export const signItem = z.object({
  id,
  /** The customer. */
  title: short,
  /** Number of the contract, else of the bill of lading. */
  number: short,
  clientSeqNo: short,
  /** SM3 of the signed text, hex. */
  digest: short,
  /** Human summary: label → value. */
  facts: z.array(z.object({ label: short, value: text })),
  /** Exactly the text that is signed. */
  signedText: z.string(),
  /** What stands against this declaration; empty when nothing does. */
  refusals: z.array(text),
})

export const signing = {
  prepare: {
    input: z.strictObject({ ids: z.array(id).min(1).max(500) }),
    output: z.object({
      items: z.array(signItem),
      /** Why the card of the moment signs nothing here; empty when it can. */
      against: z.array(text),
      /** What should be seen to first, though it stops nothing: the clock. */
      cautions: z.array(text),
      card: cardStatus,
    }),
  },
  sign: {
    /** The PIN travels once, as bytes, and is zeroed at each hop. `digests` pins what the clerk saw. */
    input: z.strictObject({
      items: z
        .array(z.strictObject({ id, digest: short }))
        .min(1)
        .max(500),
      pin,
      /** Card that the clerk saw beside the field of the PIN. */
      cardNo: short,
    }),
    output: z.object({
      items: z.array(z.object({ id, outcome: z.enum(['signed', 'skipped', 'refused']), text })),
      card: cardStatus,
    }),
  },
} as const
