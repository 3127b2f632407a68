import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const appFailures = {
  'app.badInput': {
    what: '操作没有执行',
    why: '界面传来的数据不符合约定（{where}）',
    todo: '请重试；若再次出现，请把错误代码告诉技术支持',
  },
  'app.notAllowed': {
    what: '操作被拒绝',
    why: '请求不是从本程序的窗口发出的',
    todo: '请关闭并重新打开程序；若再次出现，请联系技术支持',
  },
  'app.internal': {
    what: '程序内部出错，操作没有完成',
    why: '遇到了没有预料到的情况',
    todo: '已录入的内容都在。请重试；若再次出现，请在“诊断”里导出支持文件',
  },
  'app.cancelled': { what: '已取消', why: '您取消了这项操作', todo: '需要时重新开始即可' },
} as const satisfies Record<string, FailureTexts>
