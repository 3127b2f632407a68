import { unitKinds } from '../../fields/qualification/choices.ts'
import { capitalAmounts } from '../../preparation/capital.ts'
import { excludedPairs } from '../../preparation/exclusions.ts'
import { dayOf } from '../days.ts'
import { decimalOf, shown } from '../numbers.ts'
import { filled } from '../parts.ts'
import { unitCodeRule } from './account.ts'
import { codesOf, partOf, rowsOf } from '../../fields/step-text.ts'
import type { StepContext, StepReport, StepRule } from './step-rule.ts'

const unitKindName = (code: string): string => unitKinds.find((kind) => kind.code === code)?.name ?? code

/** Rows with the same value in a field: the later ones are told. */
function tellDoubles(section: string, element: string, label: string, { text }: StepContext, report: StepReport): void {
  const seen = new Map<string, number>()
  rowsOf(text, section).forEach((row, at) => {
    const value = row[element] ?? ''
    const before = seen.get(value)
    if (filled(value) && before !== undefined)
      report.error(`${section}.${at}.${element}`, `第${at + 1}行${label}：与第${before + 1}行重复`)
    else seen.set(value, at)
  })
}

const future = (text: string | undefined, day: string): boolean => {
  const date = dayOf(text)
  return date !== undefined && date.toString() > day
}

/** Q01 to Q03: what is applied for. */
const applicationRules: readonly StepRule[] = [
  {
    id: 'Q01',
    judge: ({ text }, report) => {
      for (const { one, other, why } of excludedPairs(codesOf(partOf(text, 'application')['unitKinds'])))
        report.error(
          'application.unitKinds',
          `申请资质类别：“${unitKindName(one)}”与“${unitKindName(other)}”互斥。${why}`,
        )
    },
  },
  {
    id: 'Q02',
    judge: ({ text }, report) => {
      const { kind, held } = partOf(text, 'application')
      const single = held === 'customs' || held === 'inspection'
      if (kind === 'new' && single)
        report.error('application.kind', '申请类型：已有一种资质的企业应选“单一资质补录”，补上另一种')
      if (kind === 'new' && held === 'both')
        report.error('application.kind', '申请类型：报关、报检都已备案，不用再申请；内容有变动请选“变更”')
      if (kind === 'supplement' && filled(held) && !single)
        report.error(
          'application.kind',
          held === 'none'
            ? '申请类型：两种资质都没有的是新企业，应选“新企业一次申请”，一次办好报关、报检'
            : '申请类型：报关、报检都已备案，没有可补录的',
        )
      if ((kind === 'change' || kind === 'cancel') && held === 'none')
        report.error('application.kind', '申请类型：还没有备案，不能变更或注销')
    },
  },
  {
    id: 'Q03',
    judge: ({ text }, report) => {
      const { kind, held, reason } = partOf(text, 'application')
      const { customsCode, ciqCode } = partOf(text, 'unit')
      if ((kind === 'change' || kind === 'cancel') && !filled(reason))
        report.error('application.reason', '变更或注销原因：变更、注销时必填')
      if (kind !== undefined && kind !== 'new' && held !== 'inspection' && held !== 'none' && !filled(customsCode))
        report.error('unit.customsCode', '海关注册编码：已有报关资质的必须填写原编码')
      if (kind === 'supplement' && held === 'inspection' && !filled(ciqCode))
        report.error('unit.ciqCode', '检验检疫备案号：只有报检资质的必须填写原备案号')
    },
  },
]

/** Q04 to Q06: capital and days. */
const basicRules: readonly StepRule[] = [
  {
    id: 'Q04',
    judge: ({ text }, report) => {
      const { capitalCurrency, rate } = partOf(text, 'basic')
      if (capitalCurrency === 'CNY' && filled(rate) && decimalOf(rate)?.equals(1) === false)
        report.error('basic.rate', '汇率：注册资本是人民币时，汇率应为 1')
      if (filled(rate) && decimalOf(rate)?.isZero()) report.error('basic.rate', '汇率：不能为 0')
    },
  },
  {
    id: 'Q05',
    judge: ({ text }, report) => {
      const basic = partOf(text, 'basic')
      const { cny, usd } = capitalAmounts(basic)
      if (filled(basic['capitalCny']) && cny !== undefined && basic['capitalCny'] !== cny)
        report.error('basic.capitalCny', `注册资金（人民币/万）：按注册资本和汇率应为 ${cny}`)
      if (filled(basic['capital']) && usd === undefined)
        report.warn('basic.usdRate', '美元与人民币之间的汇率：填写后自动折算美元金额')
    },
  },
  {
    id: 'Q06',
    judge: ({ text, day }, report) => {
      if (future(partOf(text, 'basic')['licenceDate'], day))
        report.error('basic.licenceDate', '工商登记日期：不能晚于今天')
      const { validUntil, firstRegistered } = partOf(text, 'unit')
      if (future(firstRegistered, day)) report.error('unit.firstRegistered', '海关首次注册日期：不能晚于今天')
      const end = dayOf(validUntil)
      if (end !== undefined && end.toString() < day) report.warn('unit.validUntil', '报关有效期：已过期，请核对')
    },
  },
]

function judgeShares(context: StepContext, report: StepReport): void {
  const rows = rowsOf(context.text, 'investors')
  const shares = rows.map(({ share }) => decimalOf(share))
  shares.forEach((share, at) => {
    if (share !== undefined && (share.lte(0) || share.gt(100)))
      report.error(`investors.${at}.share`, `第${at + 1}行比例：应大于 0、不超过 100`)
  })
  const known = shares.filter((share) => share !== undefined)
  if (rows.length === 0 || known.length < rows.length) return
  const sum = known.reduce((total, share) => total.plus(share))
  if (!sum.equals(100))
    report.error(`investors.${rows.length - 1}.share`, `出资比例：合计应为 100%，现在是 ${shown(sum)}%`)
}

function judgeAmounts({ text }: StepContext, report: StepReport): void {
  const { capital, capitalCurrency } = partOf(text, 'basic')
  const rows = rowsOf(text, 'investors')
  const amounts = rows.map(({ amount }) => decimalOf(amount)).filter((amount) => amount !== undefined)
  const whole = decimalOf(capital)
  const sameCurrency = rows.every(({ currency }) => currency === capitalCurrency)
  if (whole === undefined || rows.length === 0 || amounts.length < rows.length || !sameCurrency) return
  const sum = amounts.reduce((total, amount) => total.plus(amount))
  if (!sum.equals(whole))
    report.warn('investors.0.amount', `出资额：合计 ${shown(sum)} 万，与注册资本 ${shown(whole)} 万不一致，请核对`)
}

/** Q07 to Q11: investors and declarants. */
const rowRules: readonly StepRule[] = [
  { id: 'Q07', judge: judgeShares },
  { id: 'Q08', judge: judgeAmounts },
  {
    id: 'Q09',
    judge: (context, report) => {
      tellDoubles('investors', 'idNo', '证件号码', context, report)
      tellDoubles('declarants', 'idNo', '证件号码', context, report)
      tellDoubles('declarants', 'cardNo', '操作员卡号', context, report)
    },
  },
  {
    id: 'Q10',
    judge: ({ text }, report) => {
      rowsOf(text, 'declarants').forEach((row, at) => {
        if (filled(row['name']) && !filled(row['cardNo']) && row['action'] !== '3')
          report.warn(
            `declarants.${at}.cardNo`,
            `第${at + 1}行操作员卡号：还没有绑定操作员卡，绑定前这位报关人员不能用卡申报`,
          )
      })
    },
  },
  {
    id: 'Q11',
    judge: ({ text }, report) => {
      const { kind, unitKinds: kinds } = partOf(text, 'application')
      const broker = codesOf(kinds).some((code) => code === '01000000' || code === '00010000')
      if (broker && kind === 'new' && rowsOf(text, 'declarants').length === 0)
        report.warn('declarants', '报关人员：报关企业通常至少备案一名报关人员')
    },
  },
]

/** Rules of 企业资质备案. */
export const qualificationRules: readonly StepRule[] = [
  ...applicationRules,
  unitCodeRule('basic'),
  ...basicRules,
  ...rowRules,
]
