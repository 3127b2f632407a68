import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const draftFailures = {
  'drafts.notEditable': {
    what: '没有保存：这票报关单不能再改',
    why: '它的状态是“{state}”，只有草稿可以修改',
    todo: '需要修改时，请先退回修改（待签名、退单的可以退回）',
  },
  'drafts.notAllowed': {
    what: '操作没有执行',
    why: '这票报关单现在是“{state}”，不能做这一步',
    todo: '请刷新后查看它的状态和时间线',
  },
  'drafts.notRemovable': {
    what: '没有删除',
    why: '这票报关单是“{state}”，签过名或申报过的要留作记录',
    todo: '只有从未申报的草稿可以删除',
  },
  'drafts.hasErrors': {
    what: '还不能完成制单',
    why: '还有 {count} 处红色错误',
    todo: '请按 F8 逐项改正后再试',
  },
  'drafts.notSaved': {
    what: '还不能完成制单',
    why: '屏幕上的内容比已保存的新',
    todo: '请等“已保存”出现后再试',
  },
  'drafts.notPdf': {
    what: '没有添加随附单据',
    why: '“{name}”不是 PDF 文件',
    todo: '请把单据另存为 PDF 再添加',
  },
  'drafts.encryptedPdf': {
    what: '没有添加随附单据',
    why: '“{name}”加了密码，海关系统打不开',
    todo: '请去掉密码另存后再添加',
  },
  'drafts.pdfTooLarge': {
    what: '没有添加随附单据',
    why: '“{name}”有 {size} MB，单个文件最多 {limit} MB',
    todo: '请压缩或拆分后再添加',
  },
  'drafts.tooManyFiles': {
    what: '没有添加随附单据',
    why: '一票报关单最多 {limit} 个随附单据文件',
    todo: '请合并文件，或先删去不需要的',
  },
  'drafts.noTemplate': {
    what: '没有找到这个模板',
    why: '它已被删除',
    todo: '请刷新后再选',
  },
  'drafts.noAttachment': {
    what: '没有找到这个随附单据',
    why: '它已被删除',
    todo: '请刷新后再试',
  },
} as const satisfies Record<string, FailureTexts>
