import { decimalOf, type Decimal } from '../rules/numbers.ts'

/** Both amounts in ten thousands, at most four decimals, rounded half up; `undefined` where something is missing. */
export interface CapitalAmounts {
  readonly cny: string | undefined
  readonly usd: string | undefined
}

const places = 4
const written = (amount: Decimal): string => amount.toDecimalPlaces(places).toFixed()

/**
 * 注册资金 in RMB and US dollars. RMB is capital times rate; dollars are RMB over the dollar's rate, or the capital itself
 * when it is in dollars. For capital in RMB the rate is 1 whether it is filled or not.
 */
export function capitalAmounts(basic: Readonly<Record<string, string>>): CapitalAmounts {
  const { capitalCurrency } = basic
  const capital = decimalOf(basic['capital'])
  const rate = capitalCurrency === 'CNY' ? decimalOf('1') : decimalOf(basic['rate'])
  if (capital === undefined) return { cny: undefined, usd: undefined }
  const cny = rate === undefined ? undefined : capital.times(rate)
  const usdRate = decimalOf(basic['usdRate'])
  if (capitalCurrency === 'USD') return { cny: cny && written(cny), usd: written(capital) }
  const usd = cny === undefined || usdRate === undefined || usdRate.isZero() ? undefined : cny.div(usdRate)
  return { cny: cny && written(cny), usd: usd && written(usd) }
}
