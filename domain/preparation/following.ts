import { codesOf, mainOf, type StepText } from '../fields/step-text.ts'
import { unitCodeOf } from '../identity/credit-code.ts'
import { capitalAmounts } from './capital.ts'

/** A value that follows from others. */
export interface Following {
  readonly path: string
  readonly value: string
}

function capitalFollows(main: Readonly<Record<string, string>>): Following[] {
  const { rmb = '', usd = '' } = capitalAmounts(main)
  return [
    ...(main['capitalCurrency'] === 'CNY' ? [{ path: 'main.exchangeRate', value: '1' }] : []),
    { path: 'main.capitalRmb', value: rmb },
    { path: 'main.capitalUsd', value: usd },
  ]
}

/** What is still to be filed of the two rights. */
function rightsFollow({ kind = '', held = '', rights }: Readonly<Record<string, string>>): Following[] {
  if (kind !== 'new' && kind !== 'supplement') return []
  const missing = ['customs', 'inspection'].filter((right) => held !== right)
  return codesOf(rights).join() === missing.join() || held === 'both'
    ? []
    : [{ path: 'main.rights', value: missing.join(',') }]
}

const capital = capitalFollows

/** By the element that was typed. */
const rules: Readonly<Record<string, (main: Readonly<Record<string, string>>) => Following[]>> = {
  creditCode: ({ creditCode = '' }) =>
    creditCode.length === 18 ? [{ path: 'main.orgCode', value: unitCodeOf(creditCode) }] : [],
  held: rightsFollow,
  capital,
  capitalCurrency: capital,
  exchangeRate: capital,
  usdRate: capital,
}

/**
 * What follows from a field of a preparation that was just typed: the organisation code from the credit code, the two
 * amounts from capital and rates, the rights that are still to be filed from those that are held.
 */
export function followingValues(text: StepText, path: string): Following[] {
  const [section, element = ''] = path.split('.')
  return section === 'main' ? (rules[element]?.(mainOf(text)) ?? []) : []
}
