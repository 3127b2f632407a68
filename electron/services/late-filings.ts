import * as z from 'zod'
import { expectedTimes } from '../../domain/states/expected-times.ts'
import type { DeclarationState } from '../../domain/states/declaration.ts'
import type { ReceiptListRepo, WaitingFiling } from '../store/receipt-list.repo.ts'
import type { SettingsRepo } from '../store/settings.repo.ts'

export interface LateParts {
  readonly list: ReceiptListRepo
  readonly settings: SettingsRepo
  readonly now: () => number
}

/** A filing whose next receipt is later than expected. */
export interface LateFiling extends Omit<WaitingFiling, 'receivedAt' | 'notedAt'> {
  /** Last thing that happened to it, ISO. */
  readonly since: string
  /** Minutes since then. */
  readonly minutes: number
}

export interface Reminders {
  readonly notifications: boolean
  readonly expected: Partial<Record<DeclarationState, number>>
}

const remindersSchema = z.object({
  notifications: z.boolean(),
  expected: z.record(z.string(), z.number().int().min(0)),
})

/** Which filings wait for longer than they should. */
export class LateFilings {
  readonly #parts: LateParts

  constructor(parts: LateParts) {
    this.#parts = parts
  }

  /** What the clerk set, and the usual times for the rest. */
  reminders(): Reminders {
    const kept = this.#parts.settings.get('reminders', remindersSchema)
    const expected = Object.fromEntries(
      expectedTimes.map(({ state, minutes }) => [state, kept?.expected[state] ?? minutes]),
    )
    return { notifications: kept?.notifications ?? true, expected }
  }

  remind(reminders: Reminders): void {
    this.#parts.settings.put('reminders', reminders)
  }

  /** The longest first. Whatever happened by our own clock counts, also that the clerk asked: then it waits anew. */
  late(): LateFiling[] {
    const { list, now } = this.#parts
    const { expected } = this.reminders()
    const states = expectedTimes.map(({ state }) => state).filter((state) => (expected[state] ?? 0) > 0)
    const at = now()
    return list
      .waiting(states)
      .flatMap(({ receivedAt, notedAt, ...filing }) => {
        const last = Math.max(receivedAt ?? 0, Date.parse(notedAt ?? '') || 0)
        const minutes = Math.floor((at - last) / 60_000)
        const isLate = last > 0 && minutes >= (expected[filing.state] ?? Infinity)
        return isLate ? [{ ...filing, since: new Date(last).toISOString(), minutes }] : []
      })
      .sort((a, b) => b.minutes - a.minutes)
  }
}
