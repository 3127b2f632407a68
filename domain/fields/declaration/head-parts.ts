import type { Section } from '../field.ts'

export const container = {
  element: 'Container',
  wrapper: 'DecContainers',
  label: '集装箱',
  min: 0,
  max: 500,
  in2018: true,
  fields: [
    {
      element: 'ContainerId',
      label: '集装箱号',
      type: 'string',
      length: 32,
      needed: 'save',
      note: '11 characters (ISO 6346); spec allows up to 32',
    },
    {
      element: 'ContainerMd',
      label: '集装箱规格',
      type: 'string',
      length: 32,
      table: 'container_spec',
      needed: 'save',
    },
    {
      element: 'GoodsNo',
      label: '商品项号',
      type: 'string',
      length: 255,
      needed: 'save',
      note: 'line numbers in this container, half-width commas, e.g. 1,3',
    },
    { element: 'LclFlag', label: '拼箱标识', type: 'string', length: 1, note: '0 no, 1 yes (LCL)' },
    { element: 'GoodsContaWt', label: '箱货重量', type: 'decimal', length: 19, decimals: 5 },
    { element: 'ContainerWt', label: '自重', type: 'decimal', length: 18, decimals: 5 },
  ],
} as const satisfies Section

export const decOtherPack = {
  element: 'DecOtherPack',
  wrapper: 'DecOtherPacks',
  label: '其他包装',
  min: 0,
  max: null,
  in2018: true,
  fields: [
    { element: 'PackQty', label: '包装件数', type: 'decimal', length: 19, decimals: 5, needed: 'file', always: true },
    {
      element: 'PackType',
      label: '包装材料种类',
      type: 'string',
      length: 2,
      table: 'wrap_type',
      needed: 'file',
      always: true,
    },
  ],
} as const satisfies Section

export const decCopLimit = {
  element: 'DecCopLimit',
  wrapper: 'DecCopLimits',
  label: '企业资质',
  min: 0,
  max: null,
  in2018: true,
  fields: [
    { element: 'EntQualifNo', label: '企业资质编号', type: 'string', length: 40 },
    {
      element: 'EntQualifTypeCode',
      label: '企业资质类别代码',
      type: 'string',
      length: 5,
      table: 'ent_qualif_type',
      needed: 'file',
      always: true,
    },
  ],
} as const satisfies Section

export const decUser = {
  element: 'DecUser',
  wrapper: 'DecUsers',
  label: '使用人',
  min: 0,
  max: null,
  in2018: true,
  fields: [
    { element: 'UseOrgPersonCode', label: '使用单位联系人', type: 'string', length: 20 },
    { element: 'UseOrgPersonTel', label: '使用单位联系电话', type: 'string', length: 20 },
  ],
} as const satisfies Section

export const decMarkLob = {
  element: 'DecMarkLob',
  wrapper: 'DecMarkLobs',
  label: '标记号码附件',
  min: 0,
  max: null,
  in2018: true,
  fields: [
    { element: 'AttachName', label: '附件名称', type: 'string', length: 80, needed: 'save' },
    { element: 'AttachType', label: '附件类型', type: 'string', length: 20 },
    {
      element: 'Attachment',
      label: '附件',
      type: 'blob',
      needed: 'save',
      note: 'base64, picture of marks that cannot be typed, at most 1 MB',
    },
  ],
} as const satisfies Section

export const decFreeTxt = {
  element: 'DecFreeTxt',
  label: '自由文本',
  min: 1,
  max: 1,
  in2018: true,
  fields: [
    { element: 'RelId', label: '关联报关单号', type: 'string', length: 18 },
    { element: 'RelManNo', label: '关联备案号', type: 'string', length: 12 },
    { element: 'BonNo', label: '监管仓号', type: 'string', length: 32, note: '保税监管场所' },
    { element: 'VoyNo', label: '航次号', type: 'string', length: 32 },
    { element: 'DecBpNo', label: '报关员联系方式', type: 'string', length: 32 },
    {
      element: 'CusFie',
      label: '货场代码',
      type: 'string',
      length: 8,
      note: 'yard code, Huangpu customs only in the guide (5298/5299 defaults)',
    },
    {
      element: 'DecNo',
      label: '申报人员证号',
      type: 'string',
      length: 13,
      pattern: '[0-9]{13}',
      note: '13-digit registration number of the declarant',
    },
  ],
} as const satisfies Section

export const decSign = {
  element: 'DecSign',
  label: '签名信息',
  min: 1,
  max: 1,
  in2018: true,
  fields: [
    {
      element: 'OperType',
      label: '操作类型',
      type: 'string',
      length: 1,
      pattern: '[A-G]',
      table: 'oper_type',
      needed: 'save',
      note: 'A upload, B upload declaration+transit, C declare, D declare declaration+transit, E upload e-manual declaration (no null/logic checks), G save (暂存). Import-save interface always uses G',
    },
    {
      element: 'ICCode',
      label: '操作员IC卡号',
      type: 'string',
      length: 13,
      pattern: '[0-9A-Z]{13}',
      note: 'IC card number of the operator (13 chars); same as DecHead/TypistNo',
    },
    {
      element: 'CopCode',
      label: '操作企业组织机构代码',
      type: 'string',
      length: 18,
      note: 'same enterprise as DecHead/CopCode',
    },
    { element: 'OperName', label: '操作员姓名', type: 'string', length: 30 },
    {
      element: 'ClientSeqNo',
      label: '客户端报关单编号',
      type: 'string',
      length: 18,
      pattern: '[0-9A-Za-z]{18}',
      needed: 'save',
      note: 'enterprise internal number, unique per declaration, exactly 18 chars in the 2018 XSD; echoed in receipts',
    },
    {
      element: 'Sign',
      label: '数字签名信息',
      type: 'string',
      length: 200,
      needed: 'file',
      always: true,
      note: 'signature over the field-order string (see signing.json); 2018 samples for OperType G leave it empty',
    },
    {
      element: 'SignDate',
      label: '签名日期',
      type: 'datetime',
      length: 16,
      pattern: '[0-9]{16}',
      needed: 'file',
      always: true,
      note: 'yyyyMMddHHmmss + 2 digits (16)',
    },
    {
      element: 'Certificate',
      label: '操作员卡的证书号',
      type: 'string',
      length: 20,
      note: 'certificate serial of the operator card',
    },
    {
      element: 'HostId',
      label: '客户端邮箱的HostId',
      type: 'string',
      length: 10,
      always: true,
      note: 'retired in the current spec',
    },
    {
      element: 'BillSeqNo',
      label: '对应清单统一编号',
      type: 'string',
      length: 18,
      note: 'list (核注清单) unified number, or an own number when there is no list',
    },
    {
      element: 'DomainId',
      label: '签名人分类',
      type: 'string',
      length: 1,
      table: 'domain_id',
      note: '1 data-entry clerk, 2 declarant',
    },
    { element: 'Note', label: '备注', type: 'string', length: 100 },
  ],
} as const satisfies Section

export const decRisk = {
  element: 'DecRisk',
  label: '风险评估信息',
  min: 0,
  max: 1,
  in2018: true,
  fields: [
    { element: 'Risk', label: '风险评估结果', type: 'string', length: 10, always: true },
    { element: 'Sign', label: '数字签名信息', type: 'string', length: 255, always: true },
    { element: 'SignDate', label: '处理日期', type: 'datetime', length: 16, pattern: '[0-9]{16}', always: true },
    { element: 'Note', label: '备注', type: 'string', length: 100, always: true },
  ],
} as const satisfies Section
