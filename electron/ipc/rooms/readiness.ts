import * as z from 'zod'
import { short, text } from './shapes.ts'

const right = z.enum(['customs', 'inspection'])

/** What to do next, as data: the page chooses the words of the button. */
export const nextStep = z.object({
  action: z.enum([
    'register',
    'finishRegistration',
    'login',
    'fetchQualification',
    'qualify',
    'supplement',
    'correctQualification',
    'waitForReview',
    'applyCard',
    'renewCard',
    'bindCard',
    'activate',
    'addDeclarant',
    'none',
  ]),
  /** Draft to go on with; empty when a new one is to be made. */
  draftId: short,
  userName: short,
  cardNo: short,
})

export const readiness = {
  /** One board. `refresh`: ask the portal first; without a line the board of the last time is shown with its date. */
  get: {
    input: z.strictObject({ refresh: z.boolean() }),
    output: z.object({
      /** When the portal was last asked; empty: never. */
      asOf: short,
      /** Why the portal was not asked now; `null` when it was, or when nobody wanted it. */
      trouble: z.object({ code: short, what: text, why: text, todo: text }).nullable(),
      loggedIn: z.boolean(),
      role: z.enum(['administrator', 'operator', 'nobody']),
      company: z.object({
        name: short,
        creditCode: short,
        account: z.enum(['none', 'draft', 'ready', 'registered']),
        qualification: z.enum(['none', 'draft', 'waiting', 'reviewing', 'refused', 'filed', 'cancelled']),
        /** What it holds; one of the two alone has to be supplemented. */
        rights: z.array(right),
        unitKinds: z.array(short),
        validUntil: short,
        /** Why the last application was refused. */
        reason: text,
        legalCard: z.object({ state: z.enum(['none', 'applied', 'issued', 'bound']), cardNo: short, notAfter: short }),
        next: nextStep,
      }),
      people: z.array(
        z.object({
          userName: short,
          personName: short,
          role: z.enum(['administrator', 'operator']),
          account: z.enum(['invited', 'active', 'disabled']),
          card: z.object({
            state: z.enum(['none', 'applied', 'issued', 'bound']),
            cardNo: short,
            kind: z.enum(['operator', 'legal']),
            notAfter: short,
            renewal: z.enum(['none', 'in90', 'in30', 'in7', 'over']),
          }),
          /** Rights that he has as a declarant on file. */
          rights: z.array(right),
          /** Rights of his card. */
          cardRights: z.array(z.enum(['entry', 'declare'])),
          next: nextStep,
        }),
      ),
    }),
  },
} as const
