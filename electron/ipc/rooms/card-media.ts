import * as z from 'zod'
import { application, cardNo, challenge, handedIn, paper } from './preparation.ts'
import { done, id, nothing, pin, short } from './shapes.ts'

const right = z.enum(['entry', 'declare'])

/** A card of the company as the portal knows it. */
export const issuedCard = z.object({
  cardNo: short,
  kind: z.enum(['operator', 'legal']),
  media: z.enum(['ic', 'ikey']),
  holder: short,
  rights: z.array(right),
  notBefore: short,
  notAfter: short,
  /** Whole days until the last day; negative when it is over. */
  daysLeft: z.number(),
  /** The warning that is due: 90, 30 or 7 days ahead, or over. */
  renewal: z.enum(['none', 'in90', 'in30', 'in7', 'over']),
  /** User that it is bound to; empty when to nobody. */
  userName: short,
})

export const cardMedia = {
  submit: { input: z.strictObject({ draftId: id, rev: z.number().int() }), output: handedIn },
  /** Saves a paper of an application as the authority has it, where main's dialog says. */
  paper,
  withdraw: { input: z.strictObject({ draftId: id }), output: done },
  list: { input: nothing, output: z.array(application) },
  refresh: { input: nothing, output: z.array(application) },
  /** Cards of the company; as last known when the portal cannot be reached. */
  cards: { input: nothing, output: z.array(issuedCard) },
  /** The rights that an operator card is to have from now on (none: withdrawn), to be signed by the legal-person card. */
  grantChallenge: { input: z.strictObject({ cardNo, rights: z.array(right).max(2) }), output: challenge },
  grant: { input: z.strictObject({ challengeId: short, pin }), output: z.array(issuedCard) },
} as const
