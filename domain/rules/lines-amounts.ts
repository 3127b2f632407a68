import type { DecList } from '../fields/declaration/dec-message.ts'
import { makeRule } from './make-rule.ts'
import { type Decimal, decimalOf, decimalPlaces, shown } from './numbers.ts'
import { filled, headOf, headPath, lineName, linePath, linesOf } from './parts.ts'
import { settings } from './settings.ts'
import { sources } from './sources.ts'

/** L05: same unit, same quantity. */
export const sameUnit = makeRule(
  {
    id: 'L05',
    scope: 'line',
    severity: 'error',
    source: sources.practice,
    confidence: 'medium',
    title: '成交单位与法定单位相同时，成交数量与法定数量应相等',
  },
  (context, { error }) => {
    linesOf(context).forEach((line, index) => {
      const judge = (unit: 'FirstUnit' | 'SecondUnit', quantity: 'FirstQty' | 'SecondQty', name: string): void => {
        if (!filled(line.GUnit) || line.GUnit !== line[unit] || line.GQty === line[quantity]) return
        const deal = decimalOf(line.GQty)
        const legal = decimalOf(line[quantity])
        if (deal && legal && !deal.equals(legal))
          error(
            linePath(index, quantity),
            `${lineName(index)}成交单位与${name}单位相同，${name}数量应等于成交数量${line.GQty}，现在是${line[quantity]}`,
          )
      }
      judge('FirstUnit', 'FirstQty', '第一法定')
      judge('SecondUnit', 'SecondQty', '第二法定')
    })
  },
)

/** Customs keeps the price with four decimals, so the total may differ by half of the last of them for each piece. */
const halfOfPrice = '0.00005'
/** And the total with two. */
const halfOfTotal = '0.005'

/** L06: 总价. */
export const lineTotal = makeRule(
  {
    id: 'L06',
    scope: 'line',
    severity: 'error',
    source: `${sources.guide}; precision: ${sources.notes}`,
    confidence: 'high',
    title: '总价等于成交数量乘单价（四舍五入以内）；海关单价保留4位小数，总价保留2位',
  },
  (context, { error, warn }) => {
    linesOf(context).forEach((line, index) => {
      const path = linePath(index, 'DeclTotal')
      const quantity = decimalOf(line.GQty)
      const price = decimalOf(line.DeclPrice)
      const total = decimalOf(line.DeclTotal)
      if (quantity && price && total) {
        const right = quantity.times(price)
        const allowed = quantity.abs().times(halfOfPrice).plus(halfOfTotal)
        if (right.minus(total).abs().greaterThan(allowed))
          error(
            path,
            `${lineName(index)}总价${line.DeclTotal}与数量×单价不符：${line.GQty}×${line.DeclPrice}＝${shown(right.toDecimalPlaces(2))}`,
          )
      }
      if (total && decimalPlaces(line.DeclTotal ?? '') > 2 && !total.equals(total.toDecimalPlaces(2)))
        warn(
          path,
          `${lineName(index)}总价${line.DeclTotal}超过2位小数，海关只保留2位：${shown(total.toDecimalPlaces(2))}`,
        )
    })
  },
)

const kilogram = '035'

/** The quantity of a line that is given in kilograms. */
const kilograms = (line: DecList): Decimal | undefined => {
  if (line.FirstUnit === kilogram) return decimalOf(line.FirstQty)
  return line.SecondUnit === kilogram ? decimalOf(line.SecondQty) : undefined
}

/** L07: kilogram quantities and net weight. */
export const netWeightSum = makeRule(
  {
    id: 'L07',
    scope: 'line',
    severity: 'warn',
    source: sources.practice,
    confidence: 'medium',
    title: '各项以千克计的法定数量之和不大于净重，也不应远小于净重',
  },
  (context, { warn }) => {
    const net = decimalOf(headOf(context).NetWt)
    const weights = linesOf(context).map(kilograms)
    const known = weights.filter((weight) => weight !== undefined)
    const [first, ...rest] = known
    if (net === undefined || first === undefined) return
    const sum = rest.reduce((total, weight) => total.plus(weight), first)
    const path = headPath('NetWt')
    if (sum.greaterThan(net)) warn(path, `各项千克数合计${shown(sum)}，大于净重${shown(net)}：请核对法定数量和净重`)
    else if (known.length === weights.length && sum.lessThan(net.times(settings.netWeightFarBelow)))
      warn(path, `各项千克数合计只有${shown(sum)}，远小于净重${shown(net)}：请核对法定数量和净重`)
  },
)

/** L12: 征免方式. */
export const dutyMode = makeRule(
  {
    id: 'L12',
    scope: 'line',
    severity: 'error',
    source: `${sources.guide}; usual pair: ${sources.practice}`,
    confidence: 'high / medium',
    title: '每项须填征免方式；一般贸易、一般征税通常为1（照章征税）',
  },
  (context, { error, warn }) => {
    const { TradeMode, CutMode } = headOf(context)
    const ordinary = TradeMode === '0110' && CutMode === '101'
    linesOf(context).forEach(({ DutyMode }, index) => {
      const path = linePath(index, 'DutyMode')
      if (!filled(DutyMode)) error(path, `${lineName(index)}应填征免方式`)
      else if (ordinary && DutyMode !== '1')
        warn(path, `${lineName(index)}征免方式为${DutyMode}：一般贸易（0110）、一般征税（101）通常为1照章征税，请核对`)
    })
  },
)
