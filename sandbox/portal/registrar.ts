import type { Database } from 'better-sqlite3'
import { writeReceipt } from '../../domain/message/write-receipt.ts'
import type { PracticeSettings } from '../../domain/portal/answers.ts'
import type { FilingBody } from '../../domain/portal/package.ts'
import { beijingYear } from './beijing-time.ts'
import type { Filing, FilingFacts } from './filing.ts'
import type { Course, FilingsRepo } from './filings.repo.ts'
import { makeSeqNo } from './numbers.ts'

/** A filing whose message was found right. */
export interface CheckedFiling {
  readonly clientSeqNo: string
  readonly bodySha256: string
  readonly body: FilingBody
  readonly facts: FilingFacts
}

export type Registration =
  /** `answer` is the DecImportResponse. */
  { readonly kind: 'taken' | 'replayed'; readonly answer: string } | { readonly kind: 'other-body' }

export interface RegistrarParts {
  readonly db: Database
  readonly filings: FilingsRepo
  readonly settings: () => PracticeSettings
  readonly now: () => number
}

const answerFor = (clientSeqNo: string, seqNo: string, saveOnly: boolean): string =>
  writeReceipt({
    form: 'DecImportResponse',
    responseCode: '0',
    note: saveOnly ? '暂存成功' : '导入成功，已转申报',
    clientSeqNo,
    seqNo,
    more: {},
  })

/** Takes filings in, each once. The heart of "exactly once" on this side: one transaction decides and stores. */
export class Registrar {
  readonly #parts: RegistrarParts

  constructor(parts: RegistrarParts) {
    this.#parts = parts
  }

  /** Stores a filing, or answers as before when the same body came before, or refuses another body. */
  register(checked: CheckedFiling): Registration {
    return this.#parts.db.transaction(() => this.#register(checked)).immediate()
  }

  #register({ clientSeqNo, bodySha256, body, facts }: CheckedFiling): Registration {
    const { filings, now } = this.#parts
    const before = filings.answer(clientSeqNo, bodySha256)
    if (before !== undefined) return { kind: 'replayed', answer: before }
    const held = filings.byNumber(clientSeqNo)
    if (held && held.state !== 'refused') return { kind: 'other-body' }
    const seqNo = held?.seqNo ?? makeSeqNo(facts.direction, beijingYear(now()), filings.nextSerial())
    const answer = answerFor(clientSeqNo, seqNo, facts.saveOnly)
    const version = { bodySha256, body, answer, now: now() }
    if (held) filings.renew(held, facts, this.#course(facts), version)
    else filings.add(clientSeqNo, seqNo, facts, this.#course(facts), version)
    return { kind: 'taken', answer }
  }

  /** Changes how a filing ends. */
  steer(filing: Filing, outcome: Filing['outcome'], reason: string | undefined): void {
    const course = this.#course(filing.facts)
    const dueAt = filing.state === 'closed' || filing.state === 'refused' ? null : course.dueAt
    this.#parts.filings.steer(filing.id, { outcome, reason: reason ?? course.reason, dueAt })
  }

  #course(facts: FilingFacts): Course {
    const { outcome, reason, speed } = this.#parts.settings()
    return { outcome, reason, dueAt: facts.saveOnly ? null : this.#parts.now() + speed * 1000 }
  }
}
