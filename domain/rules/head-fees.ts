import type { DecHead } from '../fields/declaration/dec-message.ts'
import { makeRule, type Report, unsure } from './make-rule.ts'
import { decimalOf } from './numbers.ts'
import { filled, headOf, headPath, isExport, isImport, linesOf } from './parts.ts'
import type { RuleContext } from './rule.ts'
import { sources } from './sources.ts'

/** The three charges of the head, each as mark, amount or rate, and currency. */
const freight = { name: '运费', mark: 'FeeMark', rate: 'FeeRate', currency: 'FeeCurr' } as const
const insurance = { name: '保险费', mark: 'InsurMark', rate: 'InsurRate', currency: 'InsurCurr' } as const
const other = { name: '杂费', mark: 'OtherMark', rate: 'OtherRate', currency: 'OtherCurr' } as const
const charges = [freight, insurance, other] as const
type Charge = (typeof charges)[number]

/** H04: currency and mark. */
export const chargeCurrency = makeRule(
  {
    id: 'H04',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '标记为1（率）时币制不填；标记为2（单价）或3（总价）时币制必填',
  },
  (context, { error }) => {
    const head = headOf(context)
    for (const { name, mark, currency } of charges) {
      if (head[mark] === '1' && filled(head[currency]))
        error(headPath(currency), `${name}标记为1（率），${name}币制应留空，或把标记改为3（总价）`)
      if ((head[mark] === '2' || head[mark] === '3') && !filled(head[currency]))
        error(headPath(currency), `${name}标记为${head[mark] === '2' ? '2（单价）' : '3（总价）'}，应填${name}币制`)
    }
  },
)

/** H05: mark 2 is for freight only. */
export const unitPriceMark = makeRule(
  {
    id: 'H05',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '保险费、杂费的标记只用1（率）或3（总价），不用2',
  },
  (context, { error }) => {
    const head = headOf(context)
    for (const { name, mark } of [insurance, other])
      if (head[mark] === '2') error(headPath(mark), `${name}标记不能为2（单价）：应为1（率）或3（总价）`)
  },
)

/** H06: mark and amount together. */
export const chargeTogether = makeRule(
  {
    id: 'H06',
    scope: 'head',
    severity: 'error',
    source: sources.practice,
    confidence: 'medium',
    title: '运费、保险费、杂费的标记与金额（率）要么都填，要么都不填',
  },
  (context, { error }) => {
    const head = headOf(context)
    for (const { name, mark, rate, currency } of charges) {
      if (filled(head[mark]) && !filled(head[rate])) error(headPath(rate), `填了${name}标记，还应填${name}金额或率`)
      else if (!filled(head[mark]) && filled(head[rate]))
        error(headPath(mark), `填了${name}金额或率，还应填${name}标记`)
      else if (!filled(head[mark]) && filled(head[currency]))
        error(headPath(currency), `只填了${name}币制：应补填${name}标记和金额，或清空币制`)
    }
  },
)

/** H07: signs. */
export const chargeSign = makeRule(
  {
    id: 'H07',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'medium',
    title: '杂费可为负数（应从完税价格中扣除的），运费和保险费不能为负数',
  },
  (context, { error }) => {
    const head = headOf(context)
    for (const { name, rate } of [freight, insurance])
      if (decimalOf(head[rate])?.isNegative())
        error(headPath(rate), `${name}“${head[rate]}”是负数：应填正数，需扣除的费用填在杂费`)
  },
)

/** What a price term asks for: true needed, false not allowed. */
interface Terms {
  readonly name: string
  readonly freight: boolean
  readonly insurance: boolean
}
const importTerms: Record<string, Terms> = {
  '1': { name: 'CIF', freight: false, insurance: false },
  '2': { name: 'C&F', freight: false, insurance: true },
  '3': { name: 'FOB', freight: true, insurance: true },
  '4': { name: 'C&I', freight: true, insurance: false },
  '7': { name: 'EXW', freight: true, insurance: true },
}
const exportTerms: Record<string, Terms> = {
  '1': { name: 'CIF', freight: true, insurance: true },
  '2': { name: 'C&F', freight: true, insurance: false },
  '3': { name: 'FOB', freight: false, insurance: false },
  '4': { name: 'C&I', freight: false, insurance: true },
  '7': { name: 'EXW', freight: false, insurance: false },
}

function judgeTerms(head: DecHead, way: string, terms: Record<string, Terms>, report: Report): void {
  const mode = head.TransMode ?? ''
  const term = Object.hasOwn(terms, mode) ? terms[mode] : undefined
  if (term === undefined) return
  // EXW as FOB is trade practice only, so it warns.
  const say = mode === '7' ? report.warn : report.error
  const tail = mode === '7' ? unsure : ''
  const judge = (charge: Charge, needed: boolean): void => {
    const amount = decimalOf(head[charge.rate])
    const given = filled(head[charge.rate]) && !amount?.isZero()
    if (needed && !given) say(headPath(charge.rate), `${way}成交方式为${term.name}，应填${charge.name}${tail}`)
    if (!needed && (given || filled(head[charge.mark])))
      say(headPath(given ? charge.rate : charge.mark), `${way}成交方式为${term.name}，不应填${charge.name}${tail}`)
  }
  judge(freight, term.freight)
  judge(insurance, term.insurance)
}

const termsConfidence = 'high for 1-4, EXW unverified'

/** H08: price terms of imports. */
export const importPriceTerm = makeRule(
  {
    id: 'H08',
    scope: 'head',
    severity: 'error',
    source: `${sources.processing}; EXW: ${sources.practice}`,
    confidence: termsConfidence,
    title: '进口：CIF不填运费和保险费，C&F填保险费，FOB填运费和保险费，C&I填运费，EXW同FOB',
  },
  (context, report) => {
    if (isImport(context)) judgeTerms(headOf(context), '进口', importTerms, report)
  },
)

/** H09: price terms of exports. */
export const exportPriceTerm = makeRule(
  {
    id: 'H09',
    scope: 'head',
    severity: 'error',
    source: `${sources.processing}; EXW: ${sources.practice}`,
    confidence: termsConfidence,
    title: '出口：FOB不填运费和保险费，C&F填运费，CIF填运费和保险费，C&I填保险费，EXW同FOB',
  },
  (context, report) => {
    if (isExport(context)) judgeTerms(headOf(context), '出口', exportTerms, report)
  },
)

const goodsCurrency = (context: RuleContext): string | undefined =>
  linesOf(context).find((line) => filled(line.TradeCurr))?.TradeCurr

/** H35: another currency than that of the goods. */
export const chargeOtherCurrency = makeRule(
  {
    id: 'H35',
    scope: 'head',
    severity: 'warn',
    source: sources.processing,
    confidence: 'medium',
    title: '运费、保险费的币制与货物币制不同时，须按汇率折算后再比较金额',
  },
  (context, { warn }) => {
    const head = headOf(context)
    const goods = goodsCurrency(context)
    if (goods === undefined) return
    for (const { name, currency } of [freight, insurance]) {
      const own = head[currency]
      if (filled(own) && own !== goods)
        warn(headPath(currency), `${name}币制${own}与货物币制${goods}不同：请按汇率折算核对金额，确认币制无误`)
    }
  },
)
