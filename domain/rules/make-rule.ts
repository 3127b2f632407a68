import type { FieldPath, Finding, Rule, RuleContext, Severity } from './rule.ts'

/** Takes what a rule finds; one method a severity. */
export interface Report {
  readonly error: (path: FieldPath, text: string) => void
  readonly warn: (path: FieldPath, text: string) => void
  readonly info: (path: FieldPath, text: string) => void
}

/** Added to a sentence whose basis nobody could check. */
export const unsure = '（依据未核实）'

/**
 * A rule from its facts and its judgement. Sentences of a rule of low confidence say that the basis is unverified.
 * @param judge reports each finding; it never throws, whatever the message holds.
 */
export function makeRule(facts: Omit<Rule, 'check'>, judge: (context: RuleContext, report: Report) => void): Rule {
  const tail = facts.confidence.startsWith('low') ? unsure : ''
  const check = (context: RuleContext): Finding[] => {
    const findings: Finding[] = []
    const add = (severity: Severity) => (path: FieldPath, text: string) => {
      findings.push({ rule: facts.id, severity, path, text: text + tail })
    }
    judge(context, { error: add('error'), warn: add('warn'), info: add('info') })
    return findings
  }
  return { ...facts, check }
}
