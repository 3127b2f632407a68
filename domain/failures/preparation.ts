import type { FailureTexts } from './index.ts'

const kept = '您填写的内容都已存在本机'

/** Failures of the preparation wizards: one row a code. */
export const preparationFailures = {
  'wizards.gone': {
    what: '没有找到这份填写中的业务',
    why: '它可能已在别处删除',
    todo: '请回到“业务准备”重新打开',
  },
  'wizards.stale': {
    what: '没有保存：这份业务已在别处改过',
    why: '您打开的是第 {base} 版，数据库里已经是第 {current} 版',
    todo: '您录入的内容还在屏幕上。请重新打开，核对后再改',
  },
  'wizards.notEditable': {
    what: '这份业务现在不能改动',
    why: '它正在发送或审核，或者已经办结',
    todo: '等待发送时可以先撤回；审核退回后可以修改重报；已办结的请新建一份',
  },
  'wizards.fileType': {
    what: '没有添加“{name}”',
    why: '文件不是 PDF、JPG 或 PNG',
    todo: '请把材料扫描成 PDF、JPG 或 PNG 再添加',
  },
  'wizards.fileTooLarge': {
    what: '没有添加“{name}”',
    why: '文件有 {size} MB，超过 {limit} MB 的限制',
    todo: '请降低扫描清晰度或分成几个文件',
  },
  'wizards.fileRepeated': {
    what: '没有添加“{name}”',
    why: '同一个文件已经添加过',
    todo: '请选择其他文件',
  },
  'wizards.tooManyFiles': {
    what: '没有添加“{name}”',
    why: '一份业务最多 {limit} 个文件',
    todo: '请先删去不需要的文件，或合并成一个 PDF',
  },
  'wizards.notWaiting': {
    what: '没有撤回',
    why: '这份业务已经发出，或还没有提交',
    todo: `请先查询它的状态；${kept}`,
  },
} as const satisfies Record<string, FailureTexts>
