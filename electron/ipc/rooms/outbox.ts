import * as z from 'zod'
import { done, id, nothing, short, state, text } from './shapes.ts'

const trouble = z.object({ code: short, what: text, why: text, todo: text })

export const outbox = {
  /** What was handed over and has no answer yet: why it waits, and when it is tried next. */
  view: {
    input: nothing,
    output: z.object({
      paused: z.boolean(),
      way: z.enum(['http', 'folders']),
      /** Why nothing goes out, and why nothing comes in; `null` when it works. */
      sending: trouble.nullable(),
      receiving: trouble.nullable(),
      /** When the other side last answered; empty before it did. */
      lastContact: short,
      /** When sending is tried next; empty when nothing is planned. */
      nextTry: short,
      rows: z.array(
        z.object({
          id,
          customer: short,
          billNo: short,
          clientSeqNo: short,
          state,
          /** State of the message, in its word. */
          stage: short,
          /** Why it waits, in one sentence; empty when it is on its way. */
          why: text,
          attempts: z.number(),
          nextTry: short,
          withdrawable: z.boolean(),
        }),
      ),
      /** Files of InBox that are left where they lie. */
      strangers: z.array(z.object({ name: short, why: short })),
      /** The folders of the import client and whether it seems to work; empty on the other way. */
      client: z.array(z.object({ name: short, ok: z.boolean(), text })),
    }),
  },
  pause: { input: z.strictObject({ paused: z.boolean() }), output: done },
  /** Tries now, whatever pause was planned. */
  wake: { input: nothing, output: done },
} as const
