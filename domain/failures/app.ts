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
  'app.unavailable': {
    what: '这项操作现在不能用',
    why: '程序的这一部分没有启动',
    todo: '请关闭并重新打开程序；若再次出现，请在“诊断”里导出支持文件',
  },
  'app.fileUnreadable': {
    what: '文件没有读出来',
    why: '系统拒绝读取“{name}”（{detail}）',
    todo: '请确认文件还在、没有被别的程序独占，再重新选择',
  },
  'app.fileTooLarge': {
    what: '文件太大，没有打开',
    why: '“{name}”有 {size} MB，最多 {limit} MB',
    todo: '请压缩或拆分后再选择',
  },
  'app.fileUnwritable': {
    what: '文件没有保存成功',
    why: '系统拒绝写入所选的位置（{detail}）',
    todo: '请换一个文件夹，或关闭正在打开这个文件的程序后重试',
  },
  'app.pageCrashed': {
    what: '窗口内容反复意外关闭',
    why: '短时间内出错 {count} 次，已停止自动恢复',
    todo: '已保存的内容都在。请点“重新打开”；若再次出现，请重启电脑后再试，或联系技术支持',
  },
  'app.endedBadly': {
    what: '上次程序没有正常退出',
    why: '程序被强行结束、自己崩溃，或电脑断电',
    todo: '已保存的内容都在，已签好的都已保留。没有签好的请重新签，需要重新输入密码（程序不会自己试密码）；正在发送的会先查询，不会重复申报',
  },
  'app.pageMissing': {
    what: '窗口内容没有打开',
    why: '程序的界面文件几次都没有读出来',
    todo: '已保存的内容都在。请点“重新打开”；若再次出现，请重启电脑，或重新安装本程序（不影响已录入的内容）',
  },
  'app.taskEnded': { what: '没有取消', why: '这项工作已经结束', todo: '无需再做什么' },
  'app.cancelled': { what: '已取消', why: '您取消了这项操作', todo: '需要时重新开始即可' },
} as const satisfies Record<string, FailureTexts>
