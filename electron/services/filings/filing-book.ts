import { declarationStates, next, type DeclarationEvent } from '../../../domain/states/declaration.ts'
import type { DraftSummary } from '../../store/draft-row.ts'
import type { DraftsRepo } from '../../store/drafts.repo.ts'
import type { OutboxRepo } from '../../store/outbox.repo.ts'
import type { ReceiptsRepo } from '../../store/receipts.repo.ts'
import type { NewEntry, TimelineRepo } from '../../store/timeline.repo.ts'
import type { Emit } from '../emit.ts'

export interface BookParts {
  readonly drafts: Pick<DraftsRepo, 'summary' | 'move' | 'setNumbers' | 'find' | 'findFormer'>
  readonly outbox: OutboxRepo
  readonly receipts: ReceiptsRepo
  readonly timeline: TimelineRepo
  /** All of the work in one transaction, or, when it throws, nothing. */
  readonly transaction: <T>(work: () => T) => T
  readonly emit: Emit
}

/**
 * The one writer of filings. Outbox, declaration, receipts and time line change together in one transaction; the page
 * is told after it is on disk, never before.
 */
export class FilingBook {
  readonly parts: BookParts
  /** What to tell once the transaction is over: declaration → newest title. */
  #changed = new Map<string, string>()
  #open = false

  constructor(parts: BookParts) {
    this.parts = parts
  }

  /** Runs a change. Changes inside a change belong to the outer one. */
  change<T>(work: () => T): T {
    if (this.#open) return work()
    this.#open = true
    try {
      const result = this.parts.transaction(work)
      this.#tell()
      return result
    } finally {
      this.#open = false
      this.#changed = new Map()
    }
  }

  /** Adds to the time line of a declaration. */
  note(entry: NewEntry): void {
    this.parts.timeline.add(entry)
    this.#changed.set(entry.declarationId, entry.title)
  }

  /** Moves a declaration where the table allows it. @returns whether it moved */
  move(id: string, event: DeclarationEvent): boolean {
    const summary = this.parts.drafts.summary(id)
    if (!summary || next(summary.state, event) === undefined) return false
    const moved = this.parts.drafts.move(id, event).ok
    if (moved && !this.#changed.has(id)) this.#changed.set(id, '')
    return moved
  }

  /** The declaration as it is now. */
  summary(id: string): DraftSummary | undefined {
    return this.parts.drafts.summary(id)
  }

  #tell(): void {
    const { drafts, emit } = this.parts
    for (const [id, title] of this.#changed) {
      const state = drafts.summary(id)?.state
      if (state === undefined) continue
      emit('filing.changed', { id, state, title: title === '' ? declarationStates[state] : title })
      emit('drafts.changed', { id })
    }
  }
}
