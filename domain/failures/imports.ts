import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const importFailures = {
  'imports.gone': {
    what: '表格没有打开',
    why: '这个文件的导入已经结束或被取消',
    todo: '请重新选择文件',
  },
  'imports.tooLarge': {
    what: '文件太大，没有导入',
    why: '文件有 {size} MB，最多可以导入 {limit} MB',
    todo: '请删去图片和多余的工作表，另存后再导入',
  },
  'imports.unpackedTooLarge': {
    what: '文件没有打开',
    why: '文件解开后有 {size} MB，超过 {limit} MB，可能是损坏的或有意做成的压缩炸弹',
    todo: '请在 Excel 或 WPS 中打开，只复制货物清单到新文件，另存为 .xlsx 后再导入',
  },
  'imports.encrypted': {
    what: '文件加了密码，没有打开',
    why: '“{name}”需要打开密码，程序不收取也不猜测密码',
    todo: '请用密码在 Excel 或 WPS 中打开，去掉密码另存一份再导入，或请客户重发',
  },
  'imports.broken': {
    what: '文件损坏，没有打开',
    why: '“{name}”的内容不完整或不合格式',
    todo: '请在 Excel 或 WPS 中打开并另存为 .xlsx 再导入；打不开时请客户重发',
  },
  'imports.wrongType': {
    what: '文件类型不对，没有导入',
    why: '“{name}”是{kind}，不是可以导入的表格',
    todo: '请选择 .xlsx、.xls 或 .csv 文件；别的表格请先在 Excel 或 WPS 中另存为 .xlsx',
  },
  'imports.empty': {
    what: '没有可导入的内容',
    why: '“{name}”里的工作表都是空的',
    todo: '请确认选对了文件，货物清单在文件里',
  },
  'imports.tooManyRows': {
    what: '工作表行数太多，没有导入',
    why: '工作表“{sheet}”超过 {limit} 行',
    todo: '请只留下要申报的货物清单，或分成几个文件导入',
  },
  'imports.tooManyCells': {
    what: '表格太大，没有导入',
    why: '整个文件的单元格超过 {limit} 个',
    todo: '请只留下货物清单所在的工作表，另存后再导入',
  },
  'imports.tooSlow': {
    what: '读表格用时太长，已停止',
    why: '超过 {seconds} 秒仍未读完，文件可能过大或有意做坏',
    todo: '请只复制货物清单到新文件，另存为 .xlsx 后再导入',
  },
  'imports.stopped': {
    what: '读表格时中断了',
    why: '读表格的进程意外结束，多半是文件需要的内存太多（{detail}）',
    todo: '请只复制货物清单到新文件，另存为 .xlsx 后再导入；若再次出现，请导出支持文件',
  },
  'imports.badMapping': {
    what: '列的对应关系不能用',
    why: '{reason}',
    todo: '请在列对应中改正后再试',
  },
  'imports.noRows': {
    what: '没有找到货物',
    why: '表头第 {row} 行以下没有可导入的货物行',
    todo: '请检查所选的工作表、表头行和列对应',
  },
} as const satisfies Record<string, FailureTexts>
