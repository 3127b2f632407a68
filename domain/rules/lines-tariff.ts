import type { DecList } from '../fields/declaration/dec-message.ts'
import { makeRule, type Report } from './make-rule.ts'
import { filled, isImport, lineName, lineNames, linePath, linesOf } from './parts.ts'
import type { RuleContext } from './rule.ts'
import { sources } from './sources.ts'

/** L03: 商品编号. A code that the practice tariff lacks is yellow; one that the company's own lacks is red. */
export const tariffCode = makeRule(
  {
    id: 'L03',
    scope: 'line',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '商品编号10位，须在申报日的税则内；有监管类别可选的，检验检疫编码填3位',
  },
  (context, { error, warn }) => {
    const { codes } = context
    const without: number[] = []
    linesOf(context).forEach(({ CodeTS, CiqCode }, index) => {
      const name = lineName(index)
      const path = linePath(index, 'CodeTS')
      if (filled(CodeTS)) {
        if (!/^\d{10}$/.test(CodeTS)) error(path, `${name}商品编号“${CodeTS}”不对：应为10位数字`)
        else if (codes.has('tariff') && codes.row('tariff', CodeTS) === undefined)
          if (codes.practiceOnly('tariff'))
            warn(path, `${name}商品编号${CodeTS}不在税则表里（本表不全），请按申报日的税则核对`)
          else error(path, `${name}商品编号${CodeTS}不在申报日的税则里，请核对`)
      }
      if (!filled(CiqCode)) without.push(index)
      else if (!/^\d{3}$/.test(CiqCode)) error(linePath(index, 'CiqCode'), `${name}检验检疫编码应为3位数字，如999`)
    })
    // No table says which codes have a choice: one sentence for all such lines, not one a line.
    const [first] = without
    if (first !== undefined)
      warn(
        linePath(first, 'CiqCode'),
        `${lineNames(without.map((index) => String(index + 1)))}没有填检验检疫编码：该商品编号有监管类别可选的，应填3位`,
      )
  },
)

/** Legal units of a line that the tariff names, or `undefined` when it names none for this direction. */
function legalUnits(context: RuleContext, line: DecList): { first: string; second: string } | undefined {
  const more = context.codes.row('tariff', line.CodeTS ?? '')?.more
  const first = more?.['unit1']
  if (more === undefined || first === undefined) return undefined
  // Some units hold for imports only (notice of 2022-06-20).
  if (more['unit_when']?.startsWith('进口') && !isImport(context)) return undefined
  return { first, second: more['unit2'] ?? '' }
}

/** L04: legal units and the second quantity. Units of the practice tariff are yellow: it stops nothing. */
export const tariffUnits = makeRule(
  {
    id: 'L04',
    scope: 'line',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '法定计量单位须与税则一致；有第二法定单位的填第二法定数量，没有的不填',
  },
  (context, report) => {
    linesOf(context).forEach((line, index) => {
      judgeUnits(context, line, index, report)
      if (filled(line.SecondUnit) && !filled(line.SecondQty))
        report.error(linePath(index, 'SecondQty'), `${lineName(index)}有第二法定单位，应填第二法定数量`)
      if (!filled(line.SecondUnit) && filled(line.SecondQty))
        report.error(
          linePath(index, 'SecondUnit'),
          `${lineName(index)}填了第二法定数量，还应填第二法定单位，或清空数量`,
        )
    })
  },
)

function judgeUnits(context: RuleContext, line: DecList, index: number, { error, warn }: Report): void {
  const legal = legalUnits(context, line)
  if (legal === undefined) return
  const say = context.codes.practiceOnly('tariff') ? warn : error
  const unitName = (code: string): string => `${code}${context.codes.row('unit', code)?.name ?? ''}`
  const of = `${lineName(index)}商品编号${line.CodeTS}的`
  if (filled(line.FirstUnit) && line.FirstUnit !== legal.first)
    say(
      linePath(index, 'FirstUnit'),
      `${of}第一法定单位应为${unitName(legal.first)}，现在是${unitName(line.FirstUnit)}`,
    )
  if (legal.second === '' && filled(line.SecondUnit))
    say(linePath(index, 'SecondUnit'), `${of}税则没有第二法定单位，应清空第二法定单位和数量`)
  if (legal.second !== '' && line.SecondUnit !== legal.second)
    say(linePath(index, 'SecondUnit'), `${of}第二法定单位应为${unitName(legal.second)}`)
}

/** L21: 3303 and 3304. */
export const cosmetics = makeRule(
  {
    id: 'L21',
    scope: 'line',
    severity: 'warn',
    from: '2022-06-20',
    source: 'notice of 2022-06-20 (summary)',
    confidence: 'high',
    title: '进口3303、3304：第一法定单位千克，第二法定单位件；按体积的1升折1千克；件数按零售包装、片或张计',
  },
  (context, { warn }) => {
    if (!isImport(context)) return
    linesOf(context).forEach((line, index) => {
      if (!/^330[34]/.test(line.CodeTS ?? '')) return
      const name = lineName(index)
      if (line.FirstUnit !== '035')
        warn(linePath(index, 'FirstUnit'), `${name}是化妆品（3303、3304），第一法定单位应为035千克，1升折1千克`)
      if (line.SecondUnit !== '011')
        warn(linePath(index, 'SecondUnit'), `${name}是化妆品（3303、3304），第二法定单位应为011件`)
      if (filled(line.SecondQty) && !/^\d+(\.0+)?$/.test(line.SecondQty))
        warn(linePath(index, 'SecondQty'), `${name}第二法定数量按零售包装的件、片或张计，应为整数`)
    })
  },
)
