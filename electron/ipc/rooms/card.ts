import * as z from 'zod'
import { cardStatus, nothing, pin } from './shapes.ts'

export const card = {
  status: { input: nothing, output: cardStatus },
  /** Looks again at cards that do not work: the one button of the card line. */
  refresh: { input: nothing, output: cardStatus },
  /** One presentation of the old PIN. Both travel once, as bytes, and are zeroed at each hop. */
  changePin: { input: z.strictObject({ old: pin, next: pin }), output: cardStatus },
} as const
