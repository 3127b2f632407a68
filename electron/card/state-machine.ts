import type { CardState } from '../../domain/states/card.ts'

/**
 * One reader and its card. The line that the clerk sees is the state of the chosen reader; `noService`, `noReader`
 * and `stopped` are said where there is no reader at all.
 */
export const lineStates = [
  'noCard',
  'reading',
  'unknownCard',
  'busy',
  'mute',
  'certificateBad',
  'certificateExpired',
  'certificateNotYet',
  'blocked',
  'ready',
  'verifying',
  'signing',
] as const
export type LineState = (typeof lineStates)[number]

/** What the reader, the card and the clerk do. */
export const lineEvents = [
  'inserted',
  'removed',
  /** Somebody else's card. */
  'foreign',
  'heldElsewhere',
  'silent',
  /** Reading broke off (communication, reset by another program): read again. */
  'broken',
  'readReady',
  'readBad',
  'readExpired',
  'readNotYet',
  'readBlocked',
  /** The clerk typed a PIN and asked to sign or to change it. */
  'asked',
  'pinRight',
  /** The work is over, whatever came of it (a wrong PIN too); what the card is now is read anew. */
  'finished',
  /** Time to look again at a card that was busy or broken. */
  'retry',
] as const
export type LineEvent = (typeof lineEvents)[number]

/** What the desk does on entering a state. A PIN is presented by `verify`, and by nothing else. */
export type LineEffect = 'read' | 'verify' | 'sign' | 'none'

interface Move {
  readonly state: LineState
  readonly effect: LineEffect
}

const to = (state: LineState, effect: LineEffect = 'none'): Move => ({ state, effect })
const read = to('reading', 'read')

/** Whatever the state, these hold: a card came, a card went, the card says nothing. */
const always = { inserted: read, removed: to('noCard'), silent: to('mute') } as const

const afterReading = {
  foreign: to('unknownCard'),
  heldElsewhere: to('busy'),
  broken: to('busy'),
  readReady: to('ready'),
  readBad: to('certificateBad'),
  readExpired: to('certificateExpired'),
  readNotYet: to('certificateNotYet'),
  readBlocked: to('blocked'),
} as const
const again = { retry: read } as const

const moves: Record<LineState, Partial<Record<LineEvent, Move>>> = {
  // An empty reader cannot fall silent, and nothing is read from it.
  noCard: { inserted: read, removed: to('noCard') },
  reading: { ...always, ...afterReading },
  unknownCard: { ...always, ...again },
  busy: { ...always, ...again },
  mute: { ...always, ...again },
  certificateBad: { ...always, ...again },
  certificateExpired: { ...always, ...again },
  certificateNotYet: { ...always, ...again },
  blocked: { ...always, ...again },
  ready: { ...always, ...again, heldElsewhere: to('busy'), asked: to('verifying', 'verify') },
  verifying: {
    ...always,
    pinRight: to('signing', 'sign'),
    heldElsewhere: to('busy'),
    broken: read,
    finished: read,
  },
  signing: { ...always, finished: read, broken: read, heldElsewhere: to('busy') },
}

/** State and effect after an event; an event that means nothing here changes nothing. */
export const nextLine = (state: LineState, event: LineEvent): Move => moves[state][event] ?? to(state)

/** How the status bar names a state. */
export const shownState = (state: LineState): CardState => (state === 'verifying' ? 'signing' : state)
