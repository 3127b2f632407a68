import { makeRule } from './make-rule.ts'
import { filled, isExport, isImport, lineName, linePath, linesOf } from './parts.ts'
import { sources } from './sources.ts'

/** L08: brand type and export preference at the head of the declaration elements. */
export const goodsModel = makeRule(
  {
    id: 'L08',
    scope: 'line',
    severity: 'error',
    source: `${sources.guide}; ${sources.notes}`,
    confidence: 'high',
    title: '规格型号第一项为品牌类型0至4；第二项为出口享惠情况，出口填0至2，进口填3或不填',
  },
  (context, { error }) => {
    linesOf(context).forEach(({ GModel }, index) => {
      if (!filled(GModel)) return
      const [brand = '', preference = ''] = GModel.split('|')
      const path = linePath(index, 'GModel')
      const name = `${lineName(index)}规格型号`
      if (!/^[0-4]$/.test(brand))
        error(path, `${name}的第一项应为品牌类型：0无品牌、1境内自主、2境内收购、3境外贴牌、4境外其他`)
      if (isExport(context) && !/^[0-2]$/.test(preference))
        error(path, `${name}的第二项应为出口享惠情况：0不享惠、1享惠、2不能确定`)
      if (isImport(context) && /^[0-2]$/.test(preference))
        error(path, `${name}的第二项是${preference}：进口的出口享惠情况应填3（不适用）或不填`)
    })
  },
)

/** L10: countries, by meaning; the writer swaps the two elements on exports. */
export const lineCountries = makeRule(
  {
    id: 'L10',
    scope: 'line',
    severity: 'error',
    source: `${sources.notes}; ${sources.schema}`,
    confidence: 'high',
    title: '原产国、最终目的国为3位字母代码（出口报文里两者互换由程序处理）',
  },
  (context, { error }) => {
    linesOf(context).forEach((line, index) => {
      const judge = (element: 'OriginCountry' | 'DestinationCountry', name: string): void => {
        const code = line[element]
        if (filled(code) && !/^[A-Z]{3}$/.test(code))
          error(linePath(index, element), `${lineName(index)}${name}“${code}”不对：应为3位大写字母，如CHN`)
      }
      judge('OriginCountry', '原产国（地区）')
      judge('DestinationCountry', '最终目的国（地区）')
    })
  },
)

/** L11: 境内目的地/境内货源地. */
export const domesticPlace = makeRule(
  {
    id: 'L11',
    scope: 'line',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '境内目的地/境内货源地填5位国内地区代码和6位行政区划代码',
  },
  (context, { error }) => {
    const [district, division] = isExport(context) ? ['境内货源地', '产地'] : ['境内目的地', '目的地']
    linesOf(context).forEach(({ DistrictCode, DestCode }, index) => {
      const name = lineName(index)
      if (!/^\d{5}$/.test(DistrictCode ?? ''))
        error(linePath(index, 'DistrictCode'), `${name}${district}应填5位国内地区代码，如31222`)
      if (!/^\d{6}$/.test(DestCode ?? ''))
        error(linePath(index, 'DestCode'), `${name}${division}代码应填6位行政区划代码，如310115`)
    })
  },
)
