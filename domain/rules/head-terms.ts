import { dayOf, daysBetween } from './days.ts'
import { noCrossing } from './head-transport.ts'
import { makeRule } from './make-rule.ts'
import { type Decimal, decimalOf, shown } from './numbers.ts'
import { filled, headOf, headPath, isImport, linesOf } from './parts.ts'
import type { RuleContext } from './rule.ts'
import { settings } from './settings.ts'

/** Third place of 单据类型: 5 概要申报, 6 完整申报, else one go. */
const stepOf = (context: RuleContext): string => (headOf(context).Type ?? '').charAt(2)

/** Sum of the line totals when all lines have one currency: without exchange rates no other sum can be made. */
function customsValue(context: RuleContext): { sum: Decimal; currency: string } | undefined {
  let sum: Decimal | undefined
  let currency: string | undefined
  for (const line of linesOf(context)) {
    const total = decimalOf(line.DeclTotal)
    if (total === undefined || !filled(line.TradeCurr) || (currency ?? line.TradeCurr) !== line.TradeCurr)
      return undefined
    currency = line.TradeCurr
    sum = sum === undefined ? total : sum.plus(total)
  }
  return sum !== undefined && currency !== undefined ? { sum, currency } : undefined
}

/**
 * Late fee as a sentence: whole yuan for goods in CNY, else in the goods currency as a measure. Below the 50 yuan nothing
 * is collected: the rule of 2005 calls them 起征点, and the one before it (10 yuan) said so in words.
 */
function lateFee(context: RuleContext, days: number): string {
  const value = customsValue(context)
  const rule = `滞报金每天按完税价格的0.05%计，起征点人民币${settings.lateFeeLeast}元`
  if (value === undefined) return rule
  const fee = value.sum.times(settings.lateFeeRate).times(days)
  if (value.currency !== 'CNY') return `${rule}，按货物总价估算约${value.currency} ${shown(fee.toDecimalPlaces(2))}`
  const estimate = `${rule}，按货物总价估算约人民币${shown(fee.floor())}元`
  return fee.lessThan(settings.lateFeeLeast) ? `${estimate}，不到起征点的不收` : estimate
}

/** H41: 14 days to file an import. The days count from the import date; the arrival report itself is not in the form. */
export const filingTerm = makeRule(
  {
    id: 'H41',
    scope: 'head',
    severity: 'warn',
    from: '2005-06-01',
    source: 'rules on late fees and on overdue goods (summaries)',
    confidence: 'high',
    title: '进口货物自运输工具申报进境之日起14日内申报，逾期每天收0.05%滞报金；超过3个月海关可变卖',
  },
  (context, { warn, info }) => {
    const head = headOf(context)
    const arrival = dayOf(head.IEDate)
    const today = dayOf(context.day)
    if (!isImport(context) || noCrossing(head) || arrival === undefined || today === undefined) return
    const passed = daysBetween(arrival, today)
    if (passed < 0) return
    const path = headPath('IEDate')
    const left = settings.filingDays - passed
    const last = arrival.add({ days: settings.filingDays }).toString()
    const overdue = daysBetween(arrival.add({ months: settings.overdueMonths }), today) > 0
    if (overdue) warn(path, `进口日期至今已超过${settings.overdueMonths}个月，海关可以提取变卖货物，请尽快联系海关`)
    else if (left < 0) warn(path, `已超过申报期限（${last}）${-left}天：${lateFee(context, -left)}`)
    else if (left === 0) warn(path, `今天（${last}）是申报期限最后一天，逾期将收滞报金`)
    else if (left <= settings.filingDaysClose) warn(path, `申报期限还剩${left}天（最迟${last}），逾期将收滞报金`)
    else info(path, `申报期限还剩${left}天（最迟${last}）`)
  },
)

/** H42: two-step filing. */
export const twoStep = makeRule(
  {
    id: 'H42',
    scope: 'head',
    severity: 'warn',
    from: '2019-08-24',
    source: 'GACC 2019 No. 127 and its extension from 2020-01-01 (summaries)',
    confidence: 'high',
    title:
      '两步申报只用于实际进境货物，收货人不是失信企业；概要申报说明禁限管制、检验检疫、涉税情况，涉税的先备案担保；14日内完整申报',
  },
  (context, { warn }) => {
    const head = headOf(context)
    const step = stepOf(context)
    if (step !== '5' && step !== '6') return
    const path = headPath('Type')
    if (!isImport(context)) return warn(path, '两步申报只用于进口，出口报关单的单据类型不应选两步申报')
    if (noCrossing(head)) return warn(path, '两步申报只用于实际进境的货物，无实际进出境的货物请用一次申报')
    if (step === '5')
      return warn(
        path,
        '概要申报：请确认已说明是否禁限管制、是否检验检疫、是否缴税，涉税货物已备案担保，收货人不是失信企业',
      )
    const arrival = dayOf(head.IEDate)
    const today = dayOf(context.day)
    const last = arrival?.add({ days: settings.filingDays }).toString()
    if (arrival && today && daysBetween(arrival, today) > settings.filingDays)
      warn(path, `完整申报应在运输工具申报进境之日起14日内（${last}）完成，现已超过`)
  },
)

/** H43: term of payment. */
export const paymentTerm = makeRule(
  {
    id: 'H43',
    scope: 'head',
    severity: 'info',
    from: '2024-12-01',
    source: 'GACC decree 272, from 2024-12-01',
    confidence: 'high',
    title:
      '税款自完成申报之日起15日内缴纳（汇总征税可到次月第5个工作日），逾期每天0.05%；税率和汇率按完成申报日，两步申报按概要申报日',
  },
  (context, { info }) => {
    const head = headOf(context)
    const taxed = isImport(context) && linesOf(context).some((line) => line.DutyMode === '1')
    const today = dayOf(context.day)
    if (!taxed || today === undefined) return
    const last = today.add({ days: settings.paymentDays }).toString()
    const day = stepOf(context) === '6' ? '税率和汇率按概要申报日' : '税率和汇率按完成申报日'
    const term = (head.Type ?? '').startsWith('CL')
      ? '汇总征税：自完成申报之日起15日内或次月第5个工作日前缴税'
      : `今天完成申报的，税款最迟${last}缴纳（遇节假日顺延）`
    info(headPath('CutMode'), `${term}，逾期每天加收0.05%滞纳金；${day}`)
  },
)
