import type { Section } from '../field.ts'

export const trnHead = {
  element: 'TrnHead',
  label: '转关单表头',
  min: 0,
  max: 1,
  in2018: true,
  fields: [
    { element: 'TrnPreId', label: '转关单统一编号', type: 'string', length: 18 },
    { element: 'TransNo', label: '载货清单号', type: 'string', length: 16 },
    { element: 'TurnNo', label: '转关申报单号', type: 'string', length: 16 },
    { element: 'NativeTrafMode', label: '境内运输方式', type: 'string', length: 1, table: 'traf_mode' },
    { element: 'TrafCustomsNo', label: '境内运输工具编号', type: 'string', length: 13 },
    { element: 'NativeShipName', label: '境内运输工具名称', type: 'string', length: 30 },
    { element: 'NativeVoyageNo', label: '境内运输工具航次', type: 'string', length: 32 },
    { element: 'ContractorName', label: '承运单位名称', type: 'string', length: 70 },
    { element: 'ContractorCode', label: '承运单位组织机构代码', type: 'string', length: 10 },
    {
      element: 'TransFlag',
      label: '转关类型',
      type: 'string',
      length: 2,
      table: 'trans_flag',
      note: '1 advance; AA second export transit; 1G factory release; 1T temporary; 1E China-Europe train; 1P market purchase export; 1K export air link',
    },
    { element: 'ValidTime', label: '预计运抵指运地时间', type: 'date', length: 8, pattern: '[0-9]{8}' },
    { element: 'ESealFlag', label: '是否启用电子关锁标志', type: 'string', length: 1, pattern: '[YN]' },
    { element: 'Notes', label: '备注', type: 'string', length: 200 },
    {
      element: 'TrnType',
      label: '转关单类型',
      type: 'string',
      length: 1,
      pattern: '[01]',
      note: '1 paperless; 0/blank paper',
    },
    { element: 'ApplCodeScc', label: '转关申报单位统一代码', type: 'string', length: 18 },
  ],
} as const satisfies Section

export const trnList = {
  element: 'TrnList',
  label: '转关单提运单',
  min: 0,
  max: 1,
  in2018: true,
  fields: [
    { element: 'TrafMode', label: '进出境运输方式', type: 'string', length: 1, table: 'traf_mode' },
    { element: 'ShipId', label: '进出境运输工具编号', type: 'string', length: 32 },
    { element: 'ShipNameEn', label: '进出境运输工具名称', type: 'string', length: 255 },
    { element: 'VoyageNo', label: '进出境运输工具航次', type: 'string', length: 32 },
    { element: 'BillNo', label: '提单号', type: 'string', length: 32 },
    { element: 'IEDate', label: '实际进出境日期', type: 'date', length: 8, pattern: '[0-9]{8}' },
  ],
} as const satisfies Section

export const trnContainer = {
  element: 'TrnContainer',
  wrapper: 'TrnContainers',
  label: '转关单集装箱',
  min: 0,
  max: 500,
  in2018: true,
  fields: [
    { element: 'ContaNo', label: '集装箱号', type: 'string', length: 11, needed: 'save' },
    { element: 'ContaSn', label: '集装箱序号', type: 'integer', length: 3 },
    { element: 'ContaModel', label: '集装箱规格', type: 'string', length: 4 },
    { element: 'SealNo', label: '电子关锁号', type: 'string', length: 128 },
    { element: 'TransName', label: '境内运输工具名称', type: 'string', length: 32 },
    { element: 'TransWeight', label: '工具实际重量', type: 'decimal', length: 19, decimals: 5 },
    { element: 'SealQty', label: '关锁个数', type: 'string', length: 4 },
  ],
} as const satisfies Section

export const trnContaGoods = {
  element: 'TrnContaGoods',
  wrapper: 'TrnContaGoodsList',
  label: '转关单集装箱商品装配',
  min: 0,
  max: null,
  in2018: true,
  fields: [
    { element: 'ContaNo', label: '集装箱号', type: 'string', length: 11, needed: 'save' },
    { element: 'GNo', label: '商品序号', type: 'integer', length: 9, needed: 'save' },
    { element: 'ContaGoodsCount', label: '商品件数', type: 'integer', length: 9, needed: 'file', always: true },
    {
      element: 'ContaGoodsWeight',
      label: '商品重量',
      type: 'decimal',
      length: 19,
      decimals: 5,
      needed: 'file',
      always: true,
    },
  ],
} as const satisfies Section
