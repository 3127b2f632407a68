import type { DecHead } from '../../../domain/fields/declaration/dec-message.ts'

/** Words of the four official blanks of 2018: declaration or FTZ list (备案清单), import or export. */
export interface FormVariant {
  readonly list: boolean
  readonly inward: boolean
  readonly title: string
  readonly trader: string
  readonly partner: string
  readonly owner: string
  readonly office: string
  readonly date: string
  readonly country: string
  readonly via: string
  readonly port: string
  readonly place: string
}

/** Document types (DecHead/Type, places 1 and 2) that are a 备案清单 by their name in the table `dec_type`. */
const listTypes: ReadonlySet<string> = new Set(['ML', 'LY', 'SM', 'SL', 'MK', 'AL', 'BL', 'ZY'])
/** 备案清单类型 4, 分送集报报关单, is a declaration by its name, not a list (table `bill_type`). */
const declarationKind = '4'

/** The blank that a declaration is printed on. */
export function formVariant({ IEFlag, BillType = '', Type = '' }: DecHead): FormVariant {
  const inward = IEFlag !== 'E'
  const list = BillType === '' ? listTypes.has(Type.slice(0, 2)) : BillType !== declarationKind
  const way = inward ? '进' : '出'
  return {
    list,
    inward,
    title: `中华人民共和国海关${list ? `${way}境货物备案清单` : `${way}口货物报关单`}`,
    trader: inward ? '境内收货人' : '境内发货人',
    partner: inward ? '境外发货人' : '境外收货人',
    owner: inward ? '消费使用单位' : '生产销售单位',
    office: `${way}境关别`,
    date: list ? `${way}境日期` : `${way}口日期`,
    country: inward ? '启运国（地区）' : '运抵国（地区）',
    via: inward ? '经停港' : '指运港',
    port: inward ? '入境口岸' : '离境口岸',
    place: inward ? '境内目的地' : '境内货源地',
  }
}
