import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const exchangeFailures = {
  'exchange.tooMany': {
    what: '压缩包没有读入',
    why: '里面的文件超过 {limit} 个',
    todo: '请分成几个压缩包再导入',
  },
  'exchange.strange': {
    what: '压缩包没有读入',
    why: '里面的“{name}”既不是报文也不是报文的压缩包',
    todo: '请只放 .xml 报文，或报文和 PDF 的 .zip；不要放文件夹',
  },
  'exchange.gone': {
    what: '没有生成草稿',
    why: '这个文件已经导入过，或程序重新启动过',
    todo: '请重新选择文件',
  },
  'exchange.nothing': {
    what: '没有生成草稿',
    why: '文件里没有可以读入的报文',
    todo: '请按列出的原因处理后重新选择',
  },
} as const satisfies Record<string, FailureTexts>
