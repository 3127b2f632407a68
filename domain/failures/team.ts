import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const teamFailures = {
  'team.notReviewed': {
    what: '还不能签名',
    why: '本单位设置为“先复核再签名”，这票是“{state}”',
    todo: '请按 F9 送复核，由另一位同事复核通过',
  },
  'team.sameHand': {
    what: '没有通过复核',
    why: '这票由{who}制单或修改，复核须由另一人做',
    todo: '请复核人先按 Ctrl+U 换成自己的名字',
  },
  'team.noName': {
    what: '没有记下这一步',
    why: '还不知道现在是谁在操作',
    todo: '请按 Ctrl+U 选择自己的名字',
  },
  'team.openComments': {
    what: '没有通过复核',
    why: '还有 {count} 条批注没有处理',
    todo: '请逐条标为“已处理”，或按 F2 退回修改',
  },
  'team.noReview': {
    what: '没有可比较的版本',
    why: '这票还没有复核过',
    todo: '请在“历史”（Ctrl+H）里选两个版本比较',
  },
  'team.noComment': {
    what: '没有标为已处理',
    why: '这条批注已经处理过，或报关单已删除',
    todo: '请刷新后再看',
  },
  'team.changed': {
    what: '这一步没有做',
    why: '内容在您查看之后又改过',
    todo: '请重新打开这票，看过改动后再做',
  },
} as const satisfies Record<string, FailureTexts>
