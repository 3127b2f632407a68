import * as z from 'zod'
import { wizardKinds, wizardStates } from '../../../domain/states/wizard.ts'
import { stepText } from './preparation.ts'
import { done, id, short, text } from './shapes.ts'

const kind = z.enum(wizardKinds)
const stepName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

export const wizardSummary = z.object({
  id,
  kind,
  /** Part of the kind: application kind, card kind …; chosen when it is made. */
  variant: short,
  title: short,
  state: z.enum(wizardStates),
  /** Refusal of the authority or of the portal, or why it waits. */
  reason: text,
  step: short,
  rev: z.number(),
  createdAt: short,
  updatedAt: short,
})

export const wizard = wizardSummary.extend({
  /** Everything that was typed, by section and element; secrets never cross (`withoutSecrets`). */
  text: stepText,
  /** State of each step. */
  steps: z.record(stepName, z.enum(['open', 'done', 'problem'])),
  files: z.array(z.object({ id, kind: short, name: short, bytes: z.number() })),
})

export const wizards = {
  /** Drafts, newest first; those that are done come last. */
  list: { input: z.strictObject({ kind: kind.optional() }), output: z.array(wizardSummary) },
  /** A new draft; what is known already (account, kept qualification, earlier drafts) is filled in. */
  create: { input: z.strictObject({ kind, variant: short.optional(), text: stepText.optional() }), output: wizard },
  open: { input: z.strictObject({ id }), output: wizard },
  /** Refuses `store.stale` when `rev` is not the newest, `wizards.notEditable` while it is on its way. */
  save: {
    input: z.strictObject({
      id,
      rev: z.number().int(),
      text: stepText,
      step: short,
      steps: z.record(stepName, z.enum(['open', 'done', 'problem'])),
      /** The clerk has finished it offline: shown as `ready`. */
      ready: z.boolean().optional(),
    }),
    output: z.object({ rev: z.number(), savedAt: short }),
  },
  remove: { input: z.strictObject({ id }), output: done },
  /** Main's dialog picks a PDF or picture; `kind` is the id of a `Paper`. Answers `null` when it was closed. */
  attach: { input: z.strictObject({ id, kind: z.string().regex(/^[a-z0-9-]{1,20}$/) }), output: wizard.nullable() },
  detach: { input: z.strictObject({ id, paperId: id }), output: wizard },
  /** Saves the kept bytes of a paper where main's dialog says. */
  savePaper: { input: z.strictObject({ id, paperId: id }), output: z.object({ saved: z.boolean() }) },
} as const
