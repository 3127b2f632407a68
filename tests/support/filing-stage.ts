import { importDeclaration } from '../fixtures/declarations.ts'
import { filingDesk, memoryStore, type DeskOptions, type FilingDesk } from './filing-desk.ts'
import { HandTimers } from './hand-timers.ts'
import { practiceWindow } from './practice-window.ts'

/** What a way of sending adds to the desk of the stage. */
export type DeskOnStage = Omit<DeskOptions, 'db' | 'now' | 'timers' | 'random'>

const start = Date.UTC(2026, 10, 10)

/**
 * A desk and a single window for many sequences of random events. Opening stores and preparing statements costs more
 * than a sequence; so both stores are kept, and each sequence is one transaction that is rolled back. Inside it the
 * transactions of the services are savepoints: what they undo and what they keep is the same.
 */
export class FilingStage {
  /** True time, which the single window has. */
  at = start
  /** How far the clock of the desk is set back, ms. */
  behind = 0
  readonly now = (): number => this.at - this.behind
  readonly db = memoryStore()
  readonly window = practiceWindow(() => this.at)
  readonly #body: (clientSeqNo: string, serial: number) => string
  #serial = 0

  /** @param body text of a signed message */
  constructor(body: (clientSeqNo: string, serial: number) => string) {
    this.#body = body
  }

  /** Plays one sequence on an untouched stage, at the end of which nothing of it is left. */
  async play(scene: () => Promise<void>): Promise<void> {
    Object.assign(this, { at: start, behind: 0 })
    this.#serial = 0
    this.db.exec('BEGIN')
    this.window.db.exec('BEGIN')
    try {
      await scene()
    } finally {
      this.db.exec('ROLLBACK')
      this.window.db.exec('ROLLBACK')
    }
  }

  /** A desk on this stage, as after a start of the program. */
  open(more: DeskOnStage): { desk: FilingDesk; timers: HandTimers } {
    const timers = new HandTimers()
    const { db, now } = this
    const desk = filingDesk({ ...more, db, now, timers, random: () => 0.5 })
    desk.outbox.boot()
    return { desk, timers }
  }

  /** Two declarations that are signed and wait to be submitted. */
  twoSigned(desk: FilingDesk): string[] {
    const ids = [0, 1].map(() => desk.ready(importDeclaration()))
    for (const id of ids) this.sign(desk, id)
    return ids
  }

  sign(desk: FilingDesk, id: string): void {
    const number = desk.drafts.summary(id)?.clientSeqNo ?? ''
    desk.queue(id, new TextEncoder().encode(this.#body(number, this.#serial++)))
  }

  /** After a refusal or a withdrawal the clerk signs and submits anew. */
  again(desk: FilingDesk, id: string): void {
    const state = desk.drafts.summary(id)?.state
    if (state === 'refused') {
      desk.drafts.move(id, 'reopen')
      desk.drafts.move(id, 'markReady')
    }
    if (state !== 'refused' && state !== 'ready') return
    this.sign(desk, id)
    desk.filing.submit([id])
  }

  /** Receipts of the single window as the desk keeps them, byte for byte, in hex. */
  kept(): string[] {
    const rows = this.db.prepare<[], { raw: Buffer }>("SELECT raw FROM receipts WHERE origin = 'portal'").all()
    return rows.map(({ raw }) => raw.toString('hex'))
  }
}
