import * as z from 'zod'
import type { components } from './generated/types.ts'

/**
 * The JSON of the portal contract as schemas: the client checks every answer with them, the practice portal every
 * question. They say the same as openapi.yaml; a test compares the two.
 */
const clientSeqNo = z.string().regex(/^[A-Za-z0-9]{18}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const cursor = z.string().regex(/^[A-Za-z0-9-]{0,64}$/)

export const problemSchema = z.strictObject({ code: z.string().max(64), message: z.string().max(500) })

export const heldStates = [
  'saved',
  'filed',
  'stored',
  'examined',
  'inspecting',
  'taxDue',
  'released',
  'closed',
  'refused',
] as const

export const heldSchema = z.strictObject({
  clientSeqNo,
  state: z.enum(heldStates),
  seqNo: z.string().max(18),
  entryId: z.string().max(18),
  bodySha256: sha256,
  version: z.int().min(1).max(1000),
})

export const receiptItemSchema = z.strictObject({
  id: z.string().min(1).max(64),
  fileName: z.string().max(200),
  content: z.string().max(1_400_000),
})

export const receiptPageSchema = z.strictObject({ cursor, items: z.array(receiptItemSchema).max(100) })

export const portalTimeSchema = z.strictObject({
  now: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
})

export const outcomes = ['release', 'refuse', 'inspect', 'tax'] as const
export const faults = ['none', 'portal-down', 'answer-lost', 'slow', 'busy'] as const

const reason = z.string().max(200)
const speed = z.number().min(0).max(3600)

export const practiceSettingsSchema = z.strictObject({
  outcome: z.enum(outcomes),
  reason,
  speed,
  fault: z.enum(faults),
  review: z.enum(['approve', 'refuse']),
  reviewReason: reason,
})
export const practiceChangeSchema = practiceSettingsSchema.partial()
export const steeringSchema = z.strictObject({ outcome: z.enum(outcomes), reason: reason.optional() })
export const filingsSchema = z.strictObject({ items: z.array(heldSchema) })

export const beginningSchema = z.strictObject({ from: z.enum(['ready', 'nothing', 'single']) })
export const noticesSchema = z.strictObject({
  items: z
    .array(z.strictObject({ at: z.string().max(30), to: z.string().max(40), text: z.string().max(300) }))
    .max(100),
})

/** Query of the receipts and headers of a filing. */
export const receiptsQuerySchema = z.strictObject({
  after: cursor.default(''),
  wait: z.coerce.number().int().min(0).max(60).default(0),
})
export const clientSeqNoSchema = clientSeqNo
export const bodyHashSchema = sha256

type Schemas = components['schemas']
export type Held = Schemas['Held']
export type HeldState = Schemas['HeldState']
export type ReceiptItem = Schemas['ReceiptItem']
export type ReceiptPage = Schemas['ReceiptPage']
export type Problem = Schemas['Problem']
export type PracticeSettings = Schemas['PracticeSettings']
export type PracticeChange = Schemas['PracticeChange']
export type Outcome = Schemas['Outcome']
export type Fault = Schemas['Fault']
export type Beginning = z.output<typeof beginningSchema>
export type Notices = z.output<typeof noticesSchema>
export type Steering = Schemas['Steering']
