import type { StepText } from '../../fields/step-text.ts'
import type { CodeBook, FieldPath, Finding, Severity } from '../rule.ts'

export interface StepContext {
  readonly text: StepText
  /** Today, yyyy-MM-dd. */
  readonly day: string
  readonly codes: CodeBook
}

/** Reports of one rule. */
export interface StepReport {
  readonly error: (path: FieldPath, text: string) => void
  readonly warn: (path: FieldPath, text: string) => void
}

/** A check of one preparation. Its sentence says what is wrong and what would be right. */
export interface StepRule {
  readonly id: string
  readonly judge: (context: StepContext, report: StepReport) => void
}

/** What a rule finds. */
export function runRule({ id, judge }: StepRule, context: StepContext): Finding[] {
  const findings: Finding[] = []
  const add = (severity: Severity) => (path: FieldPath, text: string) => {
    findings.push({ rule: id, severity, path, text })
  }
  judge(context, { error: add('error'), warn: add('warn') })
  return findings
}
