import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gramsOf, questionOf } from '../../../../electron/store/search/grams.ts'

describe('pieces of a text', () => {
  test('are two characters of Chinese and three of letters and digits, with the ends', () => {
    expect(gramsOf('深沟球轴承 YLHAM26')).toBe('深沟 沟球 球轴 轴承 承 ylh lha ham am2 m26 26 6')
  })

  test('of any part of a text are among those of the text', () => {
    const letters = fc.stringMatching(/^[a-z0-9轴承阀门泵件]{1,24}$/)
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length
        const word = text.slice(start, start + 1 + (length % text.length))
        const grams = new Set(gramsOf(text).split(' '))
        for (const piece of (questionOf([word]) ?? '').split(' AND ').filter(Boolean)) {
          const gram = piece.replaceAll(/["* ]/g, '')
          const known = piece.endsWith('*') ? [...grams].some((each) => each.startsWith(gram)) : grams.has(gram)
          expect(known, `${gram} of ${word} in ${text}`).toBe(true)
        }
      }),
    )
  })

  test('ask by the end of a number first, and by nothing where a letter alone is given', () => {
    expect(questionOf(['2610021'])).toBe('"100" AND "002" AND "021"')
    expect(questionOf(['客户033'])).toBe('"033" AND "户03"')
    expect(questionOf(['轴'])).toBe('"轴" *')
    expect(questionOf(['yl'])).toBe('"yl" *')
    expect(questionOf(['y'])).toBeUndefined()
    expect(questionOf(['--'])).toBeUndefined()
    expect(questionOf(['"; drop'])).toBe('"dro" AND "rop"')
  })
})
