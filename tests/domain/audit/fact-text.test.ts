import { expect, test } from 'vitest'
import { factText } from '../../../domain/audit/fact-text.ts'

const hash = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'

test.each([
  [{ event: 'markReady', from: 'draft', id: 'a', rev: 7, to: 'ready' }, '草稿 → 待签名，第 7 版'],
  [{ channel: '', hash, id: 'a', receipt: 4 }, '校验值 0123456789ab…，第 4 份回执'],
  [{ channel: 'R', hash: '', id: 'a', receipt: 9 }, '回执代码 R，第 9 份回执'],
  [{ from: 2, id: 'a', rev: 5 }, '恢复自第 2 版，第 5 版'],
  [{ id: 'a', ieFlag: 'E' }, '出口'],
  [{ file: 'b', id: 'a' }, ''],
])('the facts %o are said in the words of the trade', (facts, text) => {
  expect(factText(facts)).toBe(text)
})

test('a fact without words is shown as it is kept, its hash cut', () => {
  expect(factText({ reach: 3, seal: hash })).toBe('reach=3，seal=0123456789ab…')
})
