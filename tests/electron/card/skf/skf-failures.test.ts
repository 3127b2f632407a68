import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardFailures } from '../../../../domain/failures/card.ts'
import { skfFailure } from '../../../../electron/card/skf/skf-failures.ts'
import { skfCodes } from '../../../../native/skf/codes.ts'

describe('codes of an SKF library', () => {
  it('say what, why and what to do, with the raw code kept and no blank left open', () => {
    for (const [name, code] of Object.entries(skfCodes)) {
      const told = skfFailure(code)
      expect(Object.keys(cardFailures)).toContain(told.code)
      expect(told.detail).toContain(name)
      expect(`${told.what}${told.why}${told.todo}`).not.toMatch(/[{}]/)
    }
  })

  it('are never guessed: one code alone is a wrong PIN, one alone is blocked, unlisted ones stay unknown', () => {
    const known: number[] = Object.values(skfCodes)
    expect(known.filter((code) => skfFailure(code).code === 'card.wrongPin')).toEqual([skfCodes.SAR_PIN_INCORRECT])
    expect(known.filter((code) => skfFailure(code).code === 'card.blocked')).toEqual([skfCodes.SAR_PIN_LOCKED])
    expect(skfFailure(0x0a00ffff)).toMatchObject({ code: 'card.unknown', detail: 'SKF 0x0A00FFFF' })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0xffffffff }), (code) => {
        if (!known.includes(code)) expect(skfFailure(code).code).toBe('card.unknown')
      }),
    )
  })
})
