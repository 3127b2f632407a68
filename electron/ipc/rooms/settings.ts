import * as z from 'zod'
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

export const settings = {
  get: {
    input: nothing,
    output: z.object({ company, signSeparator: short, theme: z.enum(['light', 'dark', 'system']) }),
  },
  save: {
    input: z.strictObject({
      company: company.optional(),
      signSeparator: short.optional(),
      theme: z.enum(['light', 'dark', 'system']).optional(),
    }),
    output: done,
  },
} as const
