import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8 } from '../../../../domain/crypto/bytes.ts'
import { blockSize, checkOf, headerLength, toBlocks } from '../../../../electron/card/eport/blocks.ts'
import { controlFailure, triesIn } from '../../../../electron/card/eport/eport-failures.ts'
import { readAnswer } from '../../../../electron/card/eport/messages.ts'
import { hideSecrets, requestBytes } from '../../../../electron/card/eport/request.ts'
import { BlockReader } from '../../../../sandbox/eport-control/block-reader.ts'

const guid = '00000000-0000-4000-8000-000000000000'

describe('errors of the control', () => {
  it('mean exactly one failure each; unknown numbers keep the words of the control', () => {
    const codes = ['Err:Base60408', 'Err:Base50000', 'Err:Custom50070', 'Err:50200', 'Err:Custom51590', 'Err:X99999']
    expect(codes.map((code) => controlFailure(['', code]).code)).toEqual([
      'card.controlMissing',
      'card.program',
      'card.mute',
      'card.noCard',
      'card.noCard',
      'card.controlRefused',
    ])
    expect(controlFailure(['系统忙', 'Err:X99999']).detail).toBe('系统忙 Err:X99999')
    expect(controlFailure([]).code).toBe('card.controlRefused')
  })

  it('tell tries in words, and nothing is guessed from other numbers', () => {
    expect(triesIn(['[读卡器底层库]卡密码错误，还剩5次机会:错误码=51571'])).toBe(5)
    expect(triesIn(['密码错误，剩余重试次数：3 次'])).toBe(3)
    expect(triesIn(['密码错误:错误码=51571'])).toBe(-1)
  })
})

describe('answers of the control', () => {
  it('are read in the forms that were seen', () => {
    const good = { _id: 1, _method: 'm', _status: '00', _args: { Result: 'true', Data: ['x'], Error: [] } }
    expect(readAnswer(JSON.stringify(good))).toMatchObject({ id: 1, done: true, data: ['x'] })
    expect(readAnswer(JSON.stringify({ ...good, _id: '1' }))).toMatchObject({ id: 1 })
    expect(readAnswer(JSON.stringify({ ...good, _status: '01' }))).toMatchObject({ done: false })
    const next = { _method: '_nextBlock', _args: { Result: false, Data: [{ guid, next: 2, finish: false }] } }
    expect(readAnswer(JSON.stringify(next))).toEqual({ guid, next: 2, finish: false, done: false })
  })

  it('are refused when they have another form, and never throw', () => {
    const good = { _id: 1, _method: 'm', _status: '00', _args: { Result: true, Data: [], Error: [] } }
    for (const bad of ['', '[]', 'null', '{}', JSON.stringify({ ...good, _args: { Result: 1 } })])
      expect(readAnswer(bad)).toBeUndefined()
    fc.assert(fc.property(fc.json(), (text) => void readAnswer(text)))
  })
})

describe('requests to the control', () => {
  it('are JSON whatever the secret holds, with or without other values', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.string(), (secret, value) => {
        const call = { method: 'm', values: { value }, secrets: { passwd: utf8(secret), newPin: utf8('1') } }
        expect(JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(requestBytes(7, call)))).toEqual({
          _method: 'm',
          _id: 7,
          args: { value, passwd: secret, newPin: '1' },
        })
      }),
    )
    const alone = requestBytes(1, { method: 'm', secrets: { passwd: utf8('88888888') } })
    expect(JSON.parse(new TextDecoder().decode(alone))).toEqual({ _method: 'm', _id: 1, args: { passwd: '88888888' } })
    expect(new TextDecoder().decode(requestBytes(2, { method: 'm' }))).toBe('{"_method":"m","_id":2,"args":{}}')
  })

  it('are wiped from the answers that repeat them', () => {
    const answer = Buffer.from('密码 12345678 不对：12345678')
    hideSecrets(answer, { method: 'm', secrets: { passwd: utf8('12345678') } })
    expect(answer.toString()).toBe('密码 ******** 不对：********')
  })
})

describe('blocks', () => {
  it('carry a check that is CRC-16/MODBUS with its low byte first', () => {
    // 4B37 in every catalogue of checks.
    expect(checkOf('123456789')).toBe('374B')
    expect(checkOf('')).toBe('FFFF')
    // Of a Chinese character the low byte counts: 报 is U+62A5.
    expect(checkOf('报')).toBe(checkOf('\u00a5'))
  })

  it('have a header of 128 characters with numbers from 0', () => {
    const whole = 'x'.repeat(blockSize * 2)
    const blocks = toBlocks(whole, guid)
    expect(blocks).toHaveLength(3)
    expect(blocks[0]?.slice(0, headerLength)).toMatch(
      /^BLOCKTXT[0-9A-F]{8}0{10}2457600{2}1227520003[0-9a-f-]{36}0{4}0{44}$/,
    )
  })

  it('give the control the whole again, never cut a character and are never too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 4, max: 40 }), (whole, limit) => {
        const reader = new BlockReader()
        const blocks = toBlocks(whole, guid, limit)
        expect(blocks.map((block) => reader.take(block)).at(-1)).toEqual({ kind: 'finished', guid, text: whole })
        for (const block of blocks) {
          const part = block.slice(headerLength)
          expect(utf8(part).length).toBeLessThanOrEqual(limit)
          expect(part).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
        }
      }),
    )
  })

  it('are refused by the control when a character was changed', () => {
    const [block = ''] = toBlocks('报关单', guid)
    expect(new BlockReader().take(`${block.slice(0, -1)}甲`).kind).toBe('bad')
    expect(new BlockReader().take(`${block}x`).kind).toBe('bad')
    expect(new BlockReader().take('{"_method":"x"}').kind).toBe('whole')
  })
})
