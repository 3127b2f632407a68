import * as z from 'zod'
import type { Failure } from '../../domain/result.ts'
import { cardStates, cardSteps } from '../../domain/states/card.ts'
import { backendKinds } from './card.ts'
import type { CardStatus } from './card-status.ts'

/** Messages between main and the card process. Both sides parse what they get; neither trusts the other's types. */

const id = z.string().min(1).max(64)
const text = z.string().max(4000)
const bytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array)
const pin = bytes.refine(({ length }) => length <= 64)
const failure: z.ZodType<Failure> = z.object({
  code: text,
  what: text,
  why: text,
  todo: text,
  detail: text.optional(),
})
const status: z.ZodType<CardStatus> = z.strictObject({
  state: z.enum(cardStates),
  backend: z.enum(backendKinds),
  sentence: text,
  action: text,
  step: z.enum(cardSteps),
  reader: text,
  cardNo: text,
  holder: text,
  company: text,
  copCode: text,
  kind: z.enum(['operator', 'legal', 'unknown']),
  rights: z.array(z.enum(['entry', 'declare'])),
  notBefore: text,
  notAfter: text,
  algorithm: z.enum(['SM2', 'RSA', 'unknown']),
  triesLeft: z.number(),
  notice: text,
})

/** What main asks. A PIN is in `sign` and `changePin` only, once each. */
export const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('want'), cardNo: text, holder: text }),
  z.strictObject({ type: z.literal('refresh') }),
  z.strictObject({
    type: z.literal('sign'),
    job: id,
    cardNo: text,
    pin,
    items: z.array(z.strictObject({ id, message: bytes })).max(500),
  }),
  z.strictObject({ type: z.literal('cancel'), job: id }),
  z.strictObject({ type: z.literal('changePin'), job: id, cardNo: text, old: pin, next: pin }),
  z.strictObject({
    type: z.literal('practice'),
    cardOut: z.boolean().optional(),
    card: text.optional(),
    profile: text.optional(),
    fault: text.optional(),
  }),
  z.strictObject({ type: z.literal('ping'), number: z.number() }),
  z.strictObject({ type: z.literal('stop') }),
])
export type CardRequest = z.output<typeof requestSchema>

/** What the card process tells. */
export const replySchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('view'),
    status,
    cards: z.array(z.strictObject({ status, certificate: bytes.optional() })),
  }),
  /** First message: PEM of the card authorities that are trusted. */
  z.strictObject({ type: z.literal('hello'), roots: z.array(z.string()) }),
  z.strictObject({
    type: z.literal('item'),
    job: id,
    item: z.union([
      z.strictObject({ id, outcome: z.literal('signed'), signature: z.string() }),
      z.strictObject({ id, outcome: z.enum(['skipped', 'refused']), failure }),
    ]),
  }),
  z.strictObject({ type: z.literal('done'), job: id, failure: failure.optional() }),
  z.strictObject({ type: z.literal('pong'), number: z.number() }),
])
export type CardReply = z.output<typeof replySchema>
