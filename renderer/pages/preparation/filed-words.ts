import { unitKinds } from '../../../domain/fields/qualification/choices.ts'
import { qualificationSteps } from '../../../domain/fields/qualification/qualification.ts'
import { codesOf } from '../../../domain/fields/step-text.ts'
import { rightNames } from './words.ts'

/** What the authority says of a filing beside the fields of the application. */
const ownNames: Readonly<Record<string, string>> = {
  creditCode: '统一社会信用代码',
  companyName: '企业名称',
  customsCode: '海关注册编码',
  inspectionCode: '检验检疫备案号',
  rights: '资质',
  unitKinds: '资质类别',
  validUntil: '有效期至',
  cancelled: '注销标志',
}

const ownWords: Readonly<Record<string, (value: string) => string>> = {
  rights: (value) => (value === 'customs' || value === 'inspection' ? rightNames[value] : value),
  unitKinds: (value) => unitKinds.find(({ code }) => code === value)?.name ?? value,
  cancelled: (value) => (value === 'true' ? '已注销' : '正常'),
}

function fieldOf(path: string) {
  const names = path.split('.')
  const [section = ''] = names
  const element = names.at(-1) ?? ''
  const part = qualificationSteps
    .flatMap(({ parts }) => parts)
    .find((each) => each.section === section && each.fields.some((field) => field.element === element))
  return { names, part, field: part?.fields.find((field) => field.element === element) }
}

/** `investors.0.share` → 出资者 第1行 比例（%）; `rights.1` → 资质 */
export function nameOfPath(path: string): string {
  const { names, part, field } = fieldOf(path)
  if (field === undefined) return ownNames[names[0] ?? ''] ?? path
  return names.length > 2 ? `${part?.title ?? ''} 第${Number(names[1]) + 1}行 ${field.label}` : field.label
}

/**
 * A value by its name where the field is a choice or a code: nobody reads codes.
 * @param named code and name in a code table
 */
export function wordsOfPath(path: string, value: string, named: (table: string, code: string) => string): string {
  if (value === '') return '（空）'
  const { names, field } = fieldOf(path)
  if (field === undefined) return ownWords[names[0] ?? '']?.(value) ?? value
  const { choices, table } = field
  if (choices !== undefined)
    return codesOf(value)
      .map((code) => choices.find((choice) => choice.code === code)?.name ?? code)
      .join('、')
  return table === undefined ? value : named(table, value)
}
