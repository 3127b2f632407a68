import type { DeclarationState } from '../../domain/states/declaration.ts'
import type { LateFilings } from './late-filings.ts'
import type { Timers } from './timers.ts'

/** A line on the desktop. It can be read over the shoulder: no names, no goods, no values. */
export interface Notice {
  readonly title: string
  readonly body: string
}

export interface NoticeParts {
  readonly late: Pick<LateFilings, 'late' | 'reminders'>
  readonly show: (notice: Notice) => void
  readonly timers: Timers
  /** Our own number of a declaration. */
  readonly numberOf: (id: string) => string
}

/** What is worth a look up from other work, the urgent first. */
const told: Partial<Record<DeclarationState | 'late', string>> = {
  refused: '退单/退回',
  unknown: '结果未知',
  late: '迟迟没有回执',
  inspecting: '查验',
  taxDue: '待缴税',
  released: '放行',
}
/** Receipts come in flocks: so long they are gathered into one notice, ms. */
const gather = 3000
/** How often it is looked for filings whose receipt is late, ms. */
const lookEvery = 60_000
/** Numbers that one notice names; clerks know their filings by the last digits. */
const named = 3

/** Tells the clerk on the desktop what came while something else was on the screen. */
export class Notices {
  readonly name = 'notices'
  readonly #parts: NoticeParts
  readonly #waiting = new Map<string, DeclarationState | 'late'>()
  /** Late ones that were told: once is enough until something happens to them. */
  readonly #toldLate = new Map<string, string>()
  /** State of each filing when it was last heard of: what is only noted beside it is no news. */
  readonly #states = new Map<string, DeclarationState>()
  #cancelShow: (() => void) | undefined
  #cancelLook: () => void = () => undefined

  constructor(parts: NoticeParts) {
    this.#parts = parts
  }

  boot(): void {
    this.#cancelLook = this.#parts.timers.after(lookEvery, () => {
      // The next look is planned first: a store that refuses this one must not end the reminders.
      this.boot()
      this.look()
    })
  }

  shutdown(): void {
    this.#cancelLook()
    this.#cancelShow?.()
  }

  /** A filing changed. */
  changed(id: string, state: DeclarationState): void {
    if (this.#states.get(id) === state) return
    this.#states.set(id, state)
    if (told[state] !== undefined) this.#gather(id, state)
  }

  /** Looks for filings whose receipt is late. */
  look(): void {
    for (const { id, since } of this.#parts.late.late()) {
      if (this.#toldLate.get(id) === since) continue
      this.#toldLate.set(id, since)
      this.#gather(id, 'late')
    }
  }

  #gather(id: string, what: DeclarationState | 'late'): void {
    this.#waiting.set(id, what)
    this.#cancelShow ??= this.#parts.timers.after(gather, () => this.#show())
  }

  #show(): void {
    const { late, show, numberOf } = this.#parts
    this.#cancelShow = undefined
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    if (!late.reminders().notifications) return
    const counts = Object.entries(told).flatMap(([what, word]) => {
      const count = waiting.filter(([, state]) => state === what).length
      return count === 0 ? [] : [`${word} ${count} 票`]
    })
    const order = Object.keys(told)
    const sorted = waiting.sort(([, a], [, b]) => order.indexOf(a) - order.indexOf(b))
    const numbers = sorted.slice(0, named).map(([id]) => `…${numberOf(id).slice(-6)}`)
    const more = waiting.length > named ? ` 等 ${waiting.length} 票` : ''
    show({ title: counts.join('，'), body: `本单编号 ${numbers.join('、')}${more}，请在报关桌面查看` })
  }
}
