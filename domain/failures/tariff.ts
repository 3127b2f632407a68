import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const tariffFailures = {
  'tariff.noHeader': {
    what: '没有找到税则的表头',
    why: '“{name}”的前 {rows} 行里没有同时写着“商品编号”和“商品名称”的一行',
    todo: '请按“税则导入格式”整理表头，另存为 .xlsx 或 .csv 后再导入',
  },
  'tariff.hasErrors': {
    what: '税则没有导入',
    why: '表里有 {count} 处错误；有缺行、错号的税则会让报关单填错，所以一行也不导入',
    todo: '请按列出的行号改正表格，再选择一次',
  },
  'tariff.tooFew': {
    what: '税则没有导入',
    why: '表头下面没有商品编号',
    todo: '请检查所选的文件和工作表',
  },
  'tariff.gone': {
    what: '税则文件没有打开',
    why: '这次导入已经结束或被取消',
    todo: '请重新选择文件',
  },
  'tariff.noVersion': {
    what: '没有这个税则版本',
    why: '它可能已被删除',
    todo: '请刷新列表后再试',
  },
} as const satisfies Record<string, FailureTexts>
