import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { challengePurposes, challengeText, type ChallengePurpose } from '../../../domain/message/challenge-text.ts'
import { signText } from '../../../domain/message/sign-text.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'

const purposes = Object.keys(challengePurposes) as ChallengePurpose[]

describe('the text of a challenge', () => {
  it('names its purpose and holds what is signed', () => {
    expect(challengeText('login', 'n-1')).toBe('\u0001DECLARANT-DESK/CHALLENGE/1\nlogin\nn-1')
  })

  it('differs wherever purpose or text differ', () => {
    const part = fc.tuple(fc.constantFrom(...purposes), fc.string({ minLength: 1, unit: 'grapheme' }))
    fc.assert(
      fc.property(part, part, ([oneFor, one], [otherFor, other]) => {
        const [a, b] = [challengeText(oneFor, one), challengeText(otherFor, other)]
        fc.pre(a !== undefined && b !== undefined)
        expect(a === b).toBe(oneFor === otherFor && one === other)
      }),
    )
  })

  it('is never the text of a declaration, whatever stands in its values', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...purposes).map((purpose) => challengeText(purpose, 'x') ?? ''),
    )
    fc.assert(
      fc.property(hostile, hostile, fc.constantFrom('', '|', '||', '\n'), (first, second, separator) => {
        const made = importDeclaration()
        const message: DecMessage = { ...made, DecHead: { ...made.DecHead, SeqNo: first, PreEntryId: second } }
        expect(signText(message, { separator }).includes('\u0001')).toBe(false)
      }),
    )
  })

  it.each(['', 'two\nlines', '\u0000', 'a\u0007', '\ud800', 'x'.repeat(4001)])('refuses %j', (text) => {
    expect(challengeText('bind', text)).toBeUndefined()
  })
})
