import { unitCodeOf } from '../identity/credit-code.ts'
import { partOf, type StepText } from '../fields/step-text.ts'
import { capitalAmounts } from './capital.ts'

/** A value that follows from others. */
export interface Following {
  readonly path: string
  readonly value: string
}

const capitalElements: ReadonlySet<string> = new Set(['capital', 'capitalCurrency', 'rate', 'usdRate'])

function capitalFollows(text: StepText): Following[] {
  const basic = partOf(text, 'basic')
  const { cny = '', usd = '' } = capitalAmounts(basic)
  return [
    ...(basic['capitalCurrency'] === 'CNY' ? [{ path: 'basic.rate', value: '1' }] : []),
    { path: 'basic.capitalCny', value: cny },
    { path: 'basic.capitalUsd', value: usd },
  ]
}

/**
 * What follows from a field of a preparation that was just typed: the organisation code from the credit code, and the
 * two amounts from capital and rates. Nothing that the clerk typed by hand is overwritten but by its own source.
 */
export function followingValues(text: StepText, path: string): Following[] {
  const [section = '', element = ''] = path.split('.')
  const creditCode = partOf(text, section)[element] ?? ''
  if (element === 'creditCode' && creditCode.length === 18)
    return [{ path: `${section}.orgCode`, value: unitCodeOf(creditCode) }]
  return section === 'basic' && capitalElements.has(element) ? capitalFollows(text) : []
}
