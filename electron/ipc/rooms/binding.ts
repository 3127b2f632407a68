import * as z from 'zod'
import { cardNo, challenge, userName } from './preparation.ts'
import { nothing, pin, short, text } from './shapes.ts'

export const cardBinding = z.object({
  userName: short,
  personName: short,
  cardNo: short,
  holder: short,
  company: short,
  kind: z.enum(['operator', 'legal', 'unknown']),
  serial: short,
  notBefore: short,
  notAfter: short,
  boundAt: short,
  /** Empty while it is bound. */
  unboundAt: short,
  reason: text,
})

/** Cards and the users they belong to. An operator sees and binds his own, the administrator everybody's. */
export const binding = {
  list: { input: nothing, output: z.array(cardBinding) },
  /** For whom the card in the reader is to be bound; the text names user, company and card. */
  challenge: { input: z.strictObject({ userName }), output: challenge },
  /** With a reason, the card that the user has now is unbound in the same step (rebind). */
  bind: {
    input: z.strictObject({ challengeId: short, pin, reason: short.optional() }),
    output: z.array(cardBinding),
  },
  unbind: { input: z.strictObject({ cardNo, reason: z.string().min(1).max(200) }), output: z.array(cardBinding) },
} as const
