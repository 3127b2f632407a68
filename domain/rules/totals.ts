import { makeRule } from './make-rule.ts'
import { type Decimal, decimalOf, shown } from './numbers.ts'
import { filled, headOf, linesOf } from './parts.ts'

/** Adds a number under its name; names keep the order of the lines. */
function add(sums: Map<string, Decimal>, name: string, text: string | undefined): void {
  const number = decimalOf(text)
  if (number !== undefined) sums.set(name, sums.get(name)?.plus(number) ?? number)
}

const list = (sums: Map<string, Decimal>, write: (name: string, sum: string) => string): string =>
  [...sums].map(([name, sum]) => write(name, shown(sum))).join('、')

/** T01: totals to compare with the packing list. */
export const totals = makeRule(
  {
    id: 'T01',
    scope: 'totals',
    severity: 'info',
    source: 'peer programs',
    confidence: 'medium',
    title: '列出项数、各币制总价、各单位数量、件数、毛重和净重，供与发票、装箱单核对',
  },
  (context, { info }) => {
    const lines = linesOf(context)
    // The names of the units are on their way: a sum of bare codes would only be there for a moment.
    if (lines.length === 0 || !context.codes.has('unit')) return
    const amounts = new Map<string, Decimal>()
    const quantities = new Map<string, Decimal>()
    for (const line of lines) {
      add(amounts, filled(line.TradeCurr) ? line.TradeCurr : '（无币制）', line.DeclTotal)
      add(quantities, filled(line.GUnit) ? line.GUnit : '（无单位）', line.GQty)
    }
    const head = headOf(context)
    // A code behind a number would read as part of it: 19346个, not 19346007.
    const unit = (code: string): string =>
      context.codes.row('unit', code)?.name ?? (code.startsWith('（') ? code : `（单位${code}）`)
    const parts = [`共${lines.length}项`]
    if (amounts.size > 0) parts.push(`总价${list(amounts, (currency, sum) => `${currency} ${sum}`)}`)
    if (quantities.size > 0) parts.push(`数量${list(quantities, (code, sum) => `${sum}${unit(code)}`)}`)
    if (filled(head.PackNo)) parts.push(`件数${head.PackNo}`)
    if (filled(head.GrossWet)) parts.push(`毛重${head.GrossWet}千克`)
    if (filled(head.NetWt)) parts.push(`净重${head.NetWt}千克`)
    info('DecLists', `${parts.join('；')}。请与发票、装箱单核对`)
  },
)
