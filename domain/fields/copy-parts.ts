/** Parts of a declaration that are taken over into a copy or a template, one by one. */
export const copyParts = {
  parties: '收发货人、消费使用单位',
  terms: '监管方式、成交、运费等表头',
  goods: '商品（编号、名称、申报要素）',
  amounts: '数量、单价、金额、件数、重量',
  others: '随附单证及其他各项',
  transport: '运输工具、航次、提运单号、日期',
  containers: '集装箱',
} as const

export type CopyPart = keyof typeof copyParts

/** What a copy of last week's shipment wants: everything but what belongs to that shipment. */
export const usualCopy: readonly CopyPart[] = ['parties', 'terms', 'goods', 'amounts', 'others']
