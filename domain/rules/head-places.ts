import type { DecHead } from '../fields/declaration/dec-message.ts'
import { needsInspection } from './inspection.ts'
import { makeRule } from './make-rule.ts'
import { filled, headOf, headPath, isExport, isImport } from './parts.ts'
import type { RuleContext } from './rule.ts'
import { sources } from './sources.ts'
import { isTransfer } from './trade-modes.ts'

const unknownOffice = (context: RuleContext, code: string): boolean =>
  context.codes.has('customs_district') && context.codes.row('customs_district', code) === undefined

/** H01: 申报地海关. The stored list has 1044 of about 1325 offices, so an unknown one is yellow. */
export const filingOffice = makeRule(
  {
    id: 'H01',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '申报地海关为4位关区代码，须是具体海关，不能以00结尾',
  },
  (context, { error, warn }) => {
    const { CustomMaster } = headOf(context)
    if (!filled(CustomMaster)) return
    const path = headPath('CustomMaster')
    if (!/^\d{4}$/.test(CustomMaster)) error(path, `申报地海关“${CustomMaster}”不对：应为4位数字的关区代码`)
    else if (CustomMaster.endsWith('00')) error(path, `${CustomMaster}是直属海关，不能作申报地海关：请选其下的具体海关`)
    else if (unknownOffice(context, CustomMaster))
      warn(path, `关区代码表里没有${CustomMaster}（本表不全），请核对申报地海关`)
  },
)

/** H17: ports and place of the goods. */
export const portsFilled = makeRule(
  {
    id: 'H17',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'medium',
    title: '进口须填启运港、入境口岸，须检验检疫的还要填货物存放地点；出口须填离境口岸',
  },
  (context, { error }) => {
    const head = headOf(context)
    if (isImport(context)) {
      if (!filled(head.DespPortCode)) error(headPath('DespPortCode'), '进口报关单应填启运港（境外首个装运港）')
      if (!filled(head.EntyPortCode)) error(headPath('EntyPortCode'), '进口报关单应填入境口岸')
      if (!filled(head.GoodsPlace) && needsInspection(context))
        error(headPath('GoodsPlace'), '须检验检疫的进口货物应填货物存放地点')
    }
    if (isExport(context) && !filled(head.EntyPortCode)) error(headPath('EntyPortCode'), '出口报关单应填离境口岸')
  },
)

const shapes = [
  { name: '贸易国（地区）', element: 'TradeAreaCode', form: /^[A-Z]{3}$/, right: '3位大写字母，如DEU' },
  { name: '启运国/运抵国', element: 'TradeCountry', form: /^[A-Z]{3}$/, right: '3位大写字母，如DEU' },
  { name: '经停港/指运港', element: 'DistinatePort', form: /^[A-Z]{3}\d{3}$/, right: '3位字母加3位数字，如DEU063' },
  { name: '启运港', element: 'DespPortCode', form: /^[A-Z]{3}\d{3}$/, right: '3位字母加3位数字，如DEU063' },
  { name: '入境/离境口岸', element: 'EntyPortCode', form: /^\d{6}$/, right: '6位数字，如311002' },
] as const satisfies readonly { name: string; element: keyof DecHead; form: RegExp; right: string }[]

/** H22: forms of country and port codes. */
export const placeCodes = makeRule(
  {
    id: 'H22',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '国别代码3位字母，港口代码3位字母加3位数字，国内口岸代码6位数字',
  },
  (context, { error }) => {
    const head = headOf(context)
    for (const { name, element, form, right } of shapes) {
      const code = head[element]
      if (filled(code) && !form.test(code)) error(headPath(element), `${name}“${code}”不对：应为${right}`)
    }
  },
)

/** H23: port and country. */
export const portAndCountry = makeRule(
  {
    id: 'H23',
    scope: 'head',
    severity: 'warn',
    source: sources.practice,
    confidence: 'medium',
    title: '港口与国别应相符（港口代码前三位等于国别代码），中转货物除外',
  },
  (context, { warn }) => {
    const { DespPortCode = '', DistinatePort = '', TradeCountry } = headOf(context)
    if (!filled(TradeCountry)) return
    const first = DespPortCode.slice(0, 3)
    const last = DistinatePort.slice(0, 3)
    // On imports two different port countries mean transshipment: then either may be the country of departure.
    if (isImport(context) && first !== '' && first !== TradeCountry && (last === '' || last !== TradeCountry))
      warn(headPath('DespPortCode'), `启运港${DespPortCode}与启运国${TradeCountry}不符，请核对（中转货物除外）`)
    if (isExport(context) && last !== '' && last !== TradeCountry)
      warn(headPath('DistinatePort'), `指运港${DistinatePort}与运抵国${TradeCountry}不符，请核对（中转货物除外）`)
  },
)

/** H32: local practice of Huangpu customs. */
export const huangpuYard = makeRule(
  {
    id: 'H32',
    scope: 'head',
    severity: 'warn',
    source: sources.processing,
    confidence: 'low: local and old',
    title: '黄埔关区（52开头）曾要求填货场代码，并在备注填“[装卸口岸]:名称”',
  },
  (context, { warn }) => {
    const head = headOf(context)
    if (!(head.IEPort ?? '').startsWith('52') && !(head.CustomMaster ?? '').startsWith('52')) return
    const usual = isTransfer(head.TradeMode) ? '5297（结转货物）' : '5298或5299'
    if (!filled(context.message.DecFreeTxt?.CusFie))
      warn('DecFreeTxt.CusFie', `黄埔关区以往要求填货场代码，一般为${usual}，请向现场确认`)
    if (!(head.NoteS ?? '').includes('[装卸口岸]'))
      warn(headPath('NoteS'), '黄埔关区以往要求在备注填“[装卸口岸]:名称”，请向现场确认')
  },
)

const removed = [
  { name: '检验检疫受理机关', element: 'OrgCode' },
  { name: '口岸检验检疫机关', element: 'InspOrgCode' },
  { name: '领证机关', element: 'VsaOrgCode' },
] as const satisfies readonly { name: string; element: keyof DecHead }[]

/** H37: offices that were removed from the form. */
export const removedOffices = makeRule(
  {
    id: 'H37',
    scope: 'head',
    severity: 'error',
    from: '2024-04-10',
    source: `GACC 2024 No. 30; ${sources.notes}`,
    confidence: 'high',
    title: '检验检疫受理机关、口岸检验检疫机关、领证机关自2024年4月10日起取消，不再填写',
  },
  (context, { error }) => {
    const head = headOf(context)
    for (const { name, element } of removed)
      if (filled(head[element])) error(headPath(element), `${name}已自2024年4月10日起取消，应清空`)
  },
)

/** H38: 目的地海关. */
export const destinationOffice = makeRule(
  {
    id: 'H38',
    scope: 'head',
    severity: 'error',
    from: '2024-04-10',
    source: 'GACC 2024 No. 30',
    confidence: 'high',
    title: '须在目的地检验、检疫或监管的进口货物应填目的地海关（4位关区代码），其他可以不填',
  },
  (context, { error, warn }) => {
    if (!isImport(context)) return
    const { PurpOrgCode } = headOf(context)
    const path = headPath('PurpOrgCode')
    if (!filled(PurpOrgCode)) {
      if (needsInspection(context)) error(path, '须在目的地检验检疫或监管的进口货物应填目的地海关（4位关区代码）')
    } else if (!/^\d{4}$/.test(PurpOrgCode)) error(path, `目的地海关“${PurpOrgCode}”不对：应为4位数字的关区代码`)
    else if (unknownOffice(context, PurpOrgCode))
      warn(path, `关区代码表里没有${PurpOrgCode}（本表不全），请核对目的地海关`)
  },
)
