import type { Database } from 'better-sqlite3'
import { ChainCheck, type ChainEnd, type ChainFault } from '../../domain/audit/check-chain.ts'
import type { DeedName } from '../../domain/audit/deeds.ts'
import { entryText, firstHash, hashText, readEntry, type AuditEntry } from '../../domain/audit/entry.ts'
import type { StoredEntry } from '../../domain/audit/file.ts'

/** Who sits at the desk: clerk and card as the settings name them, and the user of the system. */
export interface Actor {
  readonly who: string
  readonly login: string
  readonly card: string
}

/** Something that was done. */
export interface Deed {
  readonly deed: DeedName
  /** Our number of the declaration, name of the site, or left out. */
  readonly subject?: string
  readonly facts?: AuditEntry['facts']
  /** Card in the reader with which it was done; without it the one of the settings. */
  readonly card?: string
  /** Done by the program itself: a receipt came, a message went out. */
  readonly byDesk?: boolean
}

/** Where deeds are written down. Call it in the transaction of the deed: both are kept or none is. */
export interface Deeds {
  append(deed: Deed): void
}

/** For a store without a trail, such as that of a bench. */
export const noDeeds: Deeds = { append: () => undefined }

const statements = (db: Database) => ({
  last: db.prepare<[], { n: number; hash: string }>('SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1'),
  add: db.prepare<{ n: number; content: string; hash: string }>(
    'INSERT INTO audit (n, content, hash) VALUES (@n, @content, @hash)',
  ),
  all: db.prepare<[], StoredEntry>('SELECT content, hash FROM audit ORDER BY n'),
  page: db.prepare<{ before: number; limit: number }, StoredEntry>(
    'SELECT content, hash FROM audit WHERE n < @before ORDER BY n DESC LIMIT @limit',
  ),
  /** A piece of the chain; small enough not to be felt. */
  after: db.prepare<{ after: number }, StoredEntry>(
    'SELECT content, hash FROM audit WHERE n > @after ORDER BY n LIMIT 500',
  ),
  highest: db.prepare<[], { seq: number }>(`SELECT seq FROM sqlite_sequence WHERE name = 'audit'`),
})

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))
const cut = (text: string): string => text.slice(0, 200)

/** The audit trail of a site: who did what with which card, hash-chained. Only ever added to. */
export class AuditRepo implements Deeds {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number
  readonly #actor: () => Actor
  readonly #addOnce: (deed: Deed) => void

  constructor(db: Database, now: () => number, actor: () => Actor) {
    this.#sql = statements(db)
    this.#now = now
    this.#actor = actor
    this.#addOnce = db.transaction((deed: Deed) => this.#add(deed))
  }

  /** Adds an entry, in the transaction that is open or in one of its own. */
  append(deed: Deed): void {
    this.#addOnce(deed)
  }

  /** Every entry, oldest first. */
  entries(): IterableIterator<StoredEntry> {
    return this.#sql.all.iterate()
  }

  /** Entries before a number, newest first; those that cannot be read are left out here and found by `check`. */
  page(before: number, limit: number): AuditEntry[] {
    return this.#sql.page.all({ before, limit }).flatMap(({ content }) => readEntry(content) ?? [])
  }

  /**
   * Follows the whole chain, in steps that let other work go on. An end that was cut off counts as a fault too.
   * @param newest follow only so many of the newest entries
   */
  async check(newest = Infinity): Promise<{ readonly end: ChainEnd; readonly fault: ChainFault | undefined }> {
    const first = Math.max(0, (this.#sql.last.get()?.n ?? 0) - newest)
    const chain = new ChainCheck(first > 0 ? { count: first, hash: this.#hashOf(first) } : undefined)
    for (let page = this.#sql.after.all({ after: first }); page.length > 0;) {
      for (const { content, hash } of page) chain.take(content, hash)
      if (chain.fault !== undefined) break
      await nextTurn()
      page = this.#sql.after.all({ after: chain.end.count })
    }
    const { end, fault } = chain
    const highest = this.#sql.highest.get()?.seq ?? 0
    if (fault !== undefined || highest === end.count) return { end, fault }
    return { end, fault: { n: end.count + 1, reason: `共写过 ${highest} 条，最后的 ${highest - end.count} 条不见了` } }
  }

  /** Hash beside an entry; one that is not there makes the chain break at the next. */
  #hashOf(n: number): string {
    return this.#sql.page.get({ before: n + 1, limit: 1 })?.hash ?? ''
  }

  #add({ deed, subject = '', facts = {}, card, byDesk = false }: Deed): void {
    const last = this.#sql.last.get()
    const { who, login, card: ownCard } = byDesk ? { who: '', login: '', card: '' } : this.#actor()
    const entry: AuditEntry = {
      n: (last?.n ?? 0) + 1,
      at: new Date(this.#now()).toISOString(),
      who: cut(who),
      login: cut(login),
      card: cut(card ?? ownCard),
      deed,
      subject: cut(subject),
      facts: Object.fromEntries(
        Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]),
      ),
      previous: last?.hash ?? firstHash,
    }
    const content = entryText(entry)
    this.#sql.add.run({ n: entry.n, content, hash: hashText(content) })
  }
}
