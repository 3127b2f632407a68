import * as z from 'zod'
import { stepTitles, type StepEvent } from '../../../domain/states/review.ts'
import { done, id, nothing, short, summary, text } from './shapes.ts'

const name = z.string().trim().min(1).max(32)

const step = z.object({
  at: short,
  event: z.enum(Object.keys(stepTitles) as [StepEvent, ...StepEvent[]]),
  who: short,
  rev: z.number(),
  note: text,
})

const comment = z.object({
  id,
  path: short,
  text,
  who: short,
  at: short,
  rev: z.number(),
  resolvedBy: short,
  resolvedAt: short,
})

/** The people of one desk, and the four eyes on a declaration before it is signed. */
export const team = {
  get: {
    input: nothing,
    output: z.object({ people: z.array(short), who: short, reviewRequired: z.boolean() }),
  },
  save: {
    input: z.strictObject({
      people: z.array(name).max(30).optional(),
      who: name.optional(),
      reviewRequired: z.boolean().optional(),
    }),
    output: done,
  },
  /** Steps and comments of one declaration; `makers` may not review it. */
  about: {
    input: z.strictObject({ id }),
    output: z.object({ steps: z.array(step), comments: z.array(comment), makers: z.array(short) }),
  },
  step: {
    input: z.strictObject({
      id,
      rev: z.number().int(),
      event: z.enum(['make', 'askReview', 'approve', 'sendBack']),
      note: z.string().max(500),
    }),
    output: summary,
  },
  comment: {
    input: z.strictObject({
      id,
      /** A field as the rules name it; empty for the whole declaration. */
      field: z
        .string()
        .max(120)
        .regex(/^[\w.]*$/),
      text: z.string().trim().min(1).max(500),
    }),
    output: done,
  },
  resolve: { input: z.strictObject({ id, commentId: id }), output: done },
} as const
