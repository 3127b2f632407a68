import { makeRule } from './make-rule.ts'
import { filled, headOf, lineName, linePath, linesOf } from './parts.ts'
import { settings } from './settings.ts'
import { sources } from './sources.ts'

/** L01: number of lines. */
export const lineCount = makeRule(
  {
    id: 'L01',
    scope: 'line',
    severity: 'error',
    source: `${sources.schema}; ${sources.programs}`,
    confidence: 'high',
    title: '一份报关单有1至50项商品',
  },
  (context, { error }) => {
    const count = linesOf(context).length
    if (count === 0) error('DecLists', '还没有商品项：至少录入1项商品')
    if (count > settings.linesMost)
      error('DecLists', `有${count}项商品，一份报关单最多${settings.linesMost}项，多出的请另填一份`)
  },
)

/** L02: 商品序号. */
export const lineNumbers = makeRule(
  {
    id: 'L02',
    scope: 'line',
    severity: 'error',
    source: sources.programs,
    confidence: 'high',
    title: '商品序号从1起连续，不能有空号或重号',
  },
  (context, { error }) => {
    linesOf(context).forEach((line, index) => {
      if (line.GNo !== String(index + 1))
        error(linePath(index, 'GNo'), `${lineName(index)}的商品序号是“${line.GNo ?? ''}”，应为${index + 1}`)
    })
  },
)

/** L09: one currency. */
export const oneCurrency = makeRule(
  {
    id: 'L09',
    scope: 'line',
    severity: 'warn',
    source: sources.practice,
    confidence: 'low: unverified',
    title: '各项商品一般用同一种币制',
  },
  (context, { warn }) => {
    const lines = linesOf(context)
    const first = lines.find((line) => filled(line.TradeCurr))?.TradeCurr
    const at = lines.findIndex((line) => filled(line.TradeCurr) && line.TradeCurr !== first)
    const other = lines[at]
    if (other !== undefined)
      warn(
        linePath(at, 'TradeCurr'),
        `${lineName(at)}的币制是${other.TradeCurr}，前面是${first}：一份报关单一般用同一币制`,
      )
  },
)

/** L17: the same handbook line twice. */
export const handbookLine = makeRule(
  {
    id: 'L17',
    scope: 'line',
    severity: 'warn',
    source: sources.practice,
    confidence: 'low: unverified',
    title: '同一备案序号出现两次，只有单价或原产国不同时才分项',
  },
  (context, { warn }) => {
    if (!filled(headOf(context).ManualNo)) return
    const seen = new Map<string, number>()
    linesOf(context).forEach((line, index) => {
      if (!filled(line.ContrItem)) return
      const parts = [line.ContrItem, line.DeclPrice, line.TradeCurr, line.OriginCountry, line.DestinationCountry]
      const key = parts.join('|')
      const before = seen.get(key)
      if (before === undefined) seen.set(key, index)
      else
        warn(
          linePath(index, 'ContrItem'),
          `${lineName(index)}与${lineName(before)}的备案序号、单价和国别都相同，应合并为一项`,
        )
    })
  },
)
