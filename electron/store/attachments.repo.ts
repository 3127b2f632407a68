import { createHash, randomInt } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { noDeeds, type Deeds } from './audit.repo.ts'
import { uuid7 } from './uuid7.ts'
import { sql } from './sql.ts'

/** An attached file without its bytes. */
export interface AttachmentRow {
  readonly id: string
  readonly edocCode: string
  /** Name that the clerk's file had. */
  readonly name: string
  readonly bytes: number
  readonly pdf: boolean
  readonly encrypted: boolean
  readonly sha256: string
  /** 18 digits of the name under which it is sent. */
  readonly serial: string
}

export interface NewAttachment {
  readonly declarationId: string
  readonly edocCode: string
  readonly name: string
  readonly content: Uint8Array
  readonly pdf: boolean
  readonly encrypted: boolean
}

type Stored = Omit<AttachmentRow, 'pdf' | 'encrypted'> & { readonly pdf: number; readonly encrypted: number }

const columns = 'id, edoc_code AS edocCode, name, bytes, pdf, encrypted, sha256, serial'

const statements = (db: Database) => ({
  add: db.prepare(`
    INSERT INTO attachments (id, declaration_id, edoc_code, name, serial, sha256, bytes, pdf, encrypted, added_at, content)
    VALUES (@id, @declarationId, @edocCode, @name, @serial, @sha256, @bytes, @pdf, @encrypted, @addedAt, @content)`),
  list: db.prepare<{ declarationId: string }, Stored>(
    sql`SELECT ${columns} FROM attachments WHERE declaration_id = @declarationId ORDER BY key`,
  ),
  contents: db.prepare<{ declarationId: string }, Stored & { content: Buffer }>(
    sql`SELECT ${columns}, content FROM attachments WHERE declaration_id = @declarationId ORDER BY key`,
  ),
  taken: db.prepare<{ declarationId: string }, { serial: string }>(
    'SELECT serial FROM attachments WHERE declaration_id = @declarationId',
  ),
  remove: db.prepare<{ id: string; declarationId: string }>(
    'DELETE FROM attachments WHERE id = @id AND declaration_id = @declarationId',
  ),
})

/** PDF files of declarations, kept in the store itself: a draft and its files are one thing to back up. */
export class AttachmentsRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number
  readonly #deeds: Deeds

  constructor(db: Database, now: () => number, deeds: Deeds = noDeeds) {
    this.#sql = statements(db)
    this.#now = now
    this.#deeds = deeds
  }

  /** Keeps a file and answers its id. */
  add(file: NewAttachment): string {
    const now = this.#now()
    const id = uuid7(now)
    const sha256 = createHash('sha256').update(file.content).digest('hex')
    this.#sql.add.run({
      ...file,
      id,
      serial: this.#serial(file.declarationId, now),
      sha256,
      bytes: file.content.length,
      pdf: Number(file.pdf),
      encrypted: Number(file.encrypted),
      addedAt: new Date(now).toISOString(),
    })
    this.#deeds.append({ deed: 'attachment.added', facts: { id: file.declarationId, file: id, sha256 } })
    return id
  }

  /** Files of a declaration in the order in which they were added. */
  list(declarationId: string): AttachmentRow[] {
    return this.#sql.list.all({ declarationId }).map(fromStored)
  }

  /** The same with their bytes, for the way out. */
  contents(declarationId: string): (AttachmentRow & { readonly content: Uint8Array })[] {
    return this.#sql.contents.all({ declarationId }).map((row) => ({ ...fromStored(row), content: row.content }))
  }

  /** Two files of one declaration must never go out under one name, however many come in one second. */
  #serial(declarationId: string, now: number): string {
    const taken = new Set(this.#sql.taken.all({ declarationId }).map(({ serial }) => serial))
    for (;;) {
      const serial = serialOf(now)
      if (!taken.has(serial)) return serial
    }
  }

  /** Forgets a file; `false` when it was not there. */
  remove(declarationId: string, id: string): boolean {
    const removed = this.#sql.remove.run({ id, declarationId }).changes === 1
    if (removed) this.#deeds.append({ deed: 'attachment.removed', facts: { id: declarationId, file: id } })
    return removed
  }
}

/** Fourteen digits of the moment and four by chance: names of files need to differ, not to follow each other. */
const serialOf = (now: number): string =>
  new Date(now).toISOString().replace(/\D/g, '').slice(0, 14) + String(randomInt(10_000)).padStart(4, '0')

const fromStored = ({ id, edocCode, name, bytes, pdf, encrypted, sha256, serial }: Stored): AttachmentRow => ({
  id,
  edocCode,
  name,
  bytes,
  pdf: pdf === 1,
  encrypted: encrypted === 1,
  sha256,
  serial,
})
