import type { Papers } from '../fields/papers.ts'
import { makeRule } from './make-rule.ts'
import { type Decimal, decimalOf, shown } from './numbers.ts'
import { filled, headOf, headPath, linesOf } from './parts.ts'
import type { FieldPath, RuleContext } from './rule.ts'

/*
 * Invoice, packing list and contract against the draft. Nothing here stops a filing: what differs may have a reason,
 * and the clerk accepts it with a note. A figure that no paper states is not asked for.
 */

const facts = {
  scope: 'papers',
  severity: 'warn',
  source: 'peer programs',
  confidence: 'medium',
} as const

const paperPath = (element: keyof Papers): FieldPath => `Papers.${element}`
const papersOf = ({ papers }: RuleContext): Papers => papers ?? {}

/** Sum of a field over the lines by the code beside it; lines without a number count as nothing. */
function sums(context: RuleContext, value: 'DeclTotal' | 'GQty', code: 'TradeCurr' | 'GUnit'): Map<string, Decimal> {
  const found = new Map<string, Decimal>()
  for (const line of linesOf(context)) {
    const number = decimalOf(line[value])
    const name = line[code] ?? ''
    if (number !== undefined) found.set(name, found.get(name)?.plus(number) ?? number)
  }
  return found
}

const whole = (found: ReadonlyMap<string, Decimal>): Decimal | undefined =>
  [...found.values()].reduce<Decimal | undefined>((sum, each) => sum?.plus(each) ?? each, undefined)

/** What the lines sum up to under a code, or over all of them when the paper names no code. */
const ofCode = (found: ReadonlyMap<string, Decimal>, code: string | undefined): Decimal | undefined =>
  filled(code) ? found.get(code) : whole(found)

const differs = (stated: string | undefined, own: Decimal | undefined): Decimal | undefined => {
  const number = decimalOf(stated)
  return number === undefined || own?.equals(number) === true ? undefined : number
}

function judgeTotal(
  context: RuleContext,
  paper: 'Invoice' | 'Contract',
  warn: (path: FieldPath, text: string) => void,
) {
  const stated = papersOf(context)
  const name = paper === 'Invoice' ? '发票' : '合同'
  const currency = stated[`${paper}Curr`]
  const own = sums(context, 'DeclTotal', 'TradeCurr')
  if (own.size === 0) return
  if (filled(currency) && !own.has(currency))
    return warn(
      paperPath(`${paper}Curr`),
      `${name}币制是${currency}，商品项的币制是${[...own.keys()].filter((code) => code !== '').join('、') || '空'}`,
    )
  const sum = ofCode(own, currency)
  const total = differs(stated[`${paper}Total`], sum)
  if (total !== undefined && sum !== undefined)
    warn(
      paperPath(`${paper}Total`),
      `${name}总价${shown(total)}，商品项总价合计${shown(sum)}，相差${shown(total.minus(sum))}`,
    )
}

/** X01: amount and currency of the invoice. */
export const invoiceAmount = makeRule(
  { ...facts, id: 'X01', title: '发票总价、币制与商品项总价合计、币制一致' },
  (context, { warn }) => judgeTotal(context, 'Invoice', warn),
)

/** X02: quantity and unit of the invoice. */
export const invoiceQuantity = makeRule(
  { ...facts, id: 'X02', title: '发票数量、单位与商品项成交数量合计、单位一致' },
  (context, { warn }) => {
    const { InvoiceQty, InvoiceUnit } = papersOf(context)
    const own = sums(context, 'GQty', 'GUnit')
    if (own.size === 0) return
    const unit = (code: string): string => context.codes.row('unit', code)?.name ?? code
    if (filled(InvoiceUnit) && !own.has(InvoiceUnit))
      return warn(
        paperPath('InvoiceUnit'),
        `发票单位是${unit(InvoiceUnit)}，商品项的成交单位是${[...own.keys()].map(unit).join('、') || '空'}`,
      )
    const sum = ofCode(own, InvoiceUnit)
    const quantity = differs(InvoiceQty, sum)
    if (quantity !== undefined && sum !== undefined)
      warn(
        paperPath('InvoiceQty'),
        `发票数量${shown(quantity)}，商品项成交数量合计${shown(sum)}，相差${shown(quantity.minus(sum))}`,
      )
  },
)

/** X03: number of lines of the invoice. */
export const invoiceLines = makeRule(
  { ...facts, id: 'X03', title: '发票项数与商品项数一致（同一商品合并申报的除外）' },
  (context, { warn }) => {
    const lines = linesOf(context).length
    const stated = differs(papersOf(context).InvoiceLines, decimalOf(String(lines)))
    if (stated !== undefined && lines > 0)
      warn(paperPath('InvoiceLines'), `发票有${shown(stated)}项，报关单有${lines}项商品，请核对是否漏报或合并`)
  },
)

const headFigures = [
  { paper: 'PackingPacks', head: 'PackNo', name: '件数', unit: '件' },
  { paper: 'PackingGross', head: 'GrossWet', name: '毛重', unit: '千克' },
  { paper: 'PackingNet', head: 'NetWt', name: '净重', unit: '千克' },
] as const

/** X04: packages and weights of the packing list. */
export const packingFigures = makeRule(
  { ...facts, id: 'X04', title: '装箱单的件数、毛重、净重与表头一致' },
  (context, { warn }) => {
    for (const { paper, head, name, unit } of headFigures) {
      const own = decimalOf(headOf(context)[head])
      const stated = differs(papersOf(context)[paper], own)
      if (stated !== undefined && own !== undefined)
        warn(headPath(head), `${name}${shown(own)}${unit}，装箱单是${shown(stated)}${unit}`)
    }
  },
)

/** X05: the packing list in itself, and its quantity beside the invoice. */
export const packingSound = makeRule(
  { ...facts, id: 'X05', title: '装箱单净重不大于毛重，装箱单数量与发票数量一致' },
  (context, { warn }) => {
    const { PackingGross, PackingNet, PackingQty, InvoiceQty } = papersOf(context)
    const [gross, net] = [decimalOf(PackingGross), decimalOf(PackingNet)]
    if (gross !== undefined && net?.greaterThan(gross) === true)
      warn(paperPath('PackingNet'), `装箱单净重${shown(net)}千克大于毛重${shown(gross)}千克，请核对装箱单`)
    const packed = differs(PackingQty, decimalOf(InvoiceQty))
    if (packed !== undefined && decimalOf(InvoiceQty) !== undefined)
      warn(paperPath('PackingQty'), `装箱单数量${shown(packed)}，发票数量${InvoiceQty ?? ''}，两份单证不一致`)
  },
)

/** X06: number and amount of the contract. */
export const contractFigures = makeRule(
  { ...facts, id: 'X06', title: '合同号、合同总价和币制与报关单一致' },
  (context, { warn }) => {
    const { ContractNo } = papersOf(context)
    const { ContrNo } = headOf(context)
    if (filled(ContractNo) && filled(ContrNo) && ContractNo.trim() !== ContrNo.trim())
      warn(headPath('ContrNo'), `合同协议号“${ContrNo}”，合同上是“${ContractNo}”`)
    judgeTotal(context, 'Contract', warn)
  },
)

/** X07: contract and invoice. */
export const contractInvoice = makeRule(
  { ...facts, id: 'X07', title: '合同数量不少于发票数量，分批出运的除外' },
  (context, { warn }) => {
    const { ContractQty, InvoiceQty } = papersOf(context)
    const [contract, invoice] = [decimalOf(ContractQty), decimalOf(InvoiceQty)]
    if (contract !== undefined && invoice?.greaterThan(contract) === true)
      warn(paperPath('ContractQty'), `发票数量${shown(invoice)}多于合同数量${shown(contract)}，请核对是否溢装`)
  },
)
