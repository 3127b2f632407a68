import type { Step } from '../../../domain/fields/step.ts'
import type { StepText } from '../../../domain/fields/step-text.ts'
import { checkSteps } from '../../../domain/rules/preparation/check-steps.ts'
import type { StepRule } from '../../../domain/rules/preparation/step-rule.ts'
import { beijingDay } from '../beijing-time.ts'
import type { Problem } from './answer.ts'
import type { MemberParts } from './parts.ts'

/** What stops an application: the red findings of its own checks, secrets left out. Names of sections that no step has are refused. */
export function problemsOf(
  steps: readonly Step[],
  rules: readonly StepRule[],
  text: StepText,
  { codes, now }: Pick<MemberParts, 'codes' | 'now'>,
): Problem[] {
  const open = steps.map((step) => ({
    ...step,
    parts: step.parts.map((part) => ({ ...part, fields: part.fields.filter(({ secret }) => !secret) })),
  }))
  return checkSteps(open, rules, { text, day: beijingDay(now()), codes })
    .filter(({ severity }) => severity === 'error')
    .map(({ path, text: said }) => ({ path, text: said }))
}
