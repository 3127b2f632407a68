import * as z from 'zod'
import { done, nothing, short, text } from './shapes.ts'

export const app = {
  info: {
    input: nothing,
    output: z.object({
      version: short,
      electron: short,
      chrome: short,
      node: short,
      sqlite: short,
      /** `official` or `fallback`: which Electron runtime set-up chose. */
      runtime: short,
      practice: z.boolean(),
      /** How filings leave the house. */
      way: z.enum(['http', 'folders']),
      siteName: short,
      /** Today as the desk sees it, yyyy-MM-dd. */
      today: short,
      encryption: z.boolean(),
    }),
  },
  restart: { input: nothing, output: done },
  /** A secret is being typed: screen captures and remote screens do not get to see the window meanwhile. */
  shield: { input: z.strictObject({ on: z.boolean() }), output: done },
  reportError: { input: z.strictObject({ message: text, where: text }), output: done },
} as const
