import { qualificationSteps } from '../fields/qualification/qualification.ts'
import { accountSteps, operatorStep } from '../fields/registration/account.ts'
import { cardMediaSteps } from '../fields/registration/card-media.ts'
import type { Step } from '../fields/step.ts'
import { accountRules } from '../rules/preparation/account.ts'
import { cardMediaRules } from '../rules/preparation/card-media.ts'
import { checkSteps } from '../rules/preparation/check-steps.ts'
import { qualificationRules } from '../rules/preparation/qualification.ts'
import type { StepContext, StepRule } from '../rules/preparation/step-rule.ts'
import type { Finding } from '../rules/rule.ts'
import { type FlatFields, textOfFlat } from './fields-of-text.ts'

/** A preparation: its fields by steps, and its rules. */
export interface Preparation {
  readonly steps: readonly Step[]
  readonly rules: readonly StepRule[]
}

export const preparations = {
  account: { steps: accountSteps, rules: accountRules },
  operator: { steps: [operatorStep], rules: [] },
  qualification: { steps: qualificationSteps, rules: qualificationRules },
  cardMedia: { steps: cardMediaSteps, rules: cardMediaRules },
} as const satisfies Record<string, Preparation>

export type PreparationName = keyof typeof preparations

/** The fields of a preparation without passwords and one-time codes, which no draft and no application holds. */
const withoutSecrets = (steps: readonly Step[]): Step[] =>
  steps.map((step) => ({
    ...step,
    parts: step.parts.map((part) => ({ ...part, fields: part.fields.filter(({ secret }) => !secret) })),
  }))

/** One thing that is wrong: `path` is `creditCode` or `investors.0.share`. Red ones stop. */
export interface FieldFinding {
  readonly path: string
  readonly text: string
  readonly severity: Finding['severity']
}

/**
 * Everything that is wrong with the kept fields of a preparation, as page, service and practice portal judge alike.
 * @param context today and the code tables that are to be asked (`preparationTables`; none: codes of tables pass)
 */
export function problemsOf(
  name: PreparationName,
  fields: FlatFields,
  { day, codes }: Pick<StepContext, 'day' | 'codes'>,
): FieldFinding[] {
  const { steps, rules } = preparations[name]
  const open = withoutSecrets(steps)
  return checkSteps(open, rules, { text: textOfFlat(open, fields), day, codes }).map(({ path, text, severity }) => ({
    path: path.replace(/^main\./, ''),
    text,
    severity,
  }))
}

/** Code tables that the checks ask. */
export const preparationTables = ['admin_division', 'currency', 'customs_district', 'country'] as const
