import type { Field } from '../fields/field.ts'
import { describePattern } from '../rules/pattern-text.ts'

/** What a field takes, in the words of the clerk. */
function takes(field: Field): string {
  const { length, decimals } = field
  if (field.type === 'decimal') return `应为数字，最多 ${length} 位，小数最多 ${decimals} 位`
  if (field.type === 'integer') return `应为整数，最多 ${length} 位`
  if (field.type === 'date') return '应为8位日期（年月日）'
  if (field.type === 'datetime') return '应为16位日期时间'
  if (field.type === 'blob') return '应为 base64 编码的附件'
  if (field.pattern !== undefined) return describePattern(field.pattern)
  return `最多 ${length} 个字符`
}

const names = (list: string): string => [...list.matchAll(/\}([A-Za-z0-9_]+)/g)].map((found) => found[1]).join('、')

/**
 * Chinese text of a fault that libxml2 tells in English.
 * @param message its text after `Element '…': `
 * @param field what stands at the place of the fault, when that is a field
 */
export function faultText(message: string, field: Field | undefined): string {
  const expected = /Expected is (?:one of )?\((.*)\)/.exec(message)?.[1]
  if (message.includes('not expected')) {
    return expected === undefined ? '此处不应有这个元素' : `元素位置不对，此处应为：${names(expected)}`
  }
  if (message.includes('Missing child element')) return `缺少元素：${names(expected ?? '')}`
  const missing = /The attribute '(.*?)' is required/.exec(message)?.[1]
  if (missing !== undefined) return `缺少属性 ${missing}`
  const surplus = /The attribute '(.*?)' is not allowed/.exec(message)?.[1]
  if (surplus !== undefined) return `不应有属性 ${surplus}`
  if (field === undefined) return '内容不符合报文格式'
  const value = /(?:The value )?'([\s\S]*?)'/.exec(message.replace(/^\[facet '[a-zA-Z]+'\] /, ''))?.[1]
  if (value === '' || /has a length of '0'/.test(message)) return '不能为空'
  return takes(field)
}
