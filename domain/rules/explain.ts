import { rules } from './index.ts'
import type { Rule } from './rule.ts'

/** What the help page says about a rule. */
export type RuleHelp = Pick<Rule, 'id' | 'title' | 'severity' | 'source' | 'confidence' | 'from' | 'until'>

const helps = new Map(
  rules.map(({ id, title, severity, source, confidence, from, until }): [string, RuleHelp] => [
    id,
    { id, title, severity, source, confidence, from, until },
  ]),
)

/** Title, source, confidence and days of a rule, or `undefined` for an unknown id. */
export const explainRule = (id: string): RuleHelp | undefined => helps.get(id)
