import type { Database } from 'better-sqlite3'
import type { Notices as NoticeList } from '../../../domain/portal/answers.ts'

const shown = 100

/** Short messages that a real portal would send. Practice shows them and says that they are simulated. */
export class Notices {
  readonly #now: () => number
  readonly #add
  readonly #clear
  readonly #list

  constructor(db: Database, now: () => number) {
    this.#now = now
    this.#add = db.prepare('INSERT INTO notices (at, receiver, text) VALUES (@at, @to, @text)')
    this.#clear = db.prepare('DELETE FROM notices')
    this.#list = db.prepare<{ shown: number }, { at: number; to: string; text: string }>(
      'SELECT at, receiver AS "to", text FROM notices ORDER BY id DESC LIMIT @shown',
    )
  }

  send(to: string, text: string): void {
    this.#add.run({ at: this.#now(), to, text })
  }

  /** Practice begins anew: codes and passwords of people who are gone go with them. */
  clear(): void {
    this.#clear.run()
  }

  /** Newest first. */
  list(): NoticeList {
    return { items: this.#list.all({ shown }).map((row) => ({ ...row, at: new Date(row.at).toISOString() })) }
  }
}
