import { describe, expect, it } from 'vitest'
import { allChannels, channelOf } from '../../../domain/message/channels.ts'

describe('channel letters', () => {
  it('are all there, 38, and say whether the note of 2018 has them', () => {
    expect(allChannels()).toHaveLength(38)
    expect(channelOf('7')).toMatchObject({ meaning: '申报成功', official: true })
    expect(channelOf('P')).toMatchObject({ meaning: '海关已放行', official: false })
  })

  it.each([
    ['saved', ['0', 'S0', '3', '8']],
    ['filed', ['7']],
    ['stored', ['L']],
    ['examined', ['G', 'J']],
    ['inspecting', ['C', 'S']],
    ['taxDue', ['T']],
    ['released', ['P', 'I', 'W', 'F', 'K', 'B']],
    ['closed', ['R']],
    ['refused', ['E', 'D', 'Z', 'Y', '4', '9', 'F1']],
    [undefined, ['1', '2', '6', 'A', 'H', 'M', 'N', 'X', 'a', 'b', 'c', 'd', 'f0']],
  ])('move the declaration to %s or not at all', (event, codes) => {
    for (const code of codes) {
      expect(channelOf(code), code).toBeDefined()
      expect(channelOf(code)?.event, code).toBe(event)
    }
  })

  it('mind the case of the letter', () => {
    expect(channelOf('a')?.meaning).not.toBe(channelOf('A')?.meaning)
    expect(channelOf('l')).toBeUndefined()
  })

  it.each(['', 'q', '__proto__', 'toString'])('do not know %j', (code) => expect(channelOf(code)).toBeUndefined())
})
