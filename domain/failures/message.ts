import type { FailureTexts } from './index.ts'

/** Failures of reading and writing messages: one row a code. */
export const messageFailures = {
  'message.empty': {
    what: '报文没有读出来',
    why: '文件是空的，没有任何内容',
    todo: '请重新选择或重新取得这份文件',
  },
  'message.tooLarge': {
    what: '报文没有读出来',
    why: '文件有 {size} MB，超过 {limit} MB，不会是一份报关单报文',
    todo: '请确认选对了文件；随附单据应与报文分开放入压缩包',
  },
  'message.encoding': {
    what: '报文没有读出来',
    why: '文件声明的字符编码是“{encoding}”，只能读取 UTF-8 和 GB18030（含 GB2312、GBK）',
    todo: '请让对方用 UTF-8 编码重新导出',
  },
  'message.undecodable': {
    what: '报文没有读出来',
    why: '文件内容与声明的字符编码（{encoding}）不符，可能已损坏或在传送中转过码',
    todo: '请取得未改动的原文件再试',
  },
  'message.instruction': {
    what: '文件没有读入',
    why: '文件里有处理指令（<?…?>），单一窗口的报文和回执里没有这种内容',
    todo: '原文件没有改动。请从原来的系统重新导出；若它来自口岸系统，请把原文交给技术支持',
  },
  'message.doctype': {
    what: '报文被拒绝读取',
    why: '文件带有文档类型声明或实体定义，正常的报文没有这些内容，它们可被用来攻击程序',
    todo: '请核实文件来源，不要再打开它；确需导入时请让对方重新导出',
  },
  'message.broken': {
    what: '报文没有读出来',
    why: '第 {line} 行不符合 XML 格式，文件可能不完整',
    todo: '请取得完整的原文件再试',
  },
  'message.otherRoot': {
    what: '这不是可以读取的报文',
    why: '文件里是“{root}”（命名空间“{namespace}”），不是报关单报文，也不是它的回执',
    todo: '请确认选对了文件和业务种类',
  },
  'message.unknownElements': {
    what: '报文没有读入',
    why: '其中有本程序不认识的栏目，读入后这些内容会丢失',
    todo: '请核对列出的栏目；若是新版报文增加的，请升级程序',
  },
  'message.tooMany': {
    what: '报文没有读入',
    why: '有栏目重复出现，或条数超过报文允许的上限',
    todo: '请核对列出的栏目，去掉多余的再导入',
  },
  'message.tooLong': {
    what: '报文没有读入',
    why: '有栏目的内容太长，超过了报关单能填的长度',
    todo: '请核对列出的栏目，改正后再导入',
  },
  'message.noAnswer': {
    what: '回执没有读出来',
    why: '其中既没有处理结果，也没有响应代码',
    todo: '请保留这份文件，并到单一窗口网页查询该票的状态',
  },
} as const satisfies Record<string, FailureTexts>
