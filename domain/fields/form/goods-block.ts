import { line, lineControl, lineLicence, type Placement, vehicle } from './placement.ts'

/** The line editor, in the order of the official entry page. */
export const lineFields: readonly Placement[] = [
  line('ContrItem', 4, '备案序号'),
  line('CodeTS', 4, '商品编号', { needed: true }),
  line('CiqCode', 4, '监管类别', { hint: '商品编号第11—13位' }),
  line('CiqName', 4, '类别名称'),
  line('ExgNo', 4, '货号'),

  line('GName', 8, '商品名称', { needed: true }),
  line('GModel', 12, '规格型号', { needed: true, hint: '申报要素，F4逐项填写' }),

  line('GQty', 4, '成交数量', { needed: true }),
  line('GUnit', 4, '成交单位', { needed: true }),
  line('DeclPrice', 4, '单价', { needed: true }),
  line('DeclTotal', 4, '总价', { needed: true }),
  line('TradeCurr', 4, '币制', { needed: true }),

  line('FirstQty', 4, '法定第一数量', { needed: true }),
  line('FirstUnit', 4, '法定第一单位', { needed: true }),
  line('SecondQty', 4, '法定第二数量'),
  line('SecondUnit', 4, '法定第二单位'),
  line('ExgVersion', 4, '单耗版本号'),

  line('OriginCountry', 4, '原产国(地区)', { needed: true }),
  line('DestinationCountry', 4, '最终目的国', { needed: true }),
  line('DistrictCode', 4, { I: '境内目的地', E: '境内货源地' }, { needed: true }),
  line('DestCode', 4, { I: '目的地代码', E: '产地代码' }),
  line('DutyMode', 4, '征免方式', { needed: true }),
]

/** Folded under the line editor: inspection, preference, permits, dangerous goods. */
export const lineInspection: readonly Placement[] = [
  line('GoodsAttr', 8, '货物属性', { control: 'codes' }),
  line('Purpose', 4, '用途'),
  line('OrigPlaceCode', 4, '原产地区'),
  line('RcepOrigPlaceCode', 4, '协定原产地', { hint: '优惠贸易协定项下原产地' }),
  line('DeclGoodsEname', 8, '商品英文名称'),
  line('Stuff', 8, '成份/原料'),
  line('ProdQgp', 4, '保质期'),
  line('ProdValidDt', 4, '有效期'),
  line('EngManEntCnm', 8, '境外生产企业'),
  line('GoodsSpec', 4, '检疫货物规格'),
  line('GoodsModel', 4, '货物型号'),
  line('GoodsBrand', 4, '货物品牌'),
  line('ProduceDate', 4, '生产日期', { hint: '多个日期用;分开' }),
  line('ProdBatchNo', 4, '生产批号'),
  line('MnufctrRegNo', 4, '生产单位注册号', { only: 'E' }),
  line('MnufctrRegName', 8, '生产单位名称', { only: 'E' }),
]

export const lineDanger: readonly Placement[] = [
  line('NoDangFlag', 4, '非危险化学品', { control: 'check' }),
  line('Uncode', 4, 'UN编码'),
  line('DangName', 4, '危险货物名称'),
  line('DangPackType', 4, '危包类别'),
  line('DangPackSpec', 4, '危包规格'),
]

export const lineOther: readonly Placement[] = [
  line('ControlExplainCode', 4, '禁限管制识别码'),
  line('UseTo', 4, '用途(海关)'),
  line('WorkUsd', 4, '工缴费'),
  line('Factor', 4, '比例因子'),
  line('ClassMark', 4, '归类标志'),
]

/** 产品资质 of one line; each row may hold the vehicles of its licence. */
export const licenceColumns: readonly Placement[] = [
  lineLicence('LicTypeCode', 6, '许可证类别', { needed: true }),
  lineLicence('LicenceNo', 6, '许可证编号', { needed: true }),
  lineLicence('LicWrtofDetailNo', 3, '核销序号'),
  lineLicence('LicWrtofQty', 3, '核销数量'),
  lineLicence('LicWrtofQtyUnit', 3, '核销单位'),
]

export const vehicleColumns: readonly Placement[] = [
  vehicle('VinNo', 2, 'VIN序号'),
  vehicle('VinCode', 4, '车辆识别代码'),
  vehicle('BillLadDate', 3, '提运单日期'),
  vehicle('QualityQgp', 3, '质量保质期'),
  vehicle('MotorNo', 4, '发动机号'),
  vehicle('ChassisNo', 3, '底盘号'),
  vehicle('InvoiceNo', 3, '发票号'),
  vehicle('InvoiceNum', 3, '发票数量'),
  vehicle('ProdCnnm', 4, '品名（中文）'),
  vehicle('ProdEnnm', 4, '品名（英文）'),
  vehicle('ModelEn', 3, '型号（英文）'),
  vehicle('PricePerUnit', 3, '单价'),
]

export const controlColumns: readonly Placement[] = [
  lineControl('DeclarationCategoryCode', 5, '规范申报类别'),
  lineControl('ElementNo', 4, '要素序号'),
  lineControl('ElementValue', 11, '要素值'),
]

/** Columns of the grid, left to right: what a packing list holds first. The first two stay in sight. */
export const gridColumns: readonly Placement[] = [
  line('CodeTS', 5, '商品编号', { needed: true }),
  line('GName', 8, '商品名称', { needed: true }),
  line('GModel', 12, '规格型号', { needed: true }),
  line('GQty', 5, '成交数量', { needed: true }),
  line('GUnit', 4, '成交单位', { needed: true }),
  line('DeclPrice', 5, '单价', { needed: true }),
  line('DeclTotal', 5, '总价', { needed: true }),
  line('TradeCurr', 4, '币制', { needed: true }),
  line('FirstQty', 5, '法定数量', { needed: true }),
  line('FirstUnit', 4, '法定单位', { needed: true }),
  line('SecondQty', 5, '第二数量'),
  line('SecondUnit', 4, '第二单位'),
  line('OriginCountry', 5, '原产国', { needed: true }),
  line('DestinationCountry', 5, '最终目的国', { needed: true }),
  line('DistrictCode', 6, { I: '境内目的地', E: '境内货源地' }, { needed: true }),
  line('DestCode', 6, { I: '目的地代码', E: '产地代码' }),
  line('DutyMode', 5, '征免方式', { needed: true }),
  line('CiqCode', 4, '监管类别'),
  line('CiqName', 6, '类别名称'),
  line('ContrItem', 4, '备案序号'),
  line('ExgNo', 5, '货号'),
  line('ExgVersion', 4, '版本号'),
  line('GoodsAttr', 5, '货物属性'),
  line('Purpose', 5, '用途'),
  line('OrigPlaceCode', 4, '原产地区'),
  line('GoodsBrand', 5, '货物品牌'),
  line('GoodsModel', 5, '货物型号'),
  line('GoodsSpec', 5, '检疫货物规格'),
  line('Stuff', 5, '成份/原料'),
  line('ProduceDate', 5, '生产日期'),
  line('ProdBatchNo', 5, '生产批号'),
  line('DeclGoodsEname', 6, '英文名称'),
]
