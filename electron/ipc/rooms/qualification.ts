import * as z from 'zod'
import { application, handedIn, paper, stepText } from './preparation.ts'
import { done, id, nothing, short, text } from './shapes.ts'

/** What the authority has on file of the company. */
export const filedQualification = z.object({
  creditCode: short,
  companyName: short,
  customsCode: short,
  inspectionCode: short,
  rights: z.array(z.enum(['customs', 'inspection'])),
  /** Codes of `unitKinds`. */
  unitKinds: z.array(short),
  /** Last day, yyyy-MM-dd; empty: without end. */
  validUntil: short,
  filedAt: short,
  cancelled: z.boolean(),
  /** Everything that was filed, with the names of the wizard. */
  text: stepText,
})

const kept = z.object({
  record: filedQualification,
  fetchedAt: short,
  /** Where it came from: name of the site. */
  source: short,
  /** Against the fetch before: path of the field, the values as text. */
  differences: z.array(z.object({ path: short, before: text, after: text })),
})

export const qualification = {
  /** Asks the portal for the record of the own company and keeps it; `null`: there is none. */
  fetch: { input: nothing, output: kept.nullable() },
  /** What was fetched last; works offline. */
  kept: { input: nothing, output: kept.nullable() },
  /** Fills the company of the settings (used by every new declaration) from the kept record. */
  useForDeclarations: { input: nothing, output: done },
  /** Hands the draft in: at once when the line stands, else as soon as it is back; exactly once. */
  submit: { input: z.strictObject({ draftId: id, rev: z.number().int() }), output: handedIn },
  /** Saves a paper of an application as the authority has it, where main's dialog says. */
  paper,
  /** Takes one back that is still `waiting`. */
  withdraw: { input: z.strictObject({ draftId: id }), output: done },
  /** Applications, newest first, as last known. */
  list: { input: nothing, output: z.array(application) },
  /** The same after asking the portal. */
  refresh: { input: nothing, output: z.array(application) },
} as const
