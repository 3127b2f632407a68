import { describe, expect, it } from 'vitest'
import { cardStates } from '../../../domain/states/card.ts'
import { backendKinds } from '../../../electron/card/card.ts'
import { bareStatus, wordsOf } from '../../../electron/card/card-status.ts'
import { cardHelp } from '../../../renderer/text/card-help.ts'

/** Nothing is broken, or the clerk has only to wait a moment. */
const needNothing = ['ready', 'signing', 'reading', 'starting']
const every = cardStates.flatMap((state) => backendKinds.map((backend) => [state, backend] as const))

describe('the words of the card line', () => {
  it.each(every)('have a sentence for %s through %s, and one button where a link is broken', (state, backend) => {
    const words = wordsOf(state, { backend, trusting: true }, { holder: '演练员甲' })
    expect(words.sentence).not.toBe('')
    expect(words.sentence).not.toMatch(/[{}]/)
    expect(words.action === '').toBe(needNothing.includes(state))
    expect(words.step === 'none').toBe(needNothing.includes(state))
  })

  it.each(every)('lead to help that exists where %s through %s promises it', (state, backend) => {
    const { step } = wordsOf(state, { backend, trusting: true }, {})
    // The button that starts the control falls back to help where this system cannot start it.
    const promised = step === 'help' || step === 'control'
    expect(cardHelp({ state, backend }) !== undefined || !promised).toBe(true)
  })

  it('lead to the settings where no authority is trusted, because no other card would be good either', () => {
    expect(wordsOf('certificateBad', { backend: 'pcsc', trusting: false }, {}).step).toBe('settings')
    expect(wordsOf('certificateBad', { backend: 'pcsc', trusting: true }, {}).step).toBe('certificate')
  })

  it('name the control, the library and the practice card by the way in which cards are reached', () => {
    const steps = (state: 'noService' | 'noCard') =>
      backendKinds.map((backend) => bareStatus(state, { backend, trusting: true }).step)
    expect(steps('noService')).toEqual(['help', 'help', 'control', 'settings'])
    expect(steps('noCard')).toEqual(['practice', 'look', 'look', 'look'])
  })
})
