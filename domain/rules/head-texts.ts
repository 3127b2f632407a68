import type { DecHead } from '../fields/declaration/dec-message.ts'
import { decMessage } from '../fields/declaration/dec-message.ts'
import { makeRule, unsure } from './make-rule.ts'
import { characters, ecoRowsOf, filled, headOf, headPath, isImport } from './parts.ts'
import { rowName } from './row-name.ts'
import { settings } from './settings.ts'
import { sources } from './sources.ts'
import { eachField } from './walk.ts'

/** H20: 标记唛码. */
export const marks = makeRule(
  {
    id: 'H20',
    scope: 'head',
    severity: 'warn',
    source: sources.guide,
    confidence: 'high',
    title: '没有标记唛码时填N/M',
  },
  (context, { warn }) => {
    if (!filled(headOf(context).MarkNo)) warn(headPath('MarkNo'), '标记唛码为空：没有唛码时填N/M')
  },
)

const longest = [
  { name: '标记唛码', element: 'MarkNo', most: settings.marksLongest },
  { name: '合同协议号', element: 'ContrNo', most: settings.contractLongest },
  { name: '货物存放地点', element: 'GoodsPlace', most: settings.placeLongest },
] as const satisfies readonly { name: string; element: keyof DecHead; most: number }[]

/** Bytes of a text in a Chinese encoding: two for each character outside ASCII. */
function wideLength(text: string): number {
  let bytes = 0
  for (const character of text) bytes += character > '\u007f' ? 2 : 1
  return bytes
}

/** H21: lengths of the long head texts. */
export const textLengths = makeRule(
  {
    id: 'H21',
    scope: 'head',
    severity: 'error',
    source: `${sources.notes}; ${sources.guide}`,
    confidence: 'medium',
    title: '备注最多255个字符（2018年指南为70，超过时提醒），标记唛码400，合同协议号32，货物存放地点100',
  },
  (context, { error, warn }) => {
    const head = headOf(context)
    for (const { name, element, most } of longest) {
      const length = characters(head[element] ?? '')
      if (length > most) error(headPath(element), `${name}最多${most}个字符，现在有${length}个`)
    }
    const note = head.NoteS ?? ''
    const length = characters(note)
    const path = headPath('NoteS')
    if (length > settings.noteLongest) error(path, `备注最多${settings.noteLongest}个字符，现在有${length}个`)
    else if (wideLength(note) > settings.noteLongest)
      warn(path, `备注按字节计超过${settings.noteLongest}（汉字算两个），可能被截断，建议精简${unsure}`)
    else if (length > settings.noteLongest2018)
      warn(path, `备注有${length}个字符，旧版最多${settings.noteLongest2018}个，建议精简以免被截断`)
  },
)

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff

/** The text holds what XML 1.0 cannot hold at all: control characters or half of a surrogate pair. */
function unsendable(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) return true
    if (code < 0xd800) continue
    if (code >= 0xfffe || isLow(code)) return true
    if (isHigh(code) && !isLow(text.charCodeAt(++at))) return true
  }
  return false
}

/** H25: characters that cannot be sent, and separators inside declaration elements. The writer escapes < > &. */
export const plainText = makeRule(
  {
    id: 'H25',
    scope: 'head',
    severity: 'error',
    source: `${sources.schema}; separators: ${sources.practice}`,
    confidence: 'high / medium',
    title: '文字里不能有控制字符；规格型号的各要素里不能有分隔符“|”（<、>、& 由程序转义，可以照填）',
  },
  (context, { error }) => {
    eachField(decMessage, context.message, (field, path, value, section, row) => {
      if (unsendable(value))
        error(path, `${rowName(section, row)}${field.label}里有看不见的控制字符（常由粘贴带入），请删去后重新输入`)
      if (field.element === 'ElementValue' && value.includes('|'))
        error(path, '申报要素的内容里不能有“|”，它是各要素之间的分隔符')
    })
  },
)

const hongKongMacao = ['HKG', 'MAC']

/** L19: 中转确认书 in the remark. */
export const transshipmentProof = makeRule(
  {
    id: 'L19',
    scope: 'head',
    severity: 'warn',
    from: '2024-08-23',
    source: 'GACC 2024 No. 110',
    confidence: 'high',
    title: '享惠货物经香港、澳门中转并有中转确认书的，在备注填“中转确认书”和编号，不用上传',
  },
  (context, { warn }) => {
    if (!isImport(context)) return
    const { TradeCountry = '', DistinatePort = '', NoteS = '' } = headOf(context)
    const preference = ecoRowsOf(context).some((row) => row.CertType?.startsWith('Y'))
    const route = [TradeCountry, DistinatePort.slice(0, 3)].some((code) => hongKongMacao.includes(code))
    const path = headPath('NoteS')
    if (/中转确认书/.test(NoteS) && !/中转确认书[^0-9A-Za-z]{0,4}[0-9A-Za-z-]{4,}/.test(NoteS))
      warn(path, '备注里有“中转确认书”，后面还应填确认书编号')
    else if (preference && route && !NoteS.includes('中转确认书'))
      warn(path, '享惠货物经香港或澳门中转：有中转确认书的，应在备注填“中转确认书”和编号')
  },
)
