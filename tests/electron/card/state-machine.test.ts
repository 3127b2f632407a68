import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardStates } from '../../../domain/states/card.ts'
import {
  lineEvents,
  lineStates,
  nextLine,
  shownState,
  type LineEvent,
  type LineState,
} from '../../../electron/card/state-machine.ts'

const anyEvents = fc.array(fc.constantFrom(...lineEvents), { maxLength: 60 })
const every = lineStates.flatMap((state) => lineEvents.map((event) => [state, event] as const))

/** Runs events from a state and gives each step. */
function walk(from: LineState, events: readonly LineEvent[]) {
  let state = from
  return events.map((event) => {
    const before = state
    const move = nextLine(state, event)
    state = move.state
    return { before, event, ...move }
  })
}

describe('the state machine of a reader', () => {
  it('answers every event in every state with a known state', () => {
    for (const [state, event] of every) expect(lineStates).toContain(nextLine(state, event).state)
    for (const state of lineStates) expect(cardStates).toContain(shownState(state))
  })

  it('presents a PIN only when the clerk asked in a ready state', () => {
    const verifying = every.filter(([state, event]) => nextLine(state, event).effect === 'verify')
    expect(verifying).toEqual([['ready', 'asked']])
  })

  it('presents as many PINs as the clerk typed, at most, in every run of events', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lineStates), anyEvents, (from, events) => {
        const steps = walk(from, events)
        const verifies = steps.filter(({ effect }) => effect === 'verify').length
        expect(verifies).toBeLessThanOrEqual(events.filter((event) => event === 'asked').length)
      }),
      { numRuns: 2000 },
    )
  })

  it('signs only straight after a right PIN', () => {
    const signing = every.filter(([state, event]) => nextLine(state, event).effect === 'sign')
    expect(signing).toEqual([['verifying', 'pinRight']])
    const entering = every.filter(([state, event]) => state !== 'signing' && nextLine(state, event).state === 'signing')
    expect(entering).toEqual([['verifying', 'pinRight']])
  })

  it('shows an empty reader after removal and reads every new card, wherever it was', () => {
    for (const state of lineStates) {
      expect(nextLine(state, 'removed').state).toBe('noCard')
      expect(nextLine(state, 'inserted')).toEqual({ state: 'reading', effect: 'read' })
    }
  })

  it('comes back to ready from everywhere without a restart', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lineStates), anyEvents, (from, events) => {
        const ended = walk(from, [...events, 'removed', 'inserted', 'readReady']).at(-1)
        expect(ended?.state).toBe('ready')
      }),
      { numRuns: 2000 },
    )
  })

  it('is never ready without having been read', () => {
    const ways = every.filter(([state, event]) => state !== 'ready' && nextLine(state, event).state === 'ready')
    expect(ways).toEqual([['reading', 'readReady']])
  })
})
