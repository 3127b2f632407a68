import { decList } from './declaration/dec-list.ts'
import type { Field } from './field.ts'
import type { ImportField, ImportKind } from './import-field.ts'

type LineElement = (typeof decList)['fields'][number]['element']

const kinds: Record<Field['type'], ImportKind> = {
  string: 'text',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  datetime: 'date',
  blob: 'text',
}

/** A column that lands in an element of the goods line: label, length and table come from the field table. */
function line(element: LineElement, synonyms: readonly string[], more: Partial<ImportField> = {}): ImportField {
  const field = decList.fields.find((each) => each.element === element) as Field
  return {
    field: element,
    label: field.label,
    kind: field.table === undefined ? kinds[field.type] : 'code',
    element,
    length: field.length ?? 255,
    ...(field.decimals === undefined ? {} : { decimals: field.decimals }),
    ...(field.table === undefined ? {} : { table: field.table }),
    synonyms,
    ...more,
  }
}

/** One list from texts that part their words by `|`. */
const words = (...texts: string[]): string[] => texts.flatMap((text) => text.split('|'))

/** A column that is only summed up: it feeds the head and the cross-checks. */
const sum = (field: string, label: string, decimals: number, synonyms: readonly string[], not: readonly string[]) =>
  ({ field, label, kind: decimals === 0 ? 'integer' : 'decimal', length: 19, decimals, synonyms, not }) as const

/** Titles that speak of one piece or one carton, not of the whole line. */
const single = ['每', '单件', '单个', 'per', '/ctn', '/carton', '/箱', '/pc', '/个', 'each', '装箱率', '装箱数']
const second = ['第二', '法二', '2nd', 'second']
const legal = ['法定', '法一', '第一', 'legal', 'statutory', '1st', ...second]

/**
 * Every column that can be imported, in the order of the entry page. Titles as customers write them: own
 * collection from packing lists and invoices of the trade; a new word is added to the list of its field.
 */
export const importFields: readonly ImportField[] = [
  sum('LineNo', '序号', 0, words('序号|项号|行号|项次', 'no|s/n|line|line no|item|seq|sn|#'), []),
  line('ContrItem', words('备案序号|手册序号|备案项号|账册序号', 'manual item no|handbook item')),
  line(
    'CodeTS',
    words(
      '商品编号|商品编码|税号|税则号|税则号列|海关编码|海关税号|hs编码|hs编号|归类编码|编码',
      'hs code|h.s. code|hs|hs no|hscode|hts code|hts|tariff no|tariff code|tariff',
      'commodity code|customs code|customs tariff no',
    ),
    { kind: 'tariff', table: 'tariff' },
  ),
  line(
    'GName',
    words(
      '品名|商品名称|货物名称|货名|中文品名|中文名称|报关品名|申报品名|产品名称|物料名称|货物描述|商品描述|名称|品名及规格',
      'description|description of goods|goods description|goods|commodity|name of commodity',
      'product|product name|item name|item description|article name|goods name|desc',
      'description of commodity|chinese name',
    ),
    { not: words('英文|编码|编号|公司', 'english|code|company') },
  ),
  line('DeclGoodsEname', words('英文品名|英文名称|商品英文名称', 'english name|english description|name in english')),
  line(
    'GModel',
    words(
      '申报要素|规范申报要素|规格型号|规格|型号|规格及型号|型号规格|商品规格|规格型号及申报要素|尺寸|要素',
      'model|model no|spec|specs|specification|specifications|type|declaration elements',
      'model/spec|size',
    ),
  ),
  line('GoodsBrand', words('品牌|牌子|商标', 'brand|brand name|trademark'), { length: 200 }),
  line(
    'ExgNo',
    words(
      '货号|款号|料号|物料编码|物料号|产品编号|产品编码|零件号|图号',
      'item no|article no|art no|article|part no|part number|p/n|pn|sku|style no|material no',
      'product code|item code|product no|material code|ref no',
    ),
  ),
  line(
    'GQty',
    words(
      '数量|成交数量|申报数量|总数量|数量合计|发货数量|总数|个数',
      "qty|quantity|q'ty|total qty|ttl qty|total quantity|pcs|ship qty|order qty|qty shipped",
    ),
    { not: [...single, ...legal, '箱', 'carton', 'ctn', 'package', 'pkgs'] },
  ),
  line(
    'GUnit',
    words(
      '单位|计量单位|成交单位|成交计量单位|数量单位|申报计量单位',
      'unit|units|uom|u/m|unit of measure|qty unit|measure unit',
    ),
    { not: [...legal, '公司', '收货', '发货', '生产', 'price', '价', 'weight', '重'] },
  ),
  line(
    'DeclPrice',
    words(
      '单价|申报单价|成交单价|含税单价',
      'unit price|u/price|u.price|price|price/unit|unit cost|unit value|fob price|cif price',
      'unitprice|price per unit',
    ),
    { not: words('总|合计', 'total|amount') },
  ),
  line(
    'DeclTotal',
    words(
      '总价|金额|总金额|申报总价|总值|货值|价值|成交总价|货款',
      'amount|total amount|total price|total value|value|total|line total|ext price',
      'extended price|sub total|ttl amount|invoice value',
    ),
    { decimals: 2, not: words('单价|数量|重|箱', 'unit|qty|quantity|weight|ctn|carton') },
  ),
  line('TradeCurr', words('币制|币种|货币|成交币制', 'currency|cur|curr|ccy|currency code')),
  line(
    'OriginCountry',
    words(
      '原产国|原产国(地区)|原产地|产地|产国|生产国|原产国别',
      'country of origin|origin|made in|coo|c/o|origin country|orig|country',
    ),
  ),
  line(
    'DestinationCountry',
    words(
      '最终目的国|最终目的国(地区)|目的国|目的国(地区)|运抵国',
      'destination country|country of destination|destination|final destination|ship to country',
    ),
  ),
  line(
    'FirstQty',
    words(
      '法定数量|第一法定数量|法定第一数量|法一数量|第一数量',
      'legal qty|legal quantity|1st qty|statutory qty|statutory quantity|first qty',
    ),
    { not: second },
  ),
  line(
    'FirstUnit',
    words(
      '法定单位|第一法定单位|法定计量单位|第一法定计量单位|法一单位|第一单位',
      'legal unit|1st unit|statutory unit|first unit',
    ),
    { not: second },
  ),
  line('SecondQty', words('第二法定数量|法定第二数量|法二数量|第二数量', '2nd qty|second qty|second quantity')),
  line('SecondUnit', words('第二法定单位|第二法定计量单位|法二单位|第二单位', '2nd unit|second unit')),
  sum(
    'NetWt',
    '净重（千克）',
    5,
    words(
      '净重|总净重|净重合计|合计净重',
      'n.w.|nw|n/w|net weight|net wt|total n.w.|ttl n.w.|total net weight|net|nett weight',
    ),
    single,
  ),
  sum(
    'GrossWt',
    '毛重（千克）',
    5,
    words(
      '毛重|总毛重|毛重合计|合计毛重',
      'g.w.|gw|g/w|gross weight|gross wt|total g.w.|ttl g.w.|total gross weight|gross',
    ),
    single,
  ),
  sum(
    'PackNo',
    '件数（包装）',
    0,
    words(
      '件数|箱数|包装件数|总箱数|总件数|包数|托数',
      'packages|package|pkgs|pkg|ctns|ctn|cartons|carton|no of packages|no of pkgs|no of cartons',
      'total cartons|total ctns|ctn qty|qty of cartons|number of packages|cases|pallets',
    ),
    [...single, '箱号', 'ctn no', 'carton no', 'package no'],
  ),
  line(
    'DistrictCode',
    words('境内目的地|境内货源地|境内目的地/境内货源地|货源地', 'domestic destination|source place'),
  ),
  line('DestCode', words('目的地代码|产地代码|目的地行政区划|行政区划')),
  line('DutyMode', words('征免|征免方式|征减免税方式', 'duty mode|levy mode')),
  line('CiqCode', words('监管类别|监管类别代码|检验检疫编码|ciq编码|ciq代码', 'ciq code')),
  line('Stuff', words('成份|成分|成份/原料', 'composition|ingredients')),
  line('ProduceDate', words('生产日期|制造日期', 'production date|date of manufacture|mfg date|manufacture date'), {
    kind: 'date',
  }),
  line('ProdBatchNo', words('批号|生产批号|批次号', 'batch no|lot no|batch|lot'), { length: 200 }),
]

const byName = new Map(importFields.map((each) => [each.field, each]))

/** The definition of a mapped field; `undefined` for a name that is not in the list. */
export const importField = (name: string): ImportField | undefined => byName.get(name)
