import * as z from 'zod'
import { signEncodings, type SignEncoding } from '../../../domain/message/sign-text.ts'
import { done, nothing, short } from './shapes.ts'

export const company = z.strictObject({
  agentCode: short,
  agentCodeScc: short,
  agentName: short,
  copCode: short,
  copCodeScc: short,
  copName: short,
  typistNo: short,
  inputerName: short,
  declareName: short,
  declarantNo: short,
  phone: short,
})

/** What no public text states of the signed text (`domain/message/sign-text`). */
export const signForm = z.strictObject({
  /** Stands between two values; may be empty. No control characters: a challenge begins with one. */
  separator: z
    .string()
    .max(4)
    .regex(/^\P{Cc}*$/u),
  encoding: z.enum(Object.keys(signEncodings) as [SignEncoding, ...SignEncoding[]]),
})

export const settings = {
  get: {
    input: nothing,
    output: z.object({ company, signing: signForm, theme: z.enum(['light', 'dark', 'system']) }),
  },
  save: {
    input: z.strictObject({
      company: company.optional(),
      signing: signForm.optional(),
      theme: z.enum(['light', 'dark', 'system']).optional(),
    }),
    output: done,
  },
} as const
