import type { FailureTexts } from './index.ts'

/** Failures of receipts that are handled by hand: one row a code. */
export const receiptFailures = {
  'receipts.gone': { what: '没有找到这份回执', why: '它不在本机的回执里', todo: '请刷新回执列表后再试' },
  'receipts.attached': {
    what: '没有归入',
    why: '这份回执已经归入一份报关单，一份回执只归入一次',
    todo: '请刷新回执列表查看它归在哪里',
  },
  'receipts.notFiled': {
    what: '没有归入',
    why: '这份报关单还没有申报，不会有回执',
    todo: '请选择已经申报的报关单',
  },
  'receipts.otherNumber': {
    what: '没有归入',
    why: '回执上的编号 {theirs} 与这份报关单的编号 {ours} 不同',
    todo: '请核对编号，选择对应的报关单',
  },
} as const satisfies Record<string, FailureTexts>
