import type { Database } from 'better-sqlite3'
import * as z from 'zod'
import { stepTextSchema, type StepText } from '../../../domain/fields/step-text.ts'
import {
  filedQualificationSchema,
  type FiledQualification,
  type HeldApplication,
} from '../../../domain/portal/members.ts'
import { sql } from './sql.ts'

export interface ApplicationRow {
  readonly id: number
  readonly companyId: number
  readonly key: string
  readonly subject: 'qualification' | 'card'
  readonly kind: string
  readonly title: string
  readonly state: HeldApplication['state']
  readonly reason: string
  readonly text: StepText
  readonly createdAt: number
  readonly reviewAt: number
  readonly decideAt: number
  readonly updatedAt: number
}
type Stored = Omit<ApplicationRow, 'text'> & { readonly text: string }

export type NewApplication = Pick<ApplicationRow, 'companyId' | 'key' | 'subject' | 'kind' | 'title' | 'text'> & {
  readonly reviewAt: number
  readonly decideAt: number
}

export interface CardRow {
  readonly cardNo: string
  readonly companyId: number
  readonly media: 'ic' | 'ikey'
}

const columns = `id, company_id AS companyId, key, subject, kind, title, state, reason, text, created_at AS createdAt,
  review_at AS reviewAt, decide_at AS decideAt, updated_at AS updatedAt`

const statements = (db: Database) => ({
  add: db.prepare(
    `INSERT INTO applications (company_id, key, subject, kind, title, state, text, created_at, review_at, decide_at,
       updated_at)
     VALUES (@companyId, @key, @subject, @kind, @title, 'received', @text, @now, @reviewAt, @decideAt, @now)`,
  ),
  list: db.prepare<{ companyId: number }, Stored>(
    sql`SELECT ${columns} FROM applications WHERE company_id = @companyId ORDER BY id DESC`,
  ),
  due: db.prepare<{ now: number }, Stored>(
    sql`SELECT ${columns} FROM applications WHERE state IN ('received', 'reviewing') AND review_at <= @now ORDER BY id`,
  ),
  move: db.prepare('UPDATE applications SET state = @state, reason = @reason, updated_at = @now WHERE id = @id'),
  filed: db.prepare<{ creditCode: string }, { record: string }>(
    'SELECT record FROM qualifications WHERE credit_code = @creditCode',
  ),
  file: db.prepare(
    `INSERT INTO qualifications (credit_code, record) VALUES (@creditCode, @record)
     ON CONFLICT (credit_code) DO UPDATE SET record = excluded.record`,
  ),
  addCard: db.prepare('INSERT OR IGNORE INTO cards (card_no, company_id, media) VALUES (@cardNo, @companyId, @media)'),
  dropCard: db.prepare('DELETE FROM cards WHERE card_no = @cardNo AND company_id = @companyId'),
  card: db.prepare<{ cardNo: string }, CardRow>(
    'SELECT card_no AS cardNo, company_id AS companyId, media FROM cards WHERE card_no = @cardNo',
  ),
  cards: db.prepare<{ companyId: number }, CardRow>(
    'SELECT card_no AS cardNo, company_id AS companyId, media FROM cards WHERE company_id = @companyId ORDER BY card_no',
  ),
  grant: db.prepare(
    `INSERT INTO grants (company_id, card_no, rights, signer, signed_text, signature, at)
     VALUES (@companyId, @cardNo, @rights, @signer, @signedText, @signature, @now)`,
  ),
  rights: db.prepare<{ cardNo: string }, { rights: string }>(
    'SELECT rights FROM grants WHERE card_no = @cardNo ORDER BY id DESC LIMIT 1',
  ),
})

const rightsSchema = z.array(z.enum(['entry', 'declare']))

/** Applications, what customs has on file, the cards that were issued and the rights they were given. */
export class ApplicationsRepo {
  readonly sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number) {
    this.sql = statements(db)
    this.#now = now
  }

  /** A new one; gives its id. */
  add({ text, ...row }: NewApplication): number {
    return Number(this.sql.add.run({ ...row, text: JSON.stringify(text), now: this.#now() }).lastInsertRowid)
  }

  list(companyId: number): ApplicationRow[] {
    return this.sql.list.all({ companyId }).map(fromStored)
  }

  due(): ApplicationRow[] {
    return this.sql.due.all({ now: this.#now() }).map(fromStored)
  }

  move(id: number, state: HeldApplication['state'], reason = ''): void {
    this.sql.move.run({ id, state, reason, now: this.#now() })
  }

  filed(creditCode: string): FiledQualification | undefined {
    const row = this.sql.filed.get({ creditCode })
    return row && filedQualificationSchema.parse(JSON.parse(row.record))
  }

  file(record: FiledQualification): void {
    this.sql.file.run({ creditCode: record.creditCode, record: JSON.stringify(record) })
  }

  /** What the legal-person card gave; `undefined`: it never said anything. */
  grantedRights(cardNo: string): ('entry' | 'declare')[] | undefined {
    const row = this.sql.rights.get({ cardNo })
    return row && rightsSchema.parse(JSON.parse(row.rights))
  }
}

const fromStored = ({ text, ...row }: Stored): ApplicationRow => ({
  ...row,
  text: stepTextSchema.parse(JSON.parse(text)),
})

export const heldOfApplication = (row: ApplicationRow, papers: HeldApplication['papers']): HeldApplication => ({
  key: row.key,
  subject: row.subject,
  kind: row.kind,
  title: row.title,
  state: row.state,
  reason: row.reason,
  number: `YL${String(row.id).padStart(10, '0')}`,
  submittedAt: new Date(row.createdAt).toISOString(),
  updatedAt: new Date(row.updatedAt).toISOString(),
  papers: [...papers],
})
