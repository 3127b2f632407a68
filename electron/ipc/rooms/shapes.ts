import * as z from 'zod'
import { cardStates, cardSteps } from '../../../domain/states/card.ts'
import { declarationStates, type DeclarationState } from '../../../domain/states/declaration.ts'

/** Shapes that several rooms of the bridge use. */
export const id = z.string().min(1).max(64)
export const nothing = z.strictObject({})
export const text = z.string().max(4000)
export const short = z.string().max(200)
export const done = z.strictObject({})
export const state = z.enum(Object.keys(declarationStates) as [DeclarationState, ...DeclarationState[]])
export const ieFlag = z.enum(['I', 'E'])

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** What a list is narrowed to; a day is one of the desk's own calendar, both ends belong to it. */
export const listFilter = z.strictObject({
  states: z.array(state).max(30).optional(),
  text: short.optional(),
  ieFlag: ieFlag.optional(),
  from: day.optional(),
  to: day.optional(),
  marked: z.boolean().optional(),
})

export const summary = z.object({
  id,
  ieFlag,
  state,
  /** Our own number, 18 characters, ClientSeqNo of the message. */
  clientSeqNo: short,
  customer: short,
  billNo: short,
  contractNo: short,
  tradeMode: short,
  lines: z.number(),
  /** 统一编号 and 海关编号 once receipts brought them. */
  seqNo: short,
  entryId: short,
  rev: z.number(),
  createdAt: short,
  updatedAt: short,
  /** Red and yellow findings at the last save. */
  errors: z.number(),
  warnings: z.number(),
  /** Marked by the clerk to be found again. */
  marked: z.boolean(),
})

export const cardStatus = z.object({
  state: z.enum(cardStates),
  backend: z.enum(['virtual', 'pcsc', 'eport', 'skf']),
  /** Broken link in Chinese: one sentence, the label of the one button, and what it does. */
  sentence: text,
  action: text,
  step: z.enum(cardSteps),
  reader: short,
  cardNo: short,
  holder: short,
  company: short,
  copCode: short,
  kind: z.enum(['operator', 'legal', 'unknown']),
  rights: z.array(z.enum(['entry', 'declare'])),
  notBefore: short,
  notAfter: short,
  algorithm: z.enum(['SM2', 'RSA', 'unknown']),
  /** Tries left; -1 unknown, 0 blocked. */
  triesLeft: z.number(),
  /** What the clerk should know although all works: tries lost, certificate about to end, factory PIN. */
  notice: text.optional(),
})

/** A PIN as bytes. The card itself says which lengths it takes. */
export const pin = z.instanceof(Uint8Array).refine((bytes) => bytes.length >= 1 && bytes.length <= 16)
