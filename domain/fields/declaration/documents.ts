import type { Section } from '../field.ts'

export const licenseDocu = {
  element: 'LicenseDocu',
  wrapper: 'DecLicenseDocus',
  label: '随附单证',
  min: 0,
  max: 7,
  in2018: true,
  fields: [
    { element: 'DocuCode', label: '单证代码', type: 'string', length: 1, table: 'docu_code', needed: 'save' },
    {
      element: 'CertCode',
      label: '单证编号',
      type: 'string',
      length: 32,
      needed: 'save',
      note: 'for Y: <agreement code> + C/D + certificate number, e.g. <14>I2017-0166475; small-value exemption: <agreement>XJE00000',
    },
  ],
} as const satisfies Section

export const decRequestCert = {
  element: 'DecRequestCert',
  wrapper: 'DecRequestCerts',
  label: '申请单证(检验检疫证书)',
  min: 0,
  max: null,
  in2018: true,
  fields: [
    { element: 'AppCertCode', label: '申请单证代码', type: 'string', length: 50, table: 'app_cert', needed: 'save' },
    { element: 'ApplOri', label: '申请单证正本数', type: 'string', length: 50, always: true },
    { element: 'ApplCopyQuan', label: '申请单证副本数', type: 'string', length: 50, always: true },
  ],
} as const satisfies Section

export const edocRealation = {
  element: 'EdocRealation',
  label: '电子随附单据关联',
  min: 0,
  max: 10,
  in2018: true,
  fields: [
    {
      element: 'EdocID',
      label: '文件名、随附单据编号（文件名命名规则是：申报口岸+随附单据类别代码+IM+18位流水号+.pdf）',
      type: 'string',
      length: 64,
      needed: 'save',
      note: 'file name/number: declaring customs + document class code + IM + 18-digit serial (+ .pdf); 2018 sample: 5345 + 00000001 + SW + 18 digits',
    },
    { element: 'EdocCode', label: '随附单证类别', type: 'string', length: 8, table: 'edoc_code', needed: 'save' },
    {
      element: 'EdocFomatType',
      label: '随附单据格式类型',
      type: 'string',
      length: 2,
      table: 'edoc_format',
      needed: 'save',
      note: 'S structured, US unstructured (PDF = US)',
    },
    {
      element: 'OpNote',
      label: '操作说明（重传原因）',
      type: 'string',
      length: 255,
      always: true,
      note: 'reason for re-upload',
    },
    {
      element: 'EdocCopId',
      label: '随附单据文件企业名',
      type: 'string',
      length: 64,
      always: true,
      note: 'file name on the enterprise side',
    },
    { element: 'EdocOwnerCode', label: '所属单位海关编号', type: 'string', length: 10, always: true },
    { element: 'SignUnit', label: '签名单位代码', type: 'string', length: 10, always: true },
    { element: 'SignTime', label: '签名时间', type: 'string', length: 17, always: true, note: 'yyyyMMdd HH:mm:ss' },
    { element: 'EdocOwnerName', label: '所属单位名称', type: 'string', length: 100 },
    { element: 'EdocSize', label: '随附单据文件大小', type: 'string', length: 12 },
    {
      element: 'GNoStr',
      label: '商品项号关系',
      type: 'string',
      length: 150,
      note: 'line numbers the document belongs to, comma separated',
    },
  ],
} as const satisfies Section

export const ecoRelation = {
  element: 'EcoRelation',
  label: '随附单证(原产地证)项号对应关系',
  min: 0,
  max: 20,
  in2018: true,
  fields: [
    {
      element: 'CertType',
      label: '单证代码',
      type: 'string',
      length: 3,
      needed: 'save',
      note: 'Y + agreement code (e.g. Y03) for origin proofs; other documents: their docu_code',
    },
    {
      element: 'EcoCertNo',
      label: '单证编号',
      type: 'string',
      length: 64,
      needed: 'save',
      note: 'C (certificate) or D (declaration) + number for origin proofs',
    },
    { element: 'DecGNo', label: '报关单商品项号', type: 'string', length: 9, needed: 'save' },
    {
      element: 'EcoGNo',
      label: '对应随附单证商品项号',
      type: 'string',
      length: 9,
      needed: 'save',
      note: 'line number inside the certificate',
    },
    { element: 'ExtendFiled', label: '扩展字段', type: 'string', length: 255 },
  ],
} as const satisfies Section

export const decCopPromise = {
  element: 'DecCopPromise',
  wrapper: 'DecCopPromises',
  label: '企业承诺',
  min: 0,
  max: null,
  in2018: false,
  fields: [
    {
      element: 'DeclaratioMaterialCode',
      label: '证明/声明材料代码',
      type: 'string',
      length: 10,
      table: 'cop_promise',
      needed: 'file',
      note: '101040 for import, 102053 for export',
    },
  ],
} as const satisfies Section
