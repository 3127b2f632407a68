import { decSupplementList } from '../declaration/dec-supplement-list.ts'
import {
  access,
  attached,
  box,
  certificate,
  free,
  head,
  licence,
  mark,
  originPair,
  paper,
  sign,
  supplement,
  packing,
  type Placement,
  promise,
  qualification,
  royalty,
  transit,
  transitBill,
  transitBox,
  transitGoods,
  user,
} from './placement.ts'

export const containerColumns: readonly Placement[] = [
  box('ContainerId', 6, '集装箱号', { needed: true }),
  box('ContainerMd', 6, '规格', { needed: true }),
  box('LclFlag', 2, '拼箱', { control: 'check' }),
  box('GoodsContaWt', 4, '箱货重(KG)', { needed: true }),
  box('ContainerWt', 3, '自重(KG)'),
  box('GoodsNo', 4, '商品项号', {
    needed: true,
    control: 'lines',
    hint: '如 1,3 或 1-5；空格列出商品，“全部”填所有项',
  }),
]

export const licenceDocumentColumns: readonly Placement[] = [
  licence('DocuCode', 7, '单证代码', { needed: true }),
  licence('CertCode', 13, '单证编号', { needed: true }),
]

/** 优惠贸易协定享惠: since 2021-05-10 by goods line (GACC 2021 No. 34); the message pairs lines in EcoRelation. */
export const originColumns: readonly Placement[] = [
  originPair('DecGNo', 3, '商品项号', { needed: true, control: 'line' }),
  originPair('CertType', 4, '单证代码', {
    needed: true,
    table: 'origin_proof',
    control: 'code',
    hint: 'Y加协定代码，如 Y22',
  }),
  originPair('EcoCertNo', 7, '原产地证明编号', { needed: true, hint: 'C证书或D声明加编号' }),
  originPair('EcoGNo', 3, '证明项号', { needed: true }),
  originPair('ExtendFiled', 3, '扩展'),
]

/** One attached file: the goods lines that it belongs to; and a paper that has a number and no file. */
export const attachmentFields = [
  attached('GNoStr', 4, '商品项号', { control: 'lines', hint: '这份单据对应的商品项，如 1,3 或 1-5；不填为整票' }),
] as const

/** 补充申报单: what tells one from the other; all else stands in its own sheet. */
export const supplementColumns: readonly Placement[] = [
  supplement('GNo', 4, '商品项号', { needed: true, control: 'line' }),
  supplement('SupType', 4, '类型', {
    needed: true,
    choices: [
      { code: 'A', name: '价格' },
      { code: 'B', name: '归类' },
      { code: 'C', name: '原产地' },
    ],
  }),
  supplement('BrandCN', 6, '品牌中文'),
  supplement('BrandEN', 6, '品牌英文'),
]

const columnsOfSupplement = new Set(supplementColumns.map(({ element }) => element))
/** Nine fields have one and the same name in the field notes: their element tells them apart. */
const sameName = '进口货物申报项'
/** Long texts and long names take the whole width. */
const longest = 100

/** Every other field of 补充申报单, in the order of the message, with the name of the field notes. */
export const supplementFields: readonly Placement[] = decSupplementList.fields
  .filter(({ element }) => !columnsOfSupplement.has(element))
  .map((field) => {
    const name = field.label.replace(/^(价格|归类|原产地|公共)申报项，?/, '') || field.label
    const label = name === sameName ? `${name} ${field.element}` : name
    const length: number | undefined = 'length' in field ? field.length : undefined
    const long = (field.type === 'string' && (length ?? 0) > longest) || label.length > 16
    return supplement(field.element, long ? 20 : 10, label)
  })

/** 单证核对: what the papers say, compared with the draft by the rules X01 to X07. Not sent. */
export const paperFields: readonly Placement[] = [
  paper('InvoiceNo', 4, '发票号'),
  paper('InvoiceTotal', 4, '发票总价'),
  paper('InvoiceCurr', 4, '发票币制'),
  paper('InvoiceQty', 4, '发票数量'),
  paper('InvoiceUnit', 4, '发票单位'),
  paper('InvoiceLines', 4, '发票项数'),
  paper('PackingPacks', 4, '箱单件数'),
  paper('PackingGross', 4, '箱单毛重(KG)'),
  paper('PackingNet', 4, '箱单净重(KG)'),
  paper('PackingQty', 4, '箱单数量'),
  paper('ContractNo', 4, '合同号'),
  paper('ContractTotal', 4, '合同总价'),
  paper('ContractCurr', 4, '合同币制'),
  paper('ContractQty', 4, '合同数量'),
]

/** Positions of PromiseItmes; 9 is "not asked". The last two came after 2018 (current field notes). */
const answer = (at: number, label: string): Placement =>
  head('PromiseItmes', 4, label, {
    needed: true,
    control: 'answer',
    slice: { start: at, length: 1, total: 5, fill: '9' },
  })

/** Positions of SpecDeclFlag; seven are named, the element has ten. */
const special = (at: number, label: string): Placement =>
  head('SpecDeclFlag', 4, label, { control: 'check', slice: { start: at, length: 1, total: 10, fill: '0' } })

export const businessFields: readonly Placement[] = [
  answer(0, '特殊关系确认'),
  answer(1, '价格影响确认'),
  answer(2, '特许权使用费'),
  answer(3, '公式定价确认'),
  answer(4, '暂定价格确认'),
  head('Type', 8, '单据类型', {
    table: 'dec_type',
    control: 'code',
    slice: { start: 0, length: 2, total: 6, fill: ' ' },
  }),
  head('Type', 4, '两步申报', {
    choices: [
      { code: '5', name: '概要申报' },
      { code: '6', name: '完整申报' },
    ],
    hint: '5概要申报 6完整申报，一次申报留空',
    slice: { start: 2, length: 1, total: 6, fill: ' ' },
  }),
  head('TaxAaminMark', 4, '自报自缴', { control: 'check' }),
  head('ChkSurety', 4, '担保验放', { control: 'check' }),
  head('BillType', 4, '备案清单类型'),
  head('EdiId', 4, '报关标志', { needed: true }),
  head('DeclTrnRel', 4, '转关关系', { needed: true }),
  head('CheckFlow', 4, '查验分流', { control: 'check' }),
  free('CusFie', 4, '货场代码'),
  free('RelId', 4, '关联报关单'),
  free('RelManNo', 4, '关联备案'),
  free('BonNo', 4, '保税监管场所'),
]

export const inspectionFields: readonly Placement[] = [
  head('PurpOrgCode', 4, '目的地海关', { only: 'I' }),
  head('DespDate', 4, '启运日期', { only: 'I', needed: true }),
  head('CmplDschrgDt', 4, '卸毕日期'),
  head('BLNo', 4, 'B/L号'),
  head('OrigBoxFlag', 4, '原箱运输', { control: 'check' }),
  head('CorrelationReasonFlag', 4, '关联理由'),
  head('CorrelationNo', 8, '关联号码'),
  head('NoOtherPack', 4, '无其他包装', { control: 'check' }),
  special(0, '国际赛事'),
  special(1, '特殊进出军工'),
  special(2, '国际援助物资'),
  special(3, '国际会议'),
  special(4, '直通放行'),
  special(5, '外交礼遇'),
  special(6, '转关'),
]

/** 检验检疫签证申报要素 (entry item 104). */
export const certificateElements: readonly Placement[] = [
  head('DomesticConsigneeEname', 10, { I: '收货人外文名称', E: '发货人外文名称' }),
  head('OverseasConsignorCname', 10, { I: '境外发货人中文', E: '境外收货人中文' }),
  head('OverseasConsignorAddr', 10, { I: '境外发货人地址', E: '境外收货人地址' }),
]

export const certificateColumns: readonly Placement[] = [
  certificate('AppCertCode', 12, '所需单证', { needed: true }),
  certificate('ApplOri', 4, '正本数'),
  certificate('ApplCopyQuan', 4, '副本数'),
]

export const qualificationColumns: readonly Placement[] = [
  qualification('EntQualifTypeCode', 10, '企业资质类别', { needed: true }),
  qualification('EntQualifNo', 10, '企业资质编号'),
]

export const userColumns: readonly Placement[] = [
  user('UseOrgPersonCode', 10, '使用单位联系人'),
  user('UseOrgPersonTel', 10, '联系电话'),
]

export const packingColumns: readonly Placement[] = [
  packing('PackType', 12, '其他包装种类', { needed: true }),
  packing('PackQty', 8, '件数', { needed: true }),
]

export const markColumns: readonly Placement[] = [
  mark('AttachName', 12, '附件名称', { locked: true }),
  mark('AttachType', 8, '类型', { locked: true }),
]

/** Who declares and who typed: filled from the settings and the card, seldom changed. */
export const partyFields: readonly Placement[] = [
  head('AgentCode', 4, '申报单位代码', { needed: true }),
  head('CopName', 8, '录入单位名称'),
  head('CopCode', 4, '录入单位代码', { hint: '9位组织机构代码' }),
  head('CopCodeScc', 4, '录入统一代码'),
  head('TypistNo', 4, '录入员卡号', { hint: '13位' }),
  head('InputerName', 4, '录入员姓名'),
  head('DeclareName', 4, '申报人员', { needed: true }),
  free('DecNo', 4, '申报人员证号', { hint: '13位' }),
  free('DecBpNo', 4, '联系方式'),
]

/** Former and local elements that an imported message may hold; shown so that nothing is hidden. */
export const rareFields: readonly Placement[] = [
  sign('BillSeqNo', 4, '核注清单编号'),
  head('DataSource', 4, '扩展字段'),
  head('ApprNo', 4, '批准文号'),
  head('TgdNo', 4, '关联单据号'),
  head('PartenerID', 4, '申报人标识'),
  head('Risk', 4, '风险参数'),
  head('PDate', 4, '打印日期'),
  head('EdiRemark', 4, 'EDI备注'),
  head('EdiRemark2', 4, 'EDI备注2'),
  head('TradeCiqCode', 4, '收发货人检疫码'),
  head('OwnerCiqCode', 4, '单位检疫码'),
  head('DeclCiqCode', 4, '申报检疫码'),
]

export const promiseColumns: readonly Placement[] = [
  promise('DeclaratioMaterialCode', 20, '证明/声明材料', { needed: true }),
]

export const accessFields: readonly Placement[] = [
  access('TransitionApply', 4, '转场申请', { control: 'check' }),
  access('TransitionSite', 4, '转入场所场地'),
  access('ConditionalLiftoffApply', 4, '附条件提离', { control: 'check' }),
  access('PortDestMergeCheckApply', 4, '合并检查申请', { control: 'check' }),
]

export const royaltyFields: readonly Placement[] = [
  royalty('TaxRoyaltyDeclType', 4, '申报情形', { table: 'tax_royalty_decl_type', control: 'code' }),
  royalty('ContractNo', 4, '合同/协议号'),
  royalty('Authorizer', 4, '授权方'),
  royalty('AuthorizedPerson', 4, '被授权方'),
  royalty('PayType', 4, '支付方式', { table: 'pay_type', control: 'code' }),
  royalty('PayTime', 4, '支付时间'),
  royalty('PayPeriod', 4, '计提周期'),
  royalty('IssueDateTime', 4, '签约时间'),
  royalty('EffectiveDateTime', 4, '起始执行时间'),
  royalty('ExpirationDateTime', 4, '终止时间'),
  royalty('RoyaltyAmount', 4, '使用费金额'),
  royalty('Curr', 4, '币制'),
  royalty('RoyaltyFeeType', 4, '使用费类型'),
  royalty('EdocType', 4, '材料清单类型'),
  royalty('IsSecret', 4, '是否保密', { control: 'check' }),
  royalty('IsCusAudit', 4, '经海关审核', { control: 'check' }),
  royalty('IsCusPricePreDetermin', 4, '经价格预裁定', { control: 'check' }),
  royalty('PricePreDeterminNo', 4, '预裁定编号'),
  royalty('PeriodStartDate', 4, '周期起始'),
  royalty('PeriodEndDate', 4, '周期终止'),
  royalty('Statment', 20, '说明'),
]

export const transitFields: readonly Placement[] = [
  transit('TransFlag', 4, '转关类型'),
  transit('TransNo', 4, '载货清单号'),
  transit('TurnNo', 4, '转关申报单号'),
  transit('TrnPreId', 4, '转关统一编号', { locked: true }),
  transit('TrnType', 4, '转关单类型', { table: 'trn_type', control: 'code' }),
  transit('NativeTrafMode', 4, '境内运输方式'),
  transit('TrafCustomsNo', 4, '境内工具编号'),
  transit('NativeShipName', 4, '境内工具名称'),
  transit('NativeVoyageNo', 4, '境内航次'),
  transit('ValidTime', 4, '预计运抵时间'),
  transit('ContractorCode', 4, '承运单位代码'),
  transit('ContractorName', 8, '承运单位名称'),
  transit('ApplCodeScc', 4, '转关申报单位'),
  transit('ESealFlag', 4, '电子关锁', { table: 'e_seal_flag', control: 'code' }),
  transit('Notes', 20, '转关备注'),
]

export const transitBillFields: readonly Placement[] = [
  transitBill('TrafMode', 4, '进出境方式'),
  transitBill('ShipId', 4, '工具编号'),
  transitBill('ShipNameEn', 4, '工具名称'),
  transitBill('VoyageNo', 4, '航次'),
  transitBill('BillNo', 4, '提运单号'),
  transitBill('IEDate', 4, '进出境日期'),
]

export const transitBoxColumns: readonly Placement[] = [
  transitBox('ContaNo', 4, '集装箱号', { needed: true }),
  transitBox('ContaSn', 2, '序号'),
  transitBox('ContaModel', 3, '规格'),
  transitBox('SealNo', 3, '电子关锁号'),
  transitBox('TransName', 3, '境内工具'),
  transitBox('TransWeight', 3, '实际重量'),
  transitBox('SealQty', 2, '关锁数'),
]

export const transitGoodsColumns: readonly Placement[] = [
  transitGoods('ContaNo', 6, '集装箱号', { needed: true }),
  transitGoods('GNo', 4, '商品项号', { needed: true, control: 'line' }),
  transitGoods('ContaGoodsCount', 5, '件数', { needed: true }),
  transitGoods('ContaGoodsWeight', 5, '重量(KG)', { needed: true }),
]
