import { expect, test } from 'vitest'
import { clientErrors, explainClientError } from '../../../domain/message/client-errors.ts'

test('every text of the manual is explained in three sentences, wherever it stands in the answer', () => {
  for (const { text, what, why, todo } of clientErrors) {
    expect(explainClientError(`[2026-11-27] 错误：${text}，请联系管理员`)?.text).toBe(text)
    for (const sentence of [what, why, todo]) expect(sentence.length).toBeGreaterThan(4)
  }
})

test('the time-out of the card control is not taken for that of the single window', () => {
  expect(explainClientError('卡控件通讯等待握手超时')?.maybeHeld).toBe(false)
  expect(explainClientError('等待响应超时')?.maybeHeld).toBe(true)
})

test('spaces do not matter, a bare -1 is known, and what nobody described stays unexplained', () => {
  expect(explainClientError('Hid不匹配，请使用正确的设备登录')?.what).toContain('电脑')
  expect(explainClientError(' -1 ')?.what).toContain('通道')
  expect(explainClientError('第 -1 项')).toBeUndefined()
  expect(explainClientError('海关退单')).toBeUndefined()
})
