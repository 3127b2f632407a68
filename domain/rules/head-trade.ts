import type { DecHead } from '../fields/declaration/dec-message.ts'
import { makeRule } from './make-rule.ts'
import { filled, headOf, headPath, isExport, isImport } from './parts.ts'
import { settings } from './settings.ts'
import { sources } from './sources.ts'
import {
  blankCutModes,
  boughtMaterialModes,
  domesticSaleModes,
  exportOnlyModes,
  importOnlyModes,
  isTransfer,
  processingModes,
  suppliedMaterialModes,
} from './trade-modes.ts'

const single = [
  { name: '备案号', element: 'ManualNo' },
  { name: '许可证号', element: 'LicenseNo' },
  { name: '监管方式', element: 'TradeMode' },
  { name: '征免性质', element: 'CutMode' },
  { name: '提运单号', element: 'BillNo' },
] as const satisfies readonly { name: string; element: keyof DecHead }[]

/** H11: one of each a declaration. */
export const oneEach = makeRule(
  {
    id: 'H11',
    scope: 'head',
    severity: 'error',
    source: `${sources.guide}; ${sources.filling}`,
    confidence: 'high',
    title: '一份报关单只填一个备案号、许可证号、监管方式、征免性质、提运单号',
  },
  (context, { error }) => {
    const head = headOf(context)
    for (const { name, element } of single)
      if (/[,;，；、|\n]/.test(head[element] ?? ''))
        error(headPath(element), `${name}里像是有多个号码：一份报关单只能填一个，其余的请另填报关单`)
  },
)

/** H12: handbook number. */
export const manualNumber = makeRule(
  {
    id: 'H12',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'medium',
    title: '备案号12位、首位字母须在备案类别内；加工贸易须填备案号；结转货物不填征免性质',
  },
  (context, { error }) => {
    const { ManualNo, TradeMode = '', CutMode } = headOf(context)
    if (filled(ManualNo)) {
      const first = ManualNo.charAt(0)
      const known =
        !context.codes.has('manual_prefix') ||
        context.codes.row('manual_prefix', first) !== undefined ||
        (settings.moreManualPrefixes as readonly string[]).includes(first)
      if (!/^[0-9A-Z]{12}$/.test(ManualNo)) error(headPath('ManualNo'), '备案号应为12位大写字母和数字')
      else if (!known) error(headPath('ManualNo'), `备案号首位“${first}”不是已知的备案类别，请核对`)
    } else if (processingModes.has(TradeMode))
      error(headPath('ManualNo'), `监管方式${TradeMode}是加工贸易，应填备案号（手册或账册号）`)
    if (isTransfer(TradeMode) && filled(CutMode)) error(headPath('CutMode'), '加工贸易结转货物的征免性质应留空')
  },
)

/** Where the price questions are not asked: exports, and bonded processing except domestic sale. */
const noPriceQuestions = (head: DecHead): boolean =>
  head.IEFlag === 'E' || (processingModes.has(head.TradeMode ?? '') && !domesticSaleModes.has(head.TradeMode ?? ''))

/** H18: 价格说明. */
export const priceAnswers = makeRule(
  {
    id: 'H18',
    scope: 'head',
    severity: 'error',
    source: sources.notes,
    confidence: 'medium',
    title: '价格说明5位，每位填1（是）、0（否）或9（不填）；出口和保税加工的前三位填9',
  },
  (context, { error }) => {
    const head = headOf(context)
    const answers = head.PromiseItmes
    if (!filled(answers)) return
    const path = headPath('PromiseItmes')
    if (!/^[019]{5}$/.test(answers))
      error(
        path,
        '价格说明应为5位：特殊关系、价格影响、特许权使用费、公式定价、暂定价格，各填1（是）、0（否）或9（空）',
      )
    else if (noPriceQuestions(head) && !answers.startsWith('999'))
      error(path, '出口和保税加工货物不问特殊关系、价格影响、特许权使用费：价格说明前三位应为9（空）')
  },
)

/** H30: 征免性质 blank. */
export const cutModeBlank = makeRule(
  {
    id: 'H30',
    scope: 'head',
    severity: 'error',
    source: sources.processing,
    confidence: 'medium',
    title: '征免性质只有结转、退换、保税仓储等监管方式可以留空',
  },
  (context, { error }) => {
    const { TradeMode, CutMode } = headOf(context)
    if (filled(TradeMode) && !filled(CutMode) && !blankCutModes.has(TradeMode))
      error(headPath('CutMode'), `监管方式${TradeMode}应填征免性质（结转、退换、保税仓储货物才可留空）`)
  },
)

/** H34: trade mode and movement. */
export const modeAndMovement = makeRule(
  {
    id: 'H34',
    scope: 'head',
    severity: 'warn',
    source: sources.processing,
    confidence: 'medium',
    title: '监管方式应与货物的流向相符（进口料件、出口成品、结转、复出、内销等），并与手册种类相符',
  },
  (context, { warn }) => {
    const { TradeMode = '', ManualNo = '' } = headOf(context)
    const name = context.codes.row('trade_mode', TradeMode)?.name ?? ''
    if (isImport(context) && exportOnlyModes.has(TradeMode))
      warn(headPath('TradeMode'), `监管方式${TradeMode}${name}用于出口，这是进口报关单，请核对`)
    if (isExport(context) && importOnlyModes.has(TradeMode))
      warn(headPath('TradeMode'), `监管方式${TradeMode}${name}用于进口，这是出口报关单，请核对`)
    if (ManualNo.startsWith('B') && boughtMaterialModes.has(TradeMode))
      warn(headPath('TradeMode'), `B开头的手册是来料加工，监管方式${TradeMode}${name}是进料加工，请核对`)
    if (ManualNo.startsWith('C') && suppliedMaterialModes.has(TradeMode))
      warn(headPath('TradeMode'), `C开头的手册是进料加工，监管方式${TradeMode}${name}是来料加工，请核对`)
  },
)
