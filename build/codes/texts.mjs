/** Chinese texts of the code tables (shown to the clerk): title, source, how sure, note. Own wording. */

const pack = '海关总署公告2018年第67号配套的单一窗口接口包'
const common = `${pack}：关检融合部分通关参数`
const reference = `${pack}：其他通关参数（仅供参考）`
const dictionary = '公开的单一窗口字典脚本（2026年5月，kennard520/JeecgBoot）'
const frontEnd = '公开的报关前端程序常量（2017—2018年）'
const guide = '统一申报填制指南（2018年）'
const template = '公开的报关单模板工作簿（2018—2019年，ryanrong95/HXT）'
const program = '公开的报关程序（2018—2024年，ryanrong95/HXT）'

/** Texts by table: [title, source, note?]. The confidence comes from the source file and is put into Chinese there. */
export const texts = {
  admin_division: ['行政区划代码', reference, '2018年7月以后的区划调整未收录'],
  aeo_country: [
    'AEO互认国家（地区）',
    '海关AEO互认公告（逐行注明）',
    '进口时境外发货人填此码；出口时告知对方 AEOCN + 10位海关编码。没有格式的行只表示已互认',
  ],
  app_cert: ['检验检疫申请单证', '两个公开的报关前端程序', '缺省正本1份、副本2份'],
  bill_type: ['备案清单类型', dictionary],
  brand_type: ['品牌类型', `${frontEnd}；名称见${guide}`, '规格型号的第一个申报要素'],
  ciq_org: ['检验检疫机关', reference, '使用它的三个栏目自2024-04-10起取消'],
  container_spec: ['集装箱规格', common],
  cop_promise: ['企业承诺材料', dictionary],
  country: ['国别（地区）', common, '2018-08-01起报文使用三位字母代码，原三位数字代码也可检索'],
  currency: ['币制', common, '2018年表只列这些币制，其后增加的未收录'],
  customs_district: ['关区', template, '收录1044个，官方约1325个；末两位为00的直属海关不能作申报地海关'],
  cut_mode: ['征免性质', `${template}；${dictionary}`, '2018年表加2026年字典中新增的代码（edition 为 2026）'],
  cut_mode_2026: ['征免性质（2026年字典）', dictionary, '原样保留备查，录入使用 cut_mode'],
  dang_pack_type: ['危包类别', frontEnd],
  dec_type: ['报关单据类型', `${dictionary}；仅2018年的行来自第67号公告`, '单据类型的第1、2位'],
  decl_trn_rel: ['报关/转关关系标志', dictionary],
  district: ['国内地区', reference],
  docu_code: ['随附单证', '公开的报关前端程序（2021—2022年）', '区分大小写；公开接口称有55行，此处52行'],
  domain_id: ['签名人分类', dictionary],
  domestic_port: ['国内口岸', reference],
  duty_mode: ['征减免税方式', dictionary],
  edi_id: ['报关标志', `${dictionary}；与2018年报文结构一致`],
  edoc_code: ['随附单据类别', frontEnd, '公开接口称有59行，此处52行'],
  edoc_format: ['随附单据格式', dictionary],
  ent_qualif_type: ['企业资质类别', `${frontEnd}；508、509依据海关总署公告2024年第105号`, '不完整：公开接口称有35行'],
  entry_type: ['报关单类型', `${frontEnd}；${guide}`],
  export_preference: ['出口享惠情况', frontEnd, '规格型号的第二个申报要素'],
  fee_mark: ['运保杂费标记', guide, '2（单价）仅用于运费；选1时币制留空'],
  goods_attr: ['货物属性', dictionary],
  ie_flag: ['进出口标志', dictionary],
  lic_type: [
    '产品许可类别',
    `${frontEnd}；部分代码依据海关2023年1月公告`,
    '不完整；无需证书时的占位编号：423XXXXXX、612XXXXXX、629XXXXXX',
  ],
  manual_prefix: ['备案号首位', guide, '实务中另有 T（特殊区域账册），不在该表内'],
  oper_type: ['签名操作类型', dictionary],
  port: ['港口', common, '三位国别加三位数字；XXX000 为该国本身，CHN000 为中国境内'],
  purpose: ['货物用途', frontEnd, '填制指南另提到 99（其他）'],
  receipt_channel: [
    '回执处理结果',
    `第67号公告报文格式说明；其余代码来自${program}`,
    '区分大小写；未知代码须连同说明文字显示',
  ],
  origin_proof: ['原产地证明（Y加协定代码）', `${guide}；21起依据逐行注明的公告`, '2024年11月以后的协定未收录'],
  trade_agreement: ['优惠贸易协定', `${guide}；21起依据逐行注明的公告`, '2024年11月以后的协定未收录'],
  trade_mode: ['监管方式', `${common}；${dictionary}`, '2018年表加2026年字典中新增的代码（edition 为 2026）'],
  trade_mode_2026: ['监管方式（2026年字典）', dictionary, '原样保留备查，含已停用代码；录入使用 trade_mode'],
  traf_mode: ['运输方式', common],
  trans_flag: ['转关类型', dictionary],
  trans_mode: ['成交方式', `${template}；${dictionary}`, '2018年报文结构只允许1—6，7为EXW'],
  two_step_channel: ['两步申报回执', program, '该程序自定义的代码'],
  unit: ['计量单位', common],
  use_to: ['用途（海关）', dictionary, '旧海关用途代码；统一申报表通常填货物用途'],
  wrap_type: ['包装种类', `${common}；新增行来自${dictionary}`],
  tariff: [
    '商品编号（练习用）',
    '公开的2018年4月税号清单；8位名称来自2014年税率附件，10位名称来自海关公告附件，2024年的拆分税号来自2023年第196号公告',
    '仅供演练和检索，不得用于申报：2018年后税则多次调整，8位名称可能属于别的商品，计量单位只有少数',
  ],
  yes_no: ['是否', dictionary],
  check_flag: ['选中标志', dictionary],
  tax_admin_mark: ['税收征管标记', dictionary],
  e_seal_flag: ['电子关锁标志', dictionary],
  trn_type: ['转关单类型', dictionary],
  origin_mark: ['原产地标记位置', dictionary],
  cert_standard: ['适用的原产地标准', dictionary],
  agent_type: ['申报单位类型', dictionary],
  tax_royalty_decl_type: ['应税特许权使用费申报情形', dictionary],
  pay_type: ['特许权使用费支付方式', dictionary],
}

/** Names that the source gives in English or with an English remark. */
export const names = {
  aeo_country: { TWN: '台湾' },
  receipt_channel: { 0: '单一窗口暂存/导入成功', 1: '含义未公开' },
}

/** Row notes of the receipt channels in Chinese; the source has them in English. */
export const rowNotes = {
  receipt_channel: {
    0: '导入客户端的回执',
    1: '程序中见到，含义未公开',
    7: '常见说明：<统一编号>直接申报成功',
    A: '仅见于程序',
    C: '也见用于两步申报的查验通知',
    J: '有程序在此时取海关编号、进出口日期和申报日期',
    K: '仅见于程序',
    P: '别处有称查验，不能只凭字母判断，须看说明',
    X: '仅见于程序',
    a: '官方只写签证',
    b: '仅见于程序',
    c: '仅见于程序',
    d: '仅见于程序',
    f0: '程序自用',
    F1: '程序自用',
    S0: '程序自用',
  },
  trade_agreement: { 24: '2023-05-01起早期收获，2024-01-01起全面实施' },
}

/** "high; …" of the source in Chinese. */
export function confidence(text) {
  const level = { high: '高', medium: '中', low: '低' }[/^(high|medium|low)/.exec(text)?.[1] ?? '']
  if (level === undefined) throw new Error(`unknown confidence: ${text}`)
  return level
}

/** Row texts that the source words in English: notice numbers and code formats. Other texts pass unchanged. */
export const inChinese = (text) =>
  text
    .replace(/^GACC (\d{4}) No\. (\d+)$/, '海关总署公告$1年第$2号')
    .replace(/^(RCEP )?notices? of (\d{4}(?:-\d\d-\d\d)?) \(summar.*$/, '$2$1公告（摘要）')
    .replace(/(\d+) to (\d+) digits$/, '$1至$2位数字')
    .replace(/(\d+) digits$/, '$1位数字')
    .replace(/(\d+)-character company code \(.*\)$/, '$1位企业代码')
    .replace(/^from (\d{4}-\d\d-\d\d)$/, '自$1起')
    .replace(/^import, from (\d{4}-\d\d-\d\d)(;.*)?$/, '进口，自$1起')
    .replace(/^EORI number of the company \(.*\)$/, '企业的EORI编号')
