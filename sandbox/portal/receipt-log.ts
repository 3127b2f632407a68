import { EventEmitter, once } from 'node:events'
import type { Database } from 'better-sqlite3'
import type { ReceiptPage } from '../../domain/portal/answers.ts'

interface Row {
  readonly id: number
  readonly fileName: string
  readonly content: Uint8Array
}

const pageItems = 100

/** Every receipt that was sent, in order, and the long poll on it. */
export class ReceiptLog {
  readonly #events = new EventEmitter().setMaxListeners(0)
  readonly #epoch: string
  readonly #add
  readonly #after

  constructor(db: Database) {
    const epoch = db.prepare<[], { value: string }>("SELECT value FROM meta WHERE key = 'epoch'").get()
    this.#epoch = epoch?.value ?? ''
    this.#add = db.prepare<{ filingId: number; fileName: string; content: Uint8Array }>(
      'INSERT INTO receipts (filing_id, file_name, content) VALUES (@filingId, @fileName, @content)',
    )
    this.#after = db.prepare<{ after: number; limit: number }, Row>(
      'SELECT id, file_name AS fileName, content FROM receipts WHERE id > @after ORDER BY id LIMIT @limit',
    )
  }

  add(filingId: number, fileName: string, content: Uint8Array): void {
    this.#add.run({ filingId, fileName, content })
  }

  /** Tells those who wait that receipts were added; call it after the transaction. */
  announce(): void {
    this.#events.emit('added')
  }

  /** A page after a cursor. A cursor of another database starts from the first receipt: twice is better than never. */
  page(cursor: string): ReceiptPage {
    const [epoch, serial = ''] = cursor.split('-')
    const after = epoch === this.#epoch && /^\d{1,15}$/.test(serial) ? Number(serial) : 0
    const rows = this.#after.all({ after, limit: pageItems })
    const items = rows.map(({ id, fileName, content }) => ({
      id: `${this.#epoch}-${id}`,
      fileName,
      content: Buffer.from(content).toString('base64'),
    }))
    return { cursor: `${this.#epoch}-${rows.at(-1)?.id ?? after}`, items }
  }

  /** The page after a cursor, or an empty one when nothing came before the signal ended the wait. */
  async nextPage(cursor: string, signal: AbortSignal): Promise<ReceiptPage> {
    for (;;) {
      const page = this.page(cursor)
      if (page.items.length > 0 || signal.aborted) return page
      // The wait ends by a receipt or by the signal; both lead to a last look.
      await once(this.#events, 'added', { signal }).catch(() => undefined)
    }
  }
}
