import type { Database } from 'better-sqlite3'
import { draftColumns, type DraftRow } from '../draft-row.ts'
import { sql } from '../sql.ts'

/** Where a row stands in the list. */
export interface Place {
  readonly key: number
  readonly updatedAt: string
}

/** Bounds of one question; empty texts and `null` bind nothing. */
export interface Bounds {
  /** JSON list, or `null` for every state. */
  readonly states: string | null
  readonly ieFlag: string
  /** Moments between which the declaration was changed last, ISO; the second one is outside. */
  readonly from: string
  readonly to: string
  /** Lower-case word that must be found; empty when there is none. */
  readonly word: string
  /** JSON list of further ones. */
  readonly words: string
  readonly most: number
}

/** The numbers of a row; its other words are lower-case already. */
const numbers = `lower(client_seq_no || ' ' || seq_no || ' ' || entry_id)`

const days = 'd.updated_at >= @from AND d.updated_at < @to'
const bounds = `(@states IS NULL OR d.state IN (SELECT value FROM json_each(@states)))
  AND (@ieFlag = '' OR d.ie_flag = @ieFlag) AND ${days}`

// The first word apart: most questions have no other.
const words = `(instr(search, @word) > 0 OR instr(${numbers}, @word) > 0) AND (@words = '[]' OR NOT EXISTS
  (SELECT 1 FROM json_each(@words) WHERE instr(search, value) = 0 AND instr(${numbers}, value) = 0))`
const place = 'd.key AS key, d.updated_at AS updatedAt'
/** Newest change first; of one moment the younger declaration. */
const newest = 'ORDER BY d.updated_at DESC, d.key DESC LIMIT @most'

const oneState = `FROM declarations d INDEXED BY declarations_state
  WHERE d.state = @state AND d.ie_flag = @ieFlag AND ${days}`

/** Every statement of the list and the search, prepared once. */
export const searchStatements = (db: Database) => ({
  /** Nothing asked for but days: the order of the list alone tells, no row is read. */
  days: db.prepare<Bounds, Place>(sql`SELECT ${place} FROM declarations d INDEXED BY declarations_updated
    WHERE ${days} ${newest}`),
  /** No state asked for: down the order of the list. */
  all: db.prepare<Bounds, Place>(sql`SELECT ${place} FROM declarations d INDEXED BY declarations_updated
    WHERE ${bounds} AND ${words} ${newest}`),
  marked: db.prepare<Bounds, Place>(sql`SELECT ${place} FROM declarations d INDEXED BY declarations_marked
    WHERE d.marked = 1 AND ${bounds} AND ${words} ${newest}`),
  /** One state of one direction: down its own order. */
  oneState: db.prepare<Bounds & { state: string }, Place>(sql`SELECT ${place} ${oneState} AND ${words} ${newest}`),
  /** The same without words: no row is read. */
  oneStateDays: db.prepare<Bounds & { state: string }, Place>(sql`SELECT ${place} ${oneState} ${newest}`),
  /** Found by pieces of text, the youngest declaration first; the words are looked up in the row. */
  found: db.prepare<Bounds & { question: string }, Place>(sql`SELECT ${place} FROM search_index s
    CROSS JOIN declarations d ON d.key = s.rowid
    WHERE search_index MATCH @question AND ${bounds} AND ${words} ORDER BY s.rowid DESC LIMIT @most`),
  rows: db.prepare<{ keys: string }, DraftRow>(sql`
    WITH wanted AS MATERIALIZED (SELECT value AS place FROM json_each(@keys))
    SELECT ${draftColumns} FROM wanted CROSS JOIN declarations ON key = place ORDER BY updated_at DESC, key DESC`),
  counts: db.prepare<[], { state: string; ieFlag: string; count: number }>(
    'SELECT state, ie_flag AS ieFlag, count FROM state_counts WHERE count > 0',
  ),
  countsSince: db.prepare<{ since: string }, { state: string; count: number }>(
    'SELECT state, count(*) AS count FROM declarations WHERE updated_at >= @since GROUP BY state',
  ),
  waiting: db.prepare<
    [],
    { key: number; text: string | null }
  >(sql`SELECT w.key AS key, search || ' ' || ${numbers} AS text
    FROM search_waiting w LEFT JOIN declarations d ON d.key = w.key`),
  forget: db.prepare<{ key: number }>('DELETE FROM search_index WHERE rowid = @key'),
  index: db.prepare<{ key: number; grams: string }>('INSERT INTO search_index (rowid, grams) VALUES (@key, @grams)'),
  arrived: db.prepare<{ key: number }>('DELETE FROM search_waiting WHERE key = @key'),
  mark: db.prepare<{ ids: string; marked: number }>(
    'UPDATE declarations SET marked = @marked WHERE id IN (SELECT value FROM json_each(@ids))',
  ),
})
