import type { Database } from 'better-sqlite3'
import type { PaperKind } from '../../../domain/preparation/paper-file.ts'
import type { HeldApplication } from '../../../domain/portal/members.ts'

type Paper = HeldApplication['papers'][number]

/** Papers that no application ever named are let go after this time, ms. Ours. */
const unnamedLife = 7 * 86_400_000

const statements = (db: Database) => ({
  known: db.prepare<{ companyId: number; sha256: string }, { id: number; bytes: number }>(
    'SELECT id, bytes FROM papers WHERE company_id = @companyId AND sha256 = @sha256',
  ),
  add: db.prepare(
    `INSERT INTO papers (company_id, sha256, type, bytes, content, received_at)
     VALUES (@companyId, @sha256, @type, @bytes, @content, @now) ON CONFLICT (company_id, sha256) DO NOTHING`,
  ),
  sweep: db.prepare(
    `DELETE FROM papers WHERE received_at < @before
       AND NOT EXISTS (SELECT 1 FROM application_papers WHERE paper_id = papers.id)`,
  ),
  lay: db.prepare(
    `INSERT INTO application_papers (application_id, place, paper_id, kind, name)
     VALUES (@applicationId, @place, @paperId, @kind, @name)`,
  ),
  of: db.prepare<{ applicationId: number }, Paper>(
    `SELECT kind, name, sha256, bytes FROM application_papers JOIN papers ON papers.id = paper_id
     WHERE application_id = @applicationId ORDER BY place`,
  ),
  content: db.prepare<{ companyId: number; key: string; sha256: string }, { content: Buffer }>(
    `SELECT content FROM applications
       JOIN application_papers ON application_id = applications.id JOIN papers ON papers.id = paper_id
     WHERE applications.company_id = @companyId AND key = @key AND sha256 = @sha256`,
  ),
})

/** Papers as companies sent them, and which application names which. */
export class Papers {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number) {
    this.#sql = statements(db)
    this.#now = now
  }

  /** The paper of this hash that the company sent. */
  known(companyId: number, sha256: string): { readonly id: number; readonly bytes: number } | undefined {
    return this.#sql.known.get({ companyId, sha256 })
  }

  /** Keeps a paper; one that is there stays as it is. */
  add(companyId: number, paper: { sha256: string; type: PaperKind; content: Uint8Array }): void {
    const now = this.#now()
    this.#sql.sweep.run({ before: now - unnamedLife })
    this.#sql.add.run({ ...paper, companyId, bytes: paper.content.length, now })
  }

  /** Lays papers that are there before the authority, in their order. */
  lay(applicationId: number, companyId: number, papers: readonly Paper[]): void {
    for (const [place, { sha256, kind, name }] of papers.entries()) {
      const paper = this.known(companyId, sha256)
      if (!paper) throw new Error('a paper of an application is not there')
      this.#sql.lay.run({ applicationId, place, paperId: paper.id, kind, name })
    }
  }

  /** What lies before the authority. */
  of(applicationId: number): Paper[] {
    return this.#sql.of.all({ applicationId })
  }

  /** The bytes of a paper of an application of this company. */
  content(companyId: number, key: string, sha256: string): Uint8Array | undefined {
    return this.#sql.content.get({ companyId, key, sha256 })?.content
  }
}
