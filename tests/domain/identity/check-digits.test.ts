import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isContainerNumber, makeContainerNumber } from '../../../domain/identity/container-number.ts'
import { isCreditCode, makeCreditCode, unitCodeOf } from '../../../domain/identity/credit-code.ts'
import { isIdentityCard, makeIdentityCard, maskIdentityCard } from '../../../domain/identity/identity-card.ts'
import { isOrganisationCode, organisationCodeCheck } from '../../../domain/identity/organisation-code.ts'
import { hasVinCheck, isVin } from '../../../domain/identity/vin.ts'

/** Every check here is of a kind that finds any single wrong character (ISO 6346 finds all but 10 for 0). */
function findsEachWrongDigit(isValid: (text: string) => boolean, good: string, places: readonly number[]): void {
  for (const at of places)
    for (const digit of '0123456789')
      if (digit !== good[at])
        expect(isValid(good.slice(0, at) + digit + good.slice(at + 1)), `${at} ${digit}`).toBe(false)
}

describe('the credit code', () => {
  it('accepts the example that is given with GB 32100', () => expect(isCreditCode('91350100M000100Y43')).toBe(true))

  it('finds any wrong digit', () => findsEachWrongDigit(isCreditCode, '91350100M000100Y43', [0, 1, 2, 5, 9, 14, 17]))

  it.each(['', '91350100M000100Y4', '91350100M000100Y433', '91350100m000100y43', '91350100O000100Y43', ' '.repeat(18)])(
    'refuses %j',
    (code) => expect(isCreditCode(code)).toBe(false),
  )

  it('carries the unit code in characters 9 to 17', () => expect(unitCodeOf('91350100M000100Y43')).toBe('M000100Y4'))

  it('is made valid for any division and unit code', () => {
    const unit = fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{9}$/)
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{6}$/), unit, (division, code) => {
        expect(isCreditCode(makeCreditCode(division, code))).toBe(true)
      }),
    )
    expect(() => makeCreditCode('1', 'x')).toThrow()
  })
})

describe('the organisation code', () => {
  it('accepts the example of GB 11714', () => expect(isOrganisationCode('D2143569X')).toBe(true))

  it('writes 0 where the sum gives 11', () => {
    expect(organisationCodeCheck('00000000')).toBe('0')
    expect(isOrganisationCode('000000000')).toBe(true)
  })

  it('finds any wrong digit', () => findsEachWrongDigit(isOrganisationCode, 'D2143569X', [1, 2, 3, 4, 5, 6, 7, 8]))

  it.each(['', 'D2143569', 'D2143569-X', 'd2143569X'])('refuses %j', (code) => {
    expect(isOrganisationCode(code)).toBe(false)
  })
})

describe('the identity card number', () => {
  it.each(['11010519491231002X', '440524188001010014'])('accepts the example %s of GB 11643', (number) => {
    expect(isIdentityCard(number)).toBe(true)
  })

  it('finds any wrong digit', () => {
    findsEachWrongDigit(isIdentityCard, '11010519491231002X', [0, 3, 5, 9, 13, 16, 17])
  })

  it('refuses a birthday that is no day, even with a right check character', () => {
    expect(isIdentityCard(makeIdentityCard('110105', '19490231', '002'))).toBe(false)
    expect(isIdentityCard(makeIdentityCard('110105', '19491301', '002'))).toBe(false)
    expect(isIdentityCard(makeIdentityCard('110105', '20000229', '002'))).toBe(true)
  })

  it('is shown masked', () => {
    expect(maskIdentityCard('11010519491231002X')).toBe('110*************2X')
    expect(maskIdentityCard('123')).toBe('***')
  })
})

describe('the container number', () => {
  it.each(['CSQU3054383', 'ZEPU0037255'])('accepts the example %s of ISO 6346', (number) => {
    expect(isContainerNumber(number)).toBe(true)
  })

  it('finds a wrong serial digit', () => findsEachWrongDigit(isContainerNumber, 'CSQU3054383', [10]))

  it.each(['', 'CSQU305438', 'CSQX3054383', 'CSQU 3054383', 'csqu3054383'])('refuses %j', (number) => {
    expect(isContainerNumber(number)).toBe(false)
  })

  it('is made valid for any owner and serial', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{3}[UJZ]$/), fc.stringMatching(/^[0-9]{6}$/), (owner, serial) => {
        expect(isContainerNumber(makeContainerNumber(owner, serial))).toBe(true)
      }),
    )
  })
})

describe('the VIN', () => {
  it.each(['1M8GDM9AXKP042788', '11111111111111111'])('accepts %s with its check digit', (vin) => {
    expect(isVin(vin)).toBe(true)
    expect(hasVinCheck(vin)).toBe(true)
  })

  it('tells a wrong check digit from a wrong form', () => {
    expect(isVin('1M8GDM9A0KP042788')).toBe(true)
    expect(hasVinCheck('1M8GDM9A0KP042788')).toBe(false)
    for (const vin of ['', '1M8GDM9AXKP04278', 'IM8GDM9AXKP042788', '1M8GDM9AXKP04278O', 'QM8GDM9AXKP042788'])
      expect(isVin(vin)).toBe(false)
  })
})
