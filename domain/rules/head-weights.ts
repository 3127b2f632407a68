import { makeRule } from './make-rule.ts'
import { decimalOf, decimalPlaces } from './numbers.ts'
import { filled, headOf, headPath } from './parts.ts'
import { sources } from './sources.ts'

/** From this day weights below 1 kg are given to two decimals (GACC 2024 No. 30); before, 1 was put. */
const smallWeightsSince = '2024-04-10'
const weights = [
  { name: '毛重', element: 'GrossWet' },
  { name: '净重', element: 'NetWt' },
] as const

/** H02: 件数. */
export const packages = makeRule(
  {
    id: 'H02',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '件数是1至999999999的整数，裸装货物填1',
  },
  (context, { error }) => {
    const { PackNo } = headOf(context)
    if (filled(PackNo) && !/^[1-9]\d{0,8}$/.test(PackNo))
      error(headPath('PackNo'), `件数“${PackNo}”不对：应是1至999999999的整数，不能为0，裸装货物填1`)
  },
)

/** H03: 毛重 and 净重; two states, see `smallWeightsSince`. */
export const weightRange = makeRule(
  {
    id: 'H03',
    scope: 'head',
    severity: 'error',
    source: `${sources.guide}; GACC 2024 No. 30, from 2024-04-10`,
    confidence: 'high',
    title: '毛重、净重以千克计，大于0（2024年4月10日起最小0.01），最多5位小数，净重不大于毛重',
  },
  (context, { error }) => {
    const head = headOf(context)
    const least = context.day >= smallWeightsSince ? '0.01' : undefined
    for (const { name, element } of weights) {
      const text = head[element]
      if (!filled(text)) continue
      const weight = decimalOf(text)
      const path = headPath(element)
      if (weight === undefined) error(path, `${name}“${text}”不是数字：应填千克数，只用数字和小数点`)
      else if (weight.lessThanOrEqualTo(0)) error(path, `${name}应大于0千克`)
      else if (least !== undefined && weight.lessThan(least)) error(path, `${name}小于0.01千克：最小填0.01`)
      else if (decimalPlaces(text) > 5) error(path, `${name}最多5位小数，现在有${decimalPlaces(text)}位`)
    }
    const gross = decimalOf(head.GrossWet)
    const net = decimalOf(head.NetWt)
    if (gross && net?.greaterThan(gross))
      error(headPath('NetWt'), `净重${head.NetWt}千克大于毛重${head.GrossWet}千克：请核对，净重不能大于毛重`)
  },
)

/** H03b: weights below 1 kg. */
export const smallWeight = makeRule(
  {
    id: 'H03b',
    scope: 'head',
    severity: 'warn',
    source: 'GACC 2024 No. 30, from 2024-04-10; before: 2018 entry guide',
    confidence: 'high',
    title: '不足1千克的重量填到两位小数，不再进为1（2024年4月10日以前的报关单填1）',
  },
  (context, { warn }) => {
    const head = headOf(context)
    for (const { name, element } of weights) {
      const text = head[element]
      const weight = decimalOf(text)
      if (text === undefined || weight === undefined || !weight.greaterThan(0) || !weight.lessThan(1)) continue
      if (context.day < smallWeightsSince)
        warn(headPath(element), `${name}${text}千克不足1千克：2024年4月10日以前的报关单填1`)
      else if (decimalPlaces(text) > 2)
        warn(headPath(element), `${name}${text}千克不足1千克：应保留两位小数，如${weight.toFixed(2)}`)
    }
  },
)
