import type { FailureTexts } from './index.ts'

/** Failures of signing something that is no declaration: login, binding, grants. */
export const challengeFailures = {
  'challenge.noCard': {
    what: '没有签名',
    why: '这一步要用{kind}，没有读到可用的卡（{seen}）',
    todo: '请插好{kind}，等状态栏显示持卡人后再试；密码没有发送',
  },
  'challenge.whichCard': {
    what: '没有签名',
    why: '插着几张{kind}：{holders}',
    todo: '请在状态栏或签名页选定要用的人，或拔出其他的卡；密码没有发送',
  },
  'challenge.badText': {
    what: '没有签名',
    why: '“{purpose}”要签的内容是空的、过长，或含有不能显示的字符',
    todo: '请重新操作一次；再次出现时请联系技术支持。密码没有发送',
  },
} as const satisfies Record<string, FailureTexts>
