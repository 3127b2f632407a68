import * as z from 'zod'
import { cardStatus, nothing, pin, short, text } from './shapes.ts'

/** The certificate of the card in the line, for the clerk who is told that it cannot be used. */
export const certificateView = z.object({
  holder: short,
  company: short,
  cardNo: short,
  copCode: short,
  issuer: text,
  serial: short,
  notBefore: short,
  notAfter: short,
  algorithm: short,
  /** Why it cannot be used and what to do; empty for a good one. */
  why: text,
  todo: text,
})

export const card = {
  status: { input: nothing, output: cardStatus },
  /** Looks again at cards that do not work: the button of the card line. */
  refresh: { input: nothing, output: cardStatus },
  /** Every reader with what lies in it. */
  list: { input: nothing, output: z.object({ cards: z.array(cardStatus) }) },
  /** Whose card the line shows when several lie in the readers: by card number, never by reader. */
  choose: { input: z.strictObject({ cardNo: short }), output: cardStatus },
  certificate: { input: nothing, output: certificateView },
  /** Token libraries of the allow-list for this system; `path` is empty where one is not installed. */
  libraries: {
    input: nothing,
    output: z.object({ libraries: z.array(z.object({ id: short, label: short, path: text })) }),
  },
  /** Starts the control of the electronic port by its own address; `started` false where this system cannot. */
  startControl: { input: nothing, output: z.object({ started: z.boolean() }) },
  /** One presentation of the old PIN. Both travel once, as bytes, and are zeroed at each hop. */
  changePin: { input: z.strictObject({ old: pin, next: pin, cardNo: short }), output: cardStatus },
} as const
