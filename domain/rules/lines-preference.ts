import { makeRule, type Report, unsure } from './make-rule.ts'
import { ecoRowsOf, filled, isImport, licencesOf, lineName, linePath, linesOf } from './parts.ts'
import type { RuleContext } from './rule.ts'
import { sources } from './sources.ts'

/** From this day preference is given per goods line, no longer as 随附单证 Y (GACC 2021 No. 34). */
const perLineSince = '2021-05-10'
/** 小额免予提交原产地证明 (2018 entry guide; its later state is unverified). */
const smallConsignment = 'XJE00000'

/** The sentence about an agreement code that is unknown or not yet in force; the stored list ends in 2024-11. */
function judgeAgreement({ codes, day }: RuleContext, code: string): { text: string; red: boolean } | undefined {
  if (!/^\d{2}$/.test(code)) return { text: `优惠贸易协定代码“${code}”不对：应为2位数字，如22`, red: true }
  const row = codes.row('trade_agreement', code)
  const from = row?.more?.['from']
  if (from !== undefined && day < from)
    return { text: `优惠贸易协定${code}自${from}起实施，申报日还不能享惠`, red: true }
  if (row === undefined && codes.has('trade_agreement'))
    return { text: `优惠贸易协定代码表里没有${code}（本表收录到2024年11月），请核对`, red: false }
  return undefined
}

/** Rows of origin proofs with the number of the line that each belongs to. */
const originRows = (context: RuleContext) =>
  ecoRowsOf(context).flatMap((row, index) => (row.CertType?.startsWith('Y') ? [{ row, index }] : []))

/** Pairs of line and certificate line: each line once, each certificate line once. */
function judgePairs(context: RuleContext, { error }: Report): void {
  const numbers = new Set(linesOf(context).map((line) => line.GNo))
  const lines = new Set<string>()
  const proofs = new Set<string>()
  for (const { row, index } of originRows(context)) {
    const { DecGNo, EcoGNo, EcoCertNo } = row
    const path = `EcoRelation.${index}`
    if (filled(DecGNo)) {
      if (!numbers.has(DecGNo)) error(`${path}.DecGNo`, `原产地证明对应的商品项号${DecGNo}不存在，请核对`)
      if (lines.has(DecGNo)) error(`${path}.DecGNo`, `第${DecGNo}项商品对应了两份原产地证明：一项商品只能对应一次`)
      lines.add(DecGNo)
    }
    if (filled(EcoGNo) && !(EcoCertNo ?? '').includes(smallConsignment)) {
      const key = `${EcoCertNo ?? ''}|${EcoGNo}`
      if (proofs.has(key)) error(`${path}.EcoGNo`, `原产地证明的第${EcoGNo}项被用了两次：项号应一一对应`)
      proofs.add(key)
    }
  }
}

/** The form since 2021-05-10. */
function judgePerLine(context: RuleContext, report: Report): void {
  const { error, warn } = report
  licencesOf(context).forEach((row, index) => {
    if (row.DocuCode === 'Y')
      error(
        `DecLicenseDocus.${index}.DocuCode`,
        '享惠货物自2021年5月10日起在商品项的“优惠贸易协定享惠”里填写，随附单证不再填Y',
      )
  })
  const given = new Set<string>()
  for (const { row, index } of originRows(context)) {
    const path = `EcoRelation.${index}`
    given.add(row.DecGNo ?? '')
    const agreement = judgeAgreement(context, (row.CertType ?? '').slice(1))
    if (agreement !== undefined) (agreement.red ? error : warn)(`${path}.CertType`, agreement.text)
    const number = row.EcoCertNo ?? ''
    if (filled(number) && !/^[CD]./.test(number) && number !== smallConsignment)
      error(`${path}.EcoCertNo`, `原产地证明编号“${number}”前应加C（原产地证书）或D（原产地声明）`)
    if (number === smallConsignment)
      warn(`${path}.EcoCertNo`, `小额免证填${smallConsignment}是2018年的写法，请确认现在是否仍适用${unsure}`)
  }
  judgePairs(context, report)
  linesOf(context).forEach((line, index) => {
    const preferred = given.has(line.GNo ?? '')
    if (preferred && isImport(context) && !filled(line.RcepOrigPlaceCode))
      error(linePath(index, 'RcepOrigPlaceCode'), `${lineName(index)}享惠，应填优惠贸易协定项下原产地`)
    if (!preferred && filled(line.RcepOrigPlaceCode))
      error(
        linePath(index, 'RcepOrigPlaceCode'),
        `${lineName(index)}填了优惠贸易协定项下原产地，还应填协定代码、原产地证明编号和项号`,
      )
  })
}

/** The form until 2021-05-09: one document Y with `<agreement>` before its number. */
function judgeDocument(context: RuleContext, report: Report): void {
  const { error, warn } = report
  let documents = 0
  licencesOf(context).forEach(({ DocuCode, CertCode = '' }, index) => {
    if (DocuCode !== 'Y') return
    const path = `DecLicenseDocus.${index}.CertCode`
    const [, code, number] = /^<(\d{2})>(.+)$/.exec(CertCode) ?? []
    if (code === undefined || number === undefined)
      return error(path, '原产地证明编号应为“<协定代码>”加证明编号，如<14>I2017-0166475')
    const agreement = judgeAgreement(context, code)
    if (agreement !== undefined) (agreement.red ? error : warn)(path, agreement.text)
    if (++documents > 1) error(path, '一份报关单只能填一份原产地证明')
    if (number !== smallConsignment && originRows(context).length === 0)
      error(path, '填了原产地证明，还应填商品项号与证明项号的对应关系')
  })
  judgePairs(context, report)
}

/** L16: preference; two states, see `perLineSince`. */
export const preference = makeRule(
  {
    id: 'L16',
    scope: 'line',
    severity: 'error',
    source: `${sources.guide}; GACC 2021 No. 34 (summary), from 2021-05-10; ${sources.notes}`,
    confidence: 'high for the change, medium for the message form',
    title:
      '享惠（2021年5月10日起按商品项）：协定代码、原产地证明编号（C或D开头）、证明项号一一对应，并填优惠贸易协定项下原产地',
  },
  (context, report) => {
    if (context.day < perLineSince) judgeDocument(context, report)
    else judgePerLine(context, report)
  },
)

/** RCEP members: the first ten by its notice; Korea, Malaysia, Myanmar, Indonesia, Philippines joined later (general knowledge). */
const rcepMembers: ReadonlySet<string> = new Set(
  'CHN BRN KHM LAO SGP THA VNM JPN NZL AUS KOR MYS MMR IDN PHL'.split(' '),
)
const rcep = 'Y22'

/** L18: origin under RCEP. The codes of the two "origin unknown" choices are not known: other values pass. */
export const rcepOrigin = makeRule(
  {
    id: 'L18',
    scope: 'line',
    severity: 'warn',
    from: '2022-01-01',
    source: 'RCEP notice, from 2022-01-01 (summary); members after 2022-01: general knowledge',
    confidence: 'high; element codes of the two choices unknown',
    title:
      'RCEP享惠：协定项下原产地填成员国；证明标“*”或“**”的，填“原产地不明（按相关成员最高税率）”或“原产地不明（按所有成员最高税率）”',
  },
  (context, { warn }) => {
    const lines = linesOf(context)
    const places = new Map(lines.map((line, index) => [line.GNo ?? '', index]))
    for (const { row } of originRows(context)) {
      const index = row.CertType === rcep ? places.get(row.DecGNo ?? '') : undefined
      if (index === undefined) continue
      const origin = lines[index]?.RcepOrigPlaceCode ?? ''
      if (/^[A-Z]{3}$/.test(origin) && !rcepMembers.has(origin))
        warn(
          linePath(index, 'RcepOrigPlaceCode'),
          `${lineName(index)}的协定项下原产地${origin}不是RCEP成员：应填成员国；证明标“*”或“**”的选“原产地不明”`,
        )
    }
  },
)
