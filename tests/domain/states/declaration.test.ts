import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allowed,
  declarationEvents,
  declarationStates,
  editable,
  next,
  unsigned,
  type DeclarationState,
} from '../../../domain/states/declaration.ts'

const states = Object.keys(declarationStates) as DeclarationState[]
const event = fc.constantFrom(...declarationEvents)
const walk = (events: readonly (typeof declarationEvents)[number][]): DeclarationState[] =>
  events.reduce<DeclarationState[]>(
    (way, each) => [...way, next(way.at(-1) ?? 'draft', each) ?? way.at(-1) ?? 'draft'],
    ['draft'],
  )

describe('the table of states', () => {
  test('leads from a draft to every state', () => {
    const reached = new Set<DeclarationState>(['draft'])
    for (const state of reached) for (const each of allowed(state)) reached.add(next(state, each) ?? state)
    expect([...reached].sort()).toEqual([...states].sort())
  })

  test('lets nothing be typed but in a draft', () => {
    expect(states.filter(editable)).toEqual(['draft'])
  })

  test('never comes from a signed state to an unsigned one but by withdrawing or reopening', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const way = walk(events)
        way.slice(1).forEach((state, at) => {
          const from = way[at] ?? 'draft'
          if (unsigned(state) && !unsigned(from)) expect(['withdraw', 'reopen']).toContain(events[at])
        })
      }),
    )
  })

  test('lets a reviewed declaration change only by going back to the draft, so that it is reviewed again', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const way = walk(events)
        way.forEach((state, at) => {
          if (!editable(state)) return
          const later = way.slice(at).find((each) => each !== 'draft')
          expect([undefined, 'made', 'ready']).toContain(later)
        })
      }),
    )
  })
})
