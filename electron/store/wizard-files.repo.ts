import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { sql } from './sql.ts'
import { uuid7 } from './uuid7.ts'

/** A paper of a draft without its bytes. */
export interface WizardFileRow {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

const columns = 'id, kind, name, bytes, sha256'

const statements = (db: Database) => ({
  add: db.prepare(`
    INSERT INTO wizard_files (id, wizard_id, kind, name, sha256, bytes, content)
    VALUES (@id, @wizardId, @kind, @name, @sha256, @bytes, @content)`),
  list: db.prepare<{ wizardId: string }, WizardFileRow>(
    sql`SELECT ${columns} FROM wizard_files WHERE wizard_id = @wizardId ORDER BY key`,
  ),
  content: db.prepare<{ wizardId: string; id: string }, WizardFileRow & { content: Buffer }>(
    sql`SELECT ${columns}, content FROM wizard_files WHERE wizard_id = @wizardId AND id = @id`,
  ),
  remove: db.prepare('DELETE FROM wizard_files WHERE id = @id AND wizard_id = @wizardId'),
})

/** Papers of the preparation wizards, kept in the store itself. */
export class WizardFilesRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number) {
    this.#sql = statements(db)
    this.#now = now
  }

  /** Keeps a paper; `false` when the draft has the same bytes already. */
  add(wizardId: string, file: { kind: string; name: string; content: Uint8Array }): boolean {
    const sha256 = createHash('sha256').update(file.content).digest('hex')
    if (this.list(wizardId).some((known) => known.sha256 === sha256)) return false
    this.#sql.add.run({ ...file, id: uuid7(this.#now()), wizardId, sha256, bytes: file.content.length })
    return true
  }

  list(wizardId: string): WizardFileRow[] {
    return this.#sql.list.all({ wizardId })
  }

  /** One with its bytes. */
  content(wizardId: string, id: string): (WizardFileRow & { readonly content: Uint8Array }) | undefined {
    return this.#sql.content.get({ wizardId, id })
  }

  remove(wizardId: string, id: string): boolean {
    return this.#sql.remove.run({ id, wizardId }).changes === 1
  }
}
