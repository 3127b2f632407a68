import type { DecList } from '../fields/declaration/dec-message.ts'
import { hasVinCheck, isVin } from '../identity/vin.ts'
import { attributesOf } from './inspection.ts'
import { makeRule, type Report } from './make-rule.ts'
import { filled, isImport, lineName, linePath, linesOf } from './parts.ts'
import type { FieldPath } from './rule.ts'
import { sources } from './sources.ts'

type Licence = NonNullable<DecList['DecGoodsLimits']>[number]

const licencesOfLine = (line: DecList): readonly Licence[] => line.DecGoodsLimits ?? []

/** Goods attribute → kinds of licence of which one is needed, with their Chinese names. */
const needed: Record<string, { kinds: readonly string[]; name: string }> = {
  '11': { kinds: ['410', '411'], name: '411强制性产品认证证书或410免办证明' },
  '21': { kinds: ['423'], name: '423进口旧机电产品装运前检验证书' },
  '34': { kinds: ['629'], name: '629第一类医疗器械备案凭证' },
  '35': { kinds: ['612'], name: '612医疗器械注册证' },
  '36': { kinds: ['612'], name: '612医疗器械注册证' },
  '39': { kinds: ['429', '430'], name: '429特种设备型式试验证书或430特种设备生产许可证' },
}
/** Kinds that take a placeholder when no number exists (GACC notice 2023-01). */
const withPlaceholder: readonly string[] = ['423', '612', '629']
const placeholder = (kinds: readonly string[]): string => {
  const kind = kinds.find((one) => withPlaceholder.includes(one))
  return kind === undefined ? '' : `；没有编号的填${kind}XXXXXX`
}
/** Chapters of machinery, electrical goods, vehicles and instruments: used goods (21) need 423 there only. */
const machinery = /^(8[4-9]|90)/

/** L14: attribute and licence. */
export const attributeLicence = makeRule(
  {
    id: 'L14',
    scope: 'line',
    severity: 'error',
    source: 'GACC notice 2023-01 (attribute and certificate)',
    confidence: 'high',
    title: '货物属性11须410或411证，34须629，35、36须612，39须429或430，21（旧机电）须423；没有编号的填如629XXXXXX',
  },
  (context, { error }) => {
    if (!isImport(context)) return
    linesOf(context).forEach((line, index) => {
      const have = licencesOfLine(line).map((licence) => licence.LicTypeCode ?? '')
      for (const attribute of attributesOf(line)) {
        const rule = Object.hasOwn(needed, attribute) ? needed[attribute] : undefined
        if (rule === undefined || (attribute === '21' && !machinery.test(line.CodeTS ?? ''))) continue
        const { kinds, name } = rule
        if (!kinds.some((kind) => have.includes(kind)))
          error(
            linePath(index, 'GoodsAttr'),
            `${lineName(index)}货物属性为${attribute}，产品资质应有${name}${placeholder(kinds)}`,
          )
      }
    })
  },
)

/** Headings of vehicles with a VIN under compulsory certification; our reading, the guide only says vehicles. */
const vehicles = /^(870[1-5]|8711)/
/** 强制性产品认证证书. */
const compulsoryCertificate = '411'

/** L15: VIN rows. */
export const vehicleNumbers = makeRule(
  {
    id: 'L15',
    scope: 'line',
    severity: 'error',
    source: `${sources.guide}; VIN alphabet: general standard`,
    confidence: 'high',
    title: '强制性认证的车辆须逐辆填VIN：17位，不含字母I、O、Q',
  },
  (context, report) => {
    linesOf(context).forEach((line, index) => {
      const vehicle = vehicles.test(line.CodeTS ?? '')
      licencesOfLine(line).forEach((licence, at) => {
        const path = `DecLists.${index}.DecGoodsLimits.${at}`
        const rows = licence.DecGoodsLimitVin ?? []
        if (vehicle && licence.LicTypeCode === compulsoryCertificate && rows.length === 0)
          report.error(`${path}.LicTypeCode`, `${lineName(index)}是强制性认证的车辆，应逐辆填VIN信息`)
        rows.forEach((row, number) => {
          const name = `${lineName(index)}第${number + 1}辆的车辆识别代码`
          judgeVin(row.VinCode, name, `${path}.DecGoodsLimitVin.${number}.VinCode`, report)
        })
      })
    })
  },
)

function judgeVin(vin: string | undefined, name: string, path: FieldPath, { error, warn }: Report): void {
  if (!filled(vin)) error(path, `${name}（VIN）未填`)
  else if (!isVin(vin)) error(path, `${name}“${vin}”不对：应为17位数字和大写字母，不含I、O、Q`)
  else if (!hasVinCheck(vin)) warn(path, `${name}“${vin}”第9位校验不符，请核对（部分国家的车辆不适用）`)
}

/** L24: unit of the written-off quantity. */
export const writtenOffUnit = makeRule(
  {
    id: 'L24',
    scope: 'line',
    severity: 'error',
    from: '2018-12-09',
    source: 'notice in force from 2018-12-09 (summary)',
    confidence: 'high',
    title: '填了许可证核销数量的，须填核销数量单位',
  },
  (context, { error }) => {
    linesOf(context).forEach((line, index) => {
      licencesOfLine(line).forEach((licence, at) => {
        if (filled(licence.LicWrtofQty) && !filled(licence.LicWrtofQtyUnit))
          error(
            `DecLists.${index}.DecGoodsLimits.${at}.LicWrtofQtyUnit`,
            `${lineName(index)}填了许可证核销数量，还应填核销数量单位`,
          )
      })
    })
  },
)
