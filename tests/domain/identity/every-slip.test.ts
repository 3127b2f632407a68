import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isContainerNumber, makeContainerNumber } from '../../../domain/identity/container-number.ts'
import { isCreditCode, makeCreditCode } from '../../../domain/identity/credit-code.ts'
import { isIdentityCard, makeIdentityCard } from '../../../domain/identity/identity-card.ts'
import { isOrganisationCode, organisationCodeCheck } from '../../../domain/identity/organisation-code.ts'

/**
 * Every slip of a typing finger over 1,000 generated numbers a kind: each single wrong character, each swap of two
 * neighbours. What the standard says is worked out here a second way, from its own congruence.
 */
const runs = 1000

interface Kind {
  readonly make: fc.Arbitrary<string>
  readonly alphabet: string
  readonly isValid: (text: string) => boolean
  /** The congruence of the standard over all characters, the check character included. */
  readonly holds: (text: string) => boolean
}

const digits = '0123456789'
const uscc = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const base36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const congruent = (text: string, modulus: number, value: (char: string, at: number) => number): boolean => {
  let sum = 0
  for (const [at, char] of [...text].entries()) {
    const part = value(char, at)
    if (Number.isNaN(part)) return false
    sum += part
  }
  return sum % modulus === 0
}

const place = (alphabet: string, char: string): number => {
  const at = alphabet.indexOf(char)
  return at < 0 ? Number.NaN : at
}

const isRealDay = (text: string): boolean => {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))]
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, day)
  return year >= 1800 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0 && day > 0
}

const orgWeights = [3, 7, 9, 10, 5, 8, 4, 2, 1]
const idPowers = Array.from({ length: 18 }, (_, at) => 2 ** (17 - at) % 11)
/** A = 10, B = 12 … the multiples of 11 left out. */
const boxValues = Array.from({ length: 40 }, (_, at) => at).filter((value) => value < 10 || value % 11 !== 0)

const kinds: Record<string, Kind> = {
  credit: {
    make: fc
      .tuple(fc.stringMatching(/^[0-9]{6}$/), fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{9}$/))
      .map(([division, unit]) => makeCreditCode(division, unit)),
    alphabet: uscc,
    isValid: isCreditCode,
    holds: (text) =>
      congruent(text, 31, (char, at) => place(uscc, char) * (at === 17 ? 1 : Number(3n ** BigInt(at) % 31n))),
  },
  organisation: {
    make: fc.stringMatching(/^[0-9A-Z]{8}$/).map((start) => start + (organisationCodeCheck(start) ?? '')),
    alphabet: base36,
    isValid: isOrganisationCode,
    // The last character is 0 to 9 or X for ten.
    holds: (text) =>
      congruent(
        text,
        11,
        (char, at) => (at === 8 ? place('0123456789X', char) : place(base36, char)) * (orgWeights[at] ?? Number.NaN),
      ),
  },
  identity: {
    make: fc
      .tuple(
        fc.stringMatching(/^[1-6][0-9]{5}$/),
        fc.date({ min: new Date('1930-01-01'), max: new Date('2010-12-31'), noInvalidDate: true }),
        fc.stringMatching(/^[0-9]{3}$/),
      )
      .map(([division, day, serial]) =>
        makeIdentityCard(division, day.toISOString().slice(0, 10).replaceAll('-', ''), serial),
      ),
    alphabet: `${digits}X`,
    isValid: isIdentityCard,
    // ISO 7064 MOD 11-2: the sum is 1, and only the last character may be X.
    holds: (text) =>
      isRealDay(text.slice(6, 14)) &&
      congruent(
        text,
        11,
        (char, at) =>
          (at === 17 ? place(`${digits}X`, char) - 1 : place(digits, char)) * (at === 17 ? 1 : (idPowers[at] ?? 0)),
      ),
  },
  container: {
    make: fc
      .tuple(fc.stringMatching(/^[A-Z]{3}[UJZ]$/), fc.stringMatching(/^[0-9]{6}$/))
      .map(([owner, serial]) => makeContainerNumber(owner, serial)),
    alphabet: base36,
    isValid: isContainerNumber,
    // A remainder of ten is written 0, so the check digit is compared after it was reduced.
    holds: (text) => {
      if (!/^[A-Z]{3}[UJZ][0-9]{7}$/.test(text)) return false
      let sum = 0
      for (let at = 0; at < 10; at++) sum += (boxValues[place(base36, text.charAt(at))] ?? 0) * 2 ** at
      return String(sum % 11).slice(-1) === text.charAt(10)
    },
  },
}

describe.each(Object.entries(kinds))('the %s number', (_name, { make, alphabet, isValid, holds }) => {
  it('is judged as the standard says after every single wrong character', () => {
    const wrong: string[] = []
    fc.assert(
      fc.property(make, (good) => {
        if (!isValid(good)) wrong.push(good)
        for (let at = 0; at < good.length; at++)
          for (const char of alphabet) {
            const slip = good.slice(0, at) + char + good.slice(at + 1)
            if (isValid(slip) !== holds(slip)) wrong.push(`${good} → ${slip}`)
          }
        return wrong.length === 0
      }),
      { numRuns: runs },
    )
    expect(wrong).toEqual([])
  })

  it('is judged as the standard says after every swap of two neighbours', () => {
    const wrong: string[] = []
    fc.assert(
      fc.property(make, (good) => {
        for (let at = 0; at + 1 < good.length; at++) {
          const slip = good.slice(0, at) + good.charAt(at + 1) + good.charAt(at) + good.slice(at + 2)
          if (isValid(slip) !== holds(slip)) wrong.push(`${good} → ${slip}`)
        }
        return wrong.length === 0
      }),
      { numRuns: runs },
    )
    expect(wrong).toEqual([])
  })
})

it('finds every single wrong digit and every swap of two unlike neighbours in the two numbers with a prime modulus', () => {
  for (const { make, isValid } of [kinds['credit'], kinds['identity']].filter((kind) => kind !== undefined))
    fc.assert(
      fc.property(make, fc.nat(16), (good, at) => {
        const swapped = good.slice(0, at) + good.charAt(at + 1) + good.charAt(at) + good.slice(at + 2)
        return swapped === good || !isValid(swapped)
      }),
      { numRuns: runs },
    )
})
