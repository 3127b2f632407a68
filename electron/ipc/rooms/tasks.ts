import * as z from 'zod'
import { done, id, nothing, short, text } from './shapes.ts'

export const task = z.object({
  id,
  title: short,
  done: z.number(),
  total: z.number(),
  state: z.enum(['running', 'finished', 'cancelled', 'failed']),
  text,
})

export const tasks = {
  list: { input: nothing, output: z.array(task) },
  cancel: { input: z.strictObject({ id }), output: done },
} as const
