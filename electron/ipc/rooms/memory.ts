import * as z from 'zod'
import { copyParts, type CopyPart } from '../../../domain/fields/copy-parts.ts'
import { done, id, ieFlag, nothing, short, text } from './shapes.ts'

export const parts = z.array(z.enum(Object.keys(copyParts) as [CopyPart, ...CopyPart[]])).max(20)
const values = z.record(z.string(), z.string())

/** What is not typed twice: templates, heads and goods of earlier declarations. */
export const memory = {
  templates: {
    input: nothing,
    output: z.array(z.object({ id, name: short, ieFlag, customer: short, lines: z.number(), usedAt: short })),
  },
  saveTemplate: { input: z.strictObject({ id, name: z.string().trim().min(1).max(60), parts }), output: done },
  removeTemplate: { input: z.strictObject({ id }), output: done },
  fromTemplate: { input: z.strictObject({ id }), output: z.object({ id }) },
  /** Head fields of the customer's last finished declaration; `null` when there is none. */
  head: {
    input: z.strictObject({ id, customer: z.string().min(1).max(200), ieFlag }),
    output: z.object({ from: short, values }).nullable(),
  },
  goods: {
    input: z.strictObject({ customer: short, text: short }),
    output: z.array(
      z.object({ customer: short, name: text, codeTs: short, times: z.number(), usedAt: short, line: values }),
    ),
  },
} as const
