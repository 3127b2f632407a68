import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardFailures, isRetriable, type CardFailureCode } from '../../../domain/failures/card.ts'
import { pcscFailure, statusFailure } from '../../../electron/card/card-failures.ts'
import { pcscCodes } from '../../../native/pcsclite/codes.ts'

describe('failures of the card', () => {
  it('say what, why and what to do for every PC/SC code, with the raw code kept', () => {
    for (const [name, code] of Object.entries(pcscCodes)) {
      const told = pcscFailure(code)
      expect(Object.keys(cardFailures)).toContain(told.code)
      expect(told.detail).toContain(name)
    }
  })

  it('tell the tries left from the status word, and blocked at none', () => {
    expect(statusFailure(0x63c3)).toMatchObject({
      code: 'card.wrongPin',
      why: expect.stringContaining('3 次') as string,
    })
    expect(statusFailure(0x63c0).code).toBe('card.blocked')
    expect(statusFailure(0x6983).code).toBe('card.blocked')
    expect(statusFailure(0x6982).code).toBe('card.pinNeeded')
  })

  it('never guess: an unlisted code or status word stays unknown, and none but 63Cx is a wrong PIN', () => {
    expect(pcscFailure(0x80109999)).toMatchObject({
      code: 'card.unknown',
      detail: expect.stringContaining('80109999') as string,
    })
    expect(statusFailure(0x6f00)).toMatchObject({ code: 'card.unknown', detail: 'SW 6F00' })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff }), (status) => {
        const { code } = statusFailure(status)
        expect(code === 'card.wrongPin').toBe(status >= 0x63c1 && status <= 0x63cf)
      }),
      { numRuns: 5000 },
    )
  })

  it('are retriable or fatal, each decided once', () => {
    const codes = Object.keys(cardFailures) as CardFailureCode[]
    expect(codes.filter(isRetriable)).toContain('card.removed')
    for (const fatal of ['card.blocked', 'card.badSignature', 'card.certificateExpired', 'signing.legalCard'] as const)
      expect(isRetriable(fatal)).toBe(false)
  })
})
