import { free, head, type Placement } from './placement.ts'

/**
 * 基本信息, in the order of the official entry page (entry guide 2018, changed items by GACC 2024 No. 30).
 * Most fields are 4 units wide, so that the columns line up over all rows.
 */
export const headFields: readonly Placement[] = [
  head('CustomMaster', 4, '申报地海关', { needed: true }),
  head('IEPort', 4, { I: '进境关别', E: '出境关别' }, { needed: true }),
  head('ManualNo', 4, '备案号'),
  head('ContrNo', 4, '合同协议号'),
  head('IEDate', 4, '进口日期', { only: 'I', needed: true }),

  head('TradeCoScc', 5, { I: '境内收货人', E: '境内发货人' }, { hint: '18位统一社会信用代码', needed: true }),
  head('TradeCode', 2, { I: '境内收货人海关代码', E: '境内发货人海关代码' }, { bare: true, hint: '10位海关代码' }),
  head('TradeName', 4, { I: '境内收货人名称', E: '境内发货人名称' }, { bare: true, needed: true }),
  head('OverseasConsignorCode', 5, '境外发货人', { only: 'I', hint: 'AEO编码，没有则留空' }),
  head('OverseasConsignorEname', 4, '境外发货人名称（外文）', { only: 'I', bare: true, needed: true }),
  head('OverseasConsigneeCode', 5, '境外收货人', { only: 'E', hint: 'AEO编码，没有则留空' }),
  head('OverseasConsigneeEname', 4, '境外收货人名称（外文）', { only: 'E', bare: true, needed: true }),

  head('OwnerCodeScc', 5, { I: '消费使用单位', E: '生产销售单位' }, { hint: '18位统一社会信用代码', needed: true }),
  head(
    'OwnerCode',
    2,
    { I: '消费使用单位海关代码', E: '生产销售单位海关代码' },
    { bare: true, hint: '10位海关代码，没有则填NO' },
  ),
  head('OwnerName', 4, { I: '消费使用单位名称', E: '生产销售单位名称' }, { bare: true, needed: true }),
  head('AgentCodeScc', 5, '申报单位', { hint: '18位统一社会信用代码，取自设置', needed: true }),
  head('AgentName', 4, '申报单位名称', { bare: true, needed: true }),

  head('TrafMode', 4, '运输方式', { needed: true }),
  head('TrafName', 4, '运输工具名称'),
  free('VoyNo', 4, '航次号'),
  head('BillNo', 4, '提运单号'),
  head('GoodsPlace', 4, '货物存放地点', { only: 'I' }),

  head('TradeMode', 4, '监管方式', { needed: true }),
  head('CutMode', 4, '征免性质'),
  head('LicenseNo', 4, '许可证号'),
  head('TradeAreaCode', 4, '贸易国(地区)', { needed: true }),
  head('TradeCountry', 4, { I: '启运国(地区)', E: '运抵国(地区)' }, { needed: true }),

  head('DespPortCode', 4, '启运港', { only: 'I', needed: true }),
  head('DistinatePort', 4, { I: '经停港', E: '指运港' }, { needed: true }),
  head('EntyPortCode', 4, { I: '入境口岸', E: '离境口岸' }, { needed: true }),
  head('TransMode', 4, '成交方式', { needed: true }),
  head('WrapType', 4, '包装种类', { needed: true }),

  head('PackNo', 4, '件数', { needed: true }),
  head('GrossWet', 4, '毛重(KG)', { needed: true }),
  head('NetWt', 4, '净重(KG)', { needed: true }),
  head('FeeMark', 3, '运费', { hint: '标记：1率 2单价 3总价' }),
  head('FeeRate', 2, '运费／率', { bare: true }),
  head('FeeCurr', 3, '运费币制', { bare: true }),

  head('InsurMark', 3, '保费', { hint: '标记：1率 3总价' }),
  head('InsurRate', 2, '保费／率', { bare: true }),
  head('InsurCurr', 3, '保费币制', { bare: true }),
  head('OtherMark', 3, '杂费', { hint: '标记：1率 3总价' }),
  head('OtherRate', 2, '杂费／率', { bare: true }),
  head('OtherCurr', 3, '杂费币制', { bare: true }),
  head('EntryType', 4, '报关单类型', { needed: true }),

  head('MarkNo', 8, '标记唛码', { hint: '没有唛头填 N/M' }),
  head('NoteS', 12, '备注'),
]
