import type { Failure } from '../../domain/result.ts'
import type { Place } from './card.ts'
import { nobody, wordsOf, type CardStatus, type Surroundings } from './card-status.ts'
import { noticeOf, type Identity } from './identity.ts'
import { nextLine, shownState, type LineEffect, type LineEvent, type LineState } from './state-machine.ts'

/** One reader with what lies in it. The state changes only through the state machine. */
export class CardLine {
  readonly place: string
  insertion = -1
  identity: Identity | undefined
  /** Why the line is as it is, where there is more to say than its state. */
  failure: Failure | undefined
  /** The PIN that worked was the one of a new card. */
  factoryPin = false
  /** Tries to read a busy or broken card since its insertion. */
  attempts = 0
  #state: LineState = 'noCard'
  /** Does another program have the card for itself? */
  #held = false

  constructor(place: string) {
    this.place = place
  }

  get state(): LineState {
    return this.#state
  }

  is(state: LineState): boolean {
    return this.#state === state
  }

  /** Moves on and answers what is to be done now. */
  on(event: LineEvent): LineEffect {
    const { state, effect } = nextLine(this.#state, event)
    this.#state = state
    if (state === 'noCard') {
      this.identity = undefined
      this.failure = undefined
    }
    return effect
  }

  /** The event that a place of a new picture means for this line, or `undefined` when nothing changed. */
  eventOf({ card, insertion }: Place): LineEvent | undefined {
    const renewed = insertion !== this.insertion
    this.insertion = insertion
    if (card === 'absent') return this.#state === 'noCard' ? undefined : 'removed'
    if (renewed || this.#state === 'noCard') {
      this.attempts = 0
      this.identity = undefined
      this.failure = undefined
      this.factoryPin = false
      return 'inserted'
    }
    if (card === 'mute') return this.#state === 'mute' ? undefined : 'silent'
    return this.#heldEvent(card === 'busy')
  }

  /** Another program took a card that was ready for itself, or let go of it: told by the reader, without a question. */
  #heldEvent(held: boolean): LineEvent | undefined {
    const [before, state] = [this.#held, this.#state]
    this.#held = held
    if (held && !before && state === 'ready') return 'heldElsewhere'
    return !held && before && state === 'busy' ? 'retry' : undefined
  }

  status(around: Surroundings, now: number): CardStatus {
    const { backend } = around
    const state = shownState(this.#state)
    const { identity } = this
    if (!identity) {
      const because = state === 'reading' ? '' : (this.failure?.what ?? '')
      const told = because === '' ? '' : `${because}：${this.failure?.todo ?? ''}`
      return { ...nobody, rights: [], state, backend, reader: this.place, ...wordsOf(state, around, nobody, told) }
    }
    const { certificate, triesLeft } = identity
    const { card, subject, notBefore, notAfter, algorithm } = certificate
    const facts = {
      reader: this.place,
      cardNo: card.cardNo,
      holder: subject.CN ?? '',
      company: card.enterprise || (subject.OU ?? ''),
      copCode: card.copCode,
      kind: card.kind,
      rights: [...card.rights],
      notBefore,
      notAfter,
      algorithm,
      triesLeft,
      notice: state === 'ready' ? noticeOf(identity, this.factoryPin, now) : '',
    }
    return { ...facts, state, backend, ...wordsOf(state, around, facts) }
  }
}
