import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const printingFailures = {
  'printing.failed': {
    what: '没有打印成功',
    why: '生成打印页面时出错（{detail}）',
    todo: '请重试；若再次出现，请在“诊断”里导出支持文件',
  },
  'printing.noPrinter': {
    what: '没有打印成功',
    why: '系统没有把文件交给打印机（{detail}）',
    todo: '请检查打印机是否接通、已设为默认，或改为保存 PDF 后再打印',
  },
} as const satisfies Record<string, FailureTexts>
