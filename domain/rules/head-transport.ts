import type { DecHead } from '../fields/declaration/dec-message.ts'
import { makeRule, type Report } from './make-rule.ts'
import { anyFilled, filled, headOf, headPath, isExport, isImport } from './parts.ts'
import type { FieldPath, RuleContext } from './rule.ts'
import { sources } from './sources.ts'
import { isTransfer, noCrossingModes, processingTransfers, roadOnlyOffices } from './trade-modes.ts'

const voyagePath: FieldPath = 'DecFreeTxt.VoyNo'
const voyageOf = ({ message }: RuleContext): string => message.DecFreeTxt?.VoyNo ?? ''
const nameOf = (head: DecHead): string => head.TrafName ?? ''

/** No goods cross the border: domestic flow between bonded places. */
export const noCrossing = (head: DecHead): boolean => noCrossingModes.has(head.TrafMode ?? '')

/** Transit (转关): named by @, by the flag of the head or by the transit part. */
const inTransit = (context: RuleContext): boolean => {
  const head = headOf(context)
  const named = nameOf(head).startsWith('@') || voyageOf(context).startsWith('@')
  return named || head.DeclTrnRel === '1' || anyFilled(context.message.TrnHead)
}

/** H10: no real crossing. */
export const noCrossingBlank = makeRule(
  {
    id: 'H10',
    scope: 'head',
    severity: 'error',
    source: `${sources.guide}; ${sources.filling}`,
    confidence: 'high',
    title: '无实际进出境：进口填CIF、出口填FOB，国别CHN，港口CHN000，运输工具名称、航次号、提运单号留空',
  },
  (context, report) => {
    const { error } = report
    const head = headOf(context)
    if (!noCrossing(head)) return
    judgeInland(context, '无实际进出境的货物', report)
    const why = '无实际进出境的货物，'
    if (filled(head.TrafName)) error(headPath('TrafName'), `${why}运输工具名称应留空`)
    if (filled(voyageOf(context))) error(voyagePath, `${why}航次号应留空`)
    if (filled(head.BillNo)) error(headPath('BillNo'), `${why}提运单号应留空`)
  },
)

/**
 * Country, ports and price term of goods that stay inside the country. 启运港 is yellow: the filling rules let goods out of
 * a special zone name the zone, whose ports begin with CHN too.
 */
function judgeInland(context: RuleContext, goods: string, { error, warn }: Report): void {
  const head = headOf(context)
  if (filled(head.TradeCountry) && head.TradeCountry !== 'CHN')
    error(headPath('TradeCountry'), `${goods}，启运国/运抵国应填CHN（中国）`)
  if (filled(head.DistinatePort) && head.DistinatePort !== 'CHN000')
    error(headPath('DistinatePort'), `${goods}，经停港/指运港应填CHN000（中国境内）`)
  if (isImport(context) && filled(head.DespPortCode) && !head.DespPortCode.startsWith('CHN'))
    warn(headPath('DespPortCode'), `${goods}，启运港应填CHN000（中国境内）或特殊监管区域的港口代码`)
  if (isImport(context) && filled(head.TransMode) && head.TransMode !== '1')
    error(headPath('TransMode'), `${goods}，进口的成交方式应填1（CIF）`)
  if (isExport(context) && filled(head.TransMode) && head.TransMode !== '3')
    error(headPath('TransMode'), `${goods}，出口的成交方式应填3（FOB）`)
}

/** H29: transfers and remainder transfers. */
export const transferInland = makeRule(
  {
    id: 'H29',
    scope: 'head',
    severity: 'error',
    source: `${sources.processing}; ${sources.guide}`,
    confidence: 'high',
    title: '加工贸易深加工结转、余料结转：国别CHN，港口CHN000，进口填CIF，出口填FOB',
  },
  (context, report) => {
    const head = headOf(context)
    // H10 has the same words for a mode without crossing.
    if (isTransfer(head.TradeMode) && !noCrossing(head)) judgeInland(context, '加工贸易结转货物', report)
  },
)

/** What each mode of transport asks for at direct filing (transport_rules of the guide). */
interface ModeNeeds {
  readonly name: string
  readonly vessel?: string
  readonly voyage?: string
  /** The voyage is a date. */
  readonly date?: true
  readonly noVoyage?: true
}
const modeNeeds: Record<string, ModeNeeds> = {
  '2': { name: '水路运输', vessel: '船舶编号或英文船名', voyage: '与舱单一致' },
  '3': { name: '铁路运输', vessel: '车厢编号或交接单号', voyage: '进出境日期（8位）', date: true },
  '4': { name: '公路运输', voyage: '货物运输批次号或8位日期' },
  '5': { name: '航空运输', vessel: '航班号', noVoyage: true },
  '6': { name: '邮件运输', vessel: '邮政包裹单号', voyage: '进出境日期（8位）', date: true },
  '9': { name: '其他方式运输', noVoyage: true },
  G: { name: '固定设施运输', vessel: '运输方式名称，如管道', noVoyage: true },
  L: { name: '旅客携带', vessel: '运输方式名称，如旅客携带', noVoyage: true },
}

/** H24: name of the means, voyage and bill by mode. */
export const transportNames = makeRule(
  {
    id: 'H24',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '运输工具名称、航次号按运输方式填写，与舱单一致；转关货物填@加转关号',
  },
  (context, { error }) => {
    const head = headOf(context)
    const mode = head.TrafMode ?? ''
    const needs = Object.hasOwn(modeNeeds, mode) ? modeNeeds[mode] : undefined
    if (needs === undefined || isTransfer(head.TradeMode)) return
    if (head.TrafName === '集中申报') {
      if (!/^\d{16}$/.test(head.BillNo ?? ''))
        error(headPath('BillNo'), '集中申报的提运单号应填起止日期共16位数字，如2026110120261110')
      return
    }
    if (inTransit(context)) return judgeTransit(context, needs, error)
    const voyage = voyageOf(context)
    if (needs.vessel && !filled(head.TrafName))
      error(headPath('TrafName'), `${needs.name}应填运输工具名称（${needs.vessel}）`)
    if (needs.voyage && !filled(voyage)) error(voyagePath, `${needs.name}应填航次号（${needs.voyage}）`)
    if (needs.date && filled(voyage) && !/^\d{8}$/.test(voyage))
      error(voyagePath, `${needs.name}的航次号应填8位日期，如20261105`)
    if (needs.noVoyage && filled(voyage)) error(voyagePath, `${needs.name}的航次号应留空`)
  },
)

/** Transit: the name, on imports by water and rail also the voyage, carries the @. Exports by water may name a barge. */
function judgeTransit(context: RuleContext, needs: ModeNeeds, error: (path: FieldPath, text: string) => void): void {
  const head = headOf(context)
  const name = nameOf(head)
  if (!filled(name))
    return error(headPath('TrafName'), `转关货物应填运输工具名称：@加转关号，中转货物按${needs.name}填写`)
  if (name.startsWith('@') || head.TrafMode === '2') return
  const through = isImport(context) && head.TrafMode === '3' && voyageOf(context).startsWith('@')
  if (!through) error(headPath('TrafName'), '转关货物的运输工具名称应填@加13位或16位转关号，一票多单填@')
}

/** H26: bill number. */
export const billNumber = makeRule(
  {
    id: 'H26',
    scope: 'head',
    severity: 'error',
    source: `${sources.processing}; ${sources.guide}`,
    confidence: 'high',
    title: '水路、铁路、航空、邮件运输须填提运单号',
  },
  (context, { error, warn }) => {
    const head = headOf(context)
    if (!['2', '3', '5', '6'].includes(head.TrafMode ?? '') || filled(head.BillNo) || isTransfer(head.TradeMode)) return
    // The transit table of the guide names no bill for exports, so it only warns there.
    const say = isExport(context) && inTransit(context) ? warn : error
    say(headPath('BillNo'), '水路、铁路、航空、邮件运输应填提运单号，与舱单一致')
  },
)

/** H27: names that start with @. */
export const transitName = makeRule(
  {
    id: 'H27',
    scope: 'head',
    severity: 'error',
    source: `${sources.processing}; ${sources.guide}`,
    confidence: 'high',
    title: '转关运输工具名称：@加13位或16位数字，一票多单只填@；并填写转关单',
  },
  (context, { error }) => {
    const name = nameOf(headOf(context))
    if (!name.startsWith('@')) return
    if (!/^@(\d{13}|\d{16})?$/.test(name))
      error(headPath('TrafName'), `运输工具名称“${name}”不对：@后应为13位载货清单号或16位转关号，一票多单只填@`)
    if (!anyFilled(context.message.TrnHead) && !anyFilled(context.message.TrnList))
      error('TrnHead.TurnNo', '运输工具名称以@开头的是转关货物，应填写转关单')
  },
)

/** H28: processing transfers without a name. */
export const transferName = makeRule(
  {
    id: 'H28',
    scope: 'head',
    severity: 'warn',
    source: sources.processing,
    confidence: 'medium',
    title: '深加工结转（0255、0654）的运输工具名称可以为空，请确认一次',
  },
  (context, { warn }) => {
    const head = headOf(context)
    if (processingTransfers.has(head.TradeMode ?? '') && !noCrossing(head) && !filled(head.TrafName))
      warn(headPath('TrafName'), '深加工结转没有填运输工具名称：可以为空，请确认确实不填')
  },
)

/** H31: offices with a road crossing only. */
export const roadOffice = makeRule(
  {
    id: 'H31',
    scope: 'head',
    severity: 'warn',
    source: sources.processing,
    confidence: 'medium',
    title: '皇岗、文锦渡只有公路口岸，运输方式应为4（公路运输）',
  },
  (context, { warn }) => {
    const head = headOf(context)
    const applies = roadOnlyOffices.has(head.IEPort ?? '') && filled(head.TrafMode) && !noCrossing(head)
    if (applies && head.TrafMode !== '4')
      warn(headPath('TrafMode'), '进出境关别是公路口岸（皇岗、文锦渡），运输方式一般为4（公路运输），请核对')
  },
)
