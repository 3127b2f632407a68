import * as z from 'zod'
import { done, nothing, short, text } from './shapes.ts'

export const diagnosticsStep = z.object({
  number: z.number(),
  name: short,
  state: z.enum(['good', 'warn', 'bad', 'skipped']),
  /** Code to quote; empty when all is well. */
  code: short,
  what: text,
  why: text,
  todo: text,
})

export const diagnostics = {
  /** Checks everything anew; takes a few seconds when the line does not answer. */
  check: { input: nothing, output: z.object({ at: short, steps: z.array(diagnosticsStep) }) },
  /** Puts numbers, names and codes of the last check on the clipboard, to be read out over the phone. */
  copy: { input: nothing, output: done },
  /** Checks, and writes one file for the support to a place that main's dialog names. It holds no company data. */
  support: { input: nothing, output: z.object({ saved: z.boolean() }) },
} as const
