import { expect, test } from 'vitest'
import { assign, scoreTitle } from '../../../../electron/services/imports/titles.ts'

const best = (title: string): string | undefined => assign([scoreTitle(title)]).fields.get(0)

test.each([
  ['品名', 'GName'],
  ['货物名称', 'GName'],
  ['Description of Goods', 'GName'],
  ['品名 Description', 'GName'],
  ['商品名称（中文）', 'GName'],
  ['英文品名', 'DeclGoodsEname'],
  ['规格型号', 'GModel'],
  ['申报要素', 'GModel'],
  ['Model No.', 'GModel'],
  ['品牌 Brand', 'GoodsBrand'],
  ['HS Code', 'CodeTS'],
  ['H.S. CODE', 'CodeTS'],
  ['税号', 'CodeTS'],
  ['商品编码 (HS)', 'CodeTS'],
  ['数量', 'GQty'],
  ["Q'TY(PCS)", 'GQty'],
  ['Qty', 'GQty'],
  ['PCS', 'GQty'],
  ['数量/Quantity', 'GQty'],
  ['Total Qty', 'GQty'],
  ['单位', 'GUnit'],
  ['UOM', 'GUnit'],
  ['Unit', 'GUnit'],
  ['单价', 'DeclPrice'],
  ['Unit Price (USD)', 'DeclPrice'],
  ['单价（美元）', 'DeclPrice'],
  ['U/Price', 'DeclPrice'],
  ['金额', 'DeclTotal'],
  ['Amount', 'DeclTotal'],
  ['Total Amount (USD)', 'DeclTotal'],
  ['总价 Total Value', 'DeclTotal'],
  ['币制', 'TradeCurr'],
  ['原产国 Country of Origin', 'OriginCountry'],
  ['原产国（地区）', 'OriginCountry'],
  ['Made in', 'OriginCountry'],
  ['最终目的国', 'DestinationCountry'],
  ['净重 N.W.(KGS)', 'NetWt'],
  ['N.W.', 'NetWt'],
  ['总净重', 'NetWt'],
  ['毛重/G.W. (KG)', 'GrossWt'],
  ['箱数 CTNS', 'PackNo'],
  ['No. of Packages', 'PackNo'],
  ['法定数量', 'FirstQty'],
  ['第二法定数量', 'SecondQty'],
  ['法定单位', 'FirstUnit'],
  ['货号 Item No.', 'ExgNo'],
  ['Part No.', 'ExgNo'],
  ['序号', 'LineNo'],
  ['生产日期', 'ProduceDate'],
  ['征免', 'DutyMode'],
  ['ＨＳ　编码', 'CodeTS'],
])('the title “%s” is understood as %s', (title, field) => {
  expect(best(title)).toBe(field)
})

test.each([
  '每箱数量',
  'Qty per carton',
  '收货单位',
  '生产单位',
  '单件净重',
  'N.W./CTN',
  '备注',
  'Remarks',
  '联系电话',
  '体积 CBM',
  'United States',
  '',
])('the title “%s” is none of the columns', (title) => {
  expect(best(title)).toBeUndefined()
})

test('of two columns for one field the one for the whole line is taken', () => {
  const { fields } = assign(['净重 N.W.', '总净重 Total N.W.'].map(scoreTitle))
  expect([...fields]).toEqual([[1, 'NetWt']])
})

test('each field is given to one column and each column to one field', () => {
  const titles = ['品名', 'Description', '数量', '单位', 'Unit', '单价', 'Price', '金额', 'Amount']
  const { fields } = assign(titles.map(scoreTitle))
  expect(new Set(fields.values()).size).toBe(fields.size)
  expect(fields.get(0)).toBe('GName')
  expect(fields.get(7)).toBe('DeclTotal')
})
