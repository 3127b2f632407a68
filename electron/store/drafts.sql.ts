import type { Database } from 'better-sqlite3'
import { draftColumns, type DraftRow } from './draft-row.ts'
import { sql } from './sql.ts'

/** Revisions of one declaration that fit between two declaration keys. */
export const revisionSpan = 2 ** 20

export interface RevisionRow {
  readonly key: number
  readonly savedAt: string
  readonly lines: number
  readonly bytes: number
}

interface SaveRow {
  readonly key: number
  readonly base: number
  readonly customer: string
  readonly billNo: string
  readonly contractNo: string
  readonly tradeMode: string
  readonly lines: number
  readonly search: string
  readonly errors: number
  readonly warnings: number
  readonly now: string
}

interface NewRevision extends Omit<RevisionRow, 'bytes'> {
  readonly accepted: string
  readonly papers: string | null
  readonly body: Uint8Array
}

/** Every statement of the drafts, prepared once. */
export const draftStatements = (db: Database) => ({
  byId: db.prepare<{ id: string }, DraftRow>(sql`SELECT ${draftColumns} FROM declarations WHERE id = @id`),
  byClientSeqNo: db.prepare<{ number: string }, DraftRow>(
    sql`SELECT ${draftColumns} FROM declarations WHERE client_seq_no = @number`,
  ),
  bySeqNo: db.prepare<{ number: string }, DraftRow>(sql`SELECT ${draftColumns} FROM declarations
    WHERE seq_no = @number AND seq_no <> '' ORDER BY key DESC LIMIT 1`),
  byEntryId: db.prepare<{ number: string }, DraftRow>(sql`SELECT ${draftColumns} FROM declarations
    WHERE entry_id = @number AND entry_id <> '' ORDER BY key DESC LIMIT 1`),
  byFormerNumber: db.prepare<{ number: string }, DraftRow>(sql`SELECT ${draftColumns} FROM declarations
    WHERE id = (SELECT declaration_id FROM former_numbers WHERE number = @number)`),
  insert: db.prepare(`
    INSERT INTO declarations (id, client_seq_no, ie_flag, state, rev, customer, customer_hint, bill_no, contract_no,
      trade_mode, lines, errors, warnings, created_at, updated_at, search)
    VALUES (@id, @clientSeqNo, @ieFlag, 'draft', 1, @customer, @customerHint, @billNo, @contractNo,
      @tradeMode, @lines, @errors, @warnings, @now, @now,
      @search || ' ' || lower(@customerHint))`),
  save: db.prepare<SaveRow>(`
    UPDATE declarations SET rev = rev + 1,
      customer = iif(@customer = '', customer_hint, @customer), bill_no = @billNo, contract_no = @contractNo,
      trade_mode = @tradeMode, lines = @lines, errors = @errors, warnings = @warnings, updated_at = @now,
      search = @search || ' ' || lower(customer_hint)
    WHERE key = @key AND rev = @base AND state = 'draft'`),
  // Asked for by itself: RETURNING would build a table in memory at each save, which costs more than the whole update.
  keyOf: db.prepare<{ id: string }, { key: number }>('SELECT key FROM declarations WHERE id = @id'),
  addRevision: db.prepare<NewRevision>(`INSERT INTO revisions (key, saved_at, lines, accepted, papers, body)
    VALUES (@key, @savedAt, @lines, @accepted,
      coalesce(@papers, (SELECT papers FROM revisions WHERE key = @key - 1), '{}'), @body)`),
  body: db.prepare<{ key: number }, { accepted: string; papers: string; body: Buffer }>(
    'SELECT accepted, papers, body FROM revisions WHERE key = @key',
  ),
  revisions: db.prepare<{ from: number; to: number }, RevisionRow>(`SELECT key, saved_at AS savedAt, lines,
    octet_length(body) AS bytes
    FROM revisions WHERE key BETWEEN @from AND @to ORDER BY key DESC`),
  dropRevision: db.prepare<{ key: number }>('DELETE FROM revisions WHERE key = @key'),
  dropRevisions: db.prepare<{ from: number; to: number }>('DELETE FROM revisions WHERE key BETWEEN @from AND @to'),
  drop: db.prepare<{ id: string }>('DELETE FROM declarations WHERE id = @id'),
  move: db.prepare<{ id: string; from: string; to: string; now: string }>(
    'UPDATE declarations SET state = @to, updated_at = @now WHERE id = @id AND state = @from',
  ),
  number: db.prepare<{ id: string; seqNo: string; entryId: string; now: string }>(`
    UPDATE declarations SET seq_no = @seqNo, entry_id = @entryId, updated_at = @now WHERE id = @id`),
  renumber: db.prepare<{ id: string; clientSeqNo: string }>(`UPDATE declarations
    SET client_seq_no = @clientSeqNo, seq_no = '', entry_id = '' WHERE id = @id`),
  addFormer: db.prepare<{ number: string; id: string }>(
    'INSERT OR REPLACE INTO former_numbers (number, declaration_id) VALUES (@number, @id)',
  ),
  wasFiled: db.prepare<{ id: string }>('SELECT 1 FROM former_numbers WHERE declaration_id = @id LIMIT 1'),
})

export type DraftStatements = ReturnType<typeof draftStatements>
