import type { Step } from '../../domain/fields/step.ts'
import { stepOfPath } from '../../domain/rules/preparation/check-steps.ts'
import type { Finding } from '../../domain/rules/rule.ts'
import type { WizardState } from '../../domain/states/wizard.ts'

/** `open`: not been through yet. `problem`: been through, something red is left. `done`: been through, nothing red. */
export type StepState = 'open' | 'problem' | 'done'

/** Red findings of each step, by its id. */
export function redBySteps(steps: readonly Step[], findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { path, severity } of findings) {
    if (severity !== 'error') continue
    const step = stepOfPath(steps, path)
    counts.set(step, (counts.get(step) ?? 0) + 1)
  }
  return counts
}

/**
 * State of each step.
 * @param passed steps that the clerk has left at least once
 */
export function stepStates(
  steps: readonly Step[],
  findings: readonly Finding[],
  passed: ReadonlySet<string>,
): Record<string, StepState> {
  const red = redBySteps(steps, findings)
  const stateOf = (id: string): StepState => {
    if (!passed.has(id)) return 'open'
    return (red.get(id) ?? 0) > 0 ? 'problem' : 'done'
  }
  return Object.fromEntries(steps.map(({ id }) => [id, stateOf(id)]))
}

/** State of the steps without fields: papers are there, the whole was handed in. */
export const furtherStates = (
  draft: { readonly state: WizardState; readonly files: readonly unknown[] } | undefined,
): Record<string, StepState> => ({
  papers: draft !== undefined && draft.files.length > 0 ? 'done' : 'open',
  send: draft?.state === 'sent' || draft?.state === 'done' ? 'done' : 'open',
})
