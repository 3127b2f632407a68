import { makeRule } from './make-rule.ts'
import { filled, headOf, headPath, licencesOf } from './parts.ts'
import type { FieldPath, RuleContext } from './rule.ts'
import { settings } from './settings.ts'
import { sources } from './sources.ts'

/** An attached file is shown in the row of the attachment list with its place in `context.attachments`. */
const filePath = (index: number): FieldPath => `EdocRealation.${index}.EdocCode`
/** 代理报关委托协议: electronic (only a number, no file) and on paper. */
const electronicMandate = '10000001'
const paperMandate = '00000008'

/** Kinds of all attachments: files here, and rows that the message already names. */
const kindsOf = ({ attachments, message }: RuleContext): Set<string> =>
  new Set(
    [
      ...attachments.map((file) => file.edocCode),
      ...(message.EdocRealation ?? []).map((row) => row.EdocCode ?? ''),
    ].filter(filled),
  )

/** H19: paperless filing. */
export const paperlessFiles = makeRule(
  {
    id: 'H19',
    scope: 'head',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '通关无纸化（报关单类型M）至少上传一份随附单据',
  },
  (context, { error }) => {
    if (headOf(context).EntryType === 'M' && kindsOf(context).size === 0)
      error(headPath('EntryType'), '报关单类型为M（通关无纸化），应至少上传一份随附单据，如发票、装箱单、合同')
  },
)

/** H33: permit codes and numbers. */
export const permitPairs = makeRule(
  {
    id: 'H33',
    scope: 'head',
    severity: 'error',
    source: sources.processing,
    confidence: 'high',
    title: '随附单证的代码和编号须同时填写',
  },
  (context, { error }) => {
    licencesOf(context).forEach(({ DocuCode, CertCode }, index) => {
      const path = `DecLicenseDocus.${index}`
      if (filled(DocuCode) && !filled(CertCode)) error(`${path}.CertCode`, `随附单证${DocuCode}没有填编号`)
      if (!filled(DocuCode) && filled(CertCode)) error(`${path}.DocuCode`, `单证编号${CertCode}没有填单证代码`)
    })
  },
)

/** D01: forms of licence rows and attachments. */
export const attachmentForm = makeRule(
  {
    id: 'D01',
    scope: 'documents',
    severity: 'error',
    source: `${sources.schema}; ${sources.guide}`,
    confidence: 'high',
    title: '随附单证最多7份；随附单据为PDF，类别代码8位，同类多份须编号区分',
  },
  (context, { error }) => {
    const licences = licencesOf(context).length
    if (licences > settings.licencesMost)
      error('DecLicenseDocus', `随附单证有${licences}份，最多${settings.licencesMost}份`)
    const seen = new Set<string>()
    context.attachments.forEach(({ edocCode, name, bytes, pdf }, index) => {
      const path = filePath(index)
      if (!/^\d{8}$/.test(edocCode)) error(path, `随附单据“${name}”的类别代码应为8位数字，如00000001发票`)
      if (!pdf && edocCode !== electronicMandate) error(path, `随附单据“${name}”不是PDF文件，请转成PDF再上传`)
      if (bytes === 0 && edocCode !== electronicMandate) error(path, `随附单据“${name}”是空文件，请重新选择`)
      const key = `${edocCode}|${name}`
      if (seen.has(key)) error(path, `随附单据“${name}”重复：同一类别有多份时，文件名应加编号区分`)
      seen.add(key)
    })
  },
)

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)

/** D02: sizes and encryption. */
export const attachmentSize = makeRule(
  {
    id: 'D02',
    scope: 'documents',
    severity: 'warn',
    source: sources.practice,
    confidence: 'low: unverified',
    title: 'PDF不能加密，单个文件和全部文件的大小有限（网页上见到4MB和20MB）',
  },
  (context, { warn }) => {
    let total = 0
    context.attachments.forEach(({ name, bytes, encrypted }, index) => {
      total += bytes
      if (encrypted) warn(filePath(index), `随附单据“${name}”有密码，海关可能打不开：请另存为不加密的PDF`)
      if (bytes > settings.fileLargest)
        warn(
          filePath(index),
          `随附单据“${name}”有${megabytes(bytes)}MB，超过${megabytes(settings.fileLargest)}MB，请压缩`,
        )
    })
    if (total > settings.filesLargest)
      warn(
        filePath(context.attachments.length - 1),
        `随附单据合计${megabytes(total)}MB，超过${megabytes(settings.filesLargest)}MB，请压缩`,
      )
  },
)

/** D03: power of attorney of an agent. */
export const agentMandate = makeRule(
  {
    id: 'D03',
    scope: 'documents',
    severity: 'warn',
    source: `${sources.guide}; ${sources.programs}`,
    confidence: 'medium',
    title: '代理申报须有代理报关委托协议：10000001（电子，填协议编号）或00000008（纸质）',
  },
  (context, { warn }) => {
    const { AgentCode, AgentCodeScc, TradeCode, TradeCoScc } = headOf(context)
    const both = filled(AgentCodeScc) && filled(TradeCoScc)
    const agent = both ? AgentCodeScc !== TradeCoScc : filled(AgentCode) && filled(TradeCode) && AgentCode !== TradeCode
    if (!agent) return
    const kinds = kindsOf(context)
    if (!kinds.has(electronicMandate) && !kinds.has(paperMandate))
      warn(headPath('AgentCode'), '代理申报应有代理报关委托协议：10000001（电子，填协议编号）或00000008（纸质）')
    ;(context.message.EdocRealation ?? []).forEach((row, index) => {
      if (row.EdocCode === electronicMandate && !filled(row.EdocID))
        warn(`EdocRealation.${index}.EdocID`, '电子代理报关委托协议应填协议编号')
    })
  },
)

/** L25: exclusion from countermeasure duty. */
export const exclusionNumber = makeRule(
  {
    id: 'L25',
    scope: 'line',
    severity: 'warn',
    from: '2020-03-02',
    source: 'notice of 2020 (summary)',
    confidence: 'high for the form, state unknown',
    title: '单证代码0（反制措施排除代码）的编号为18位数字；措施是否仍有效须查询',
  },
  (context, { warn, info }) => {
    licencesOf(context).forEach(({ DocuCode, CertCode }, index) => {
      if (DocuCode !== '0' || !filled(CertCode)) return
      const path = `DecLicenseDocus.${index}.CertCode`
      if (!/^\d{18}$/.test(CertCode)) warn(path, `反制措施排除编号“${CertCode}”应为18位数字`)
      else info(path, '请查询该反制措施排除是否仍在有效期内')
    })
  },
)
