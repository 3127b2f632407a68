import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ChainCheck } from '../../../domain/audit/check-chain.ts'
import type { StoredEntry } from '../../../domain/audit/file.ts'
import type { Ledger } from './ledger.ts'

/** Reads a database of a desk as it lies there. */
function reading<T>(file: string, look: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true })
  try {
    return look(db)
  } finally {
    db.close()
  }
}

const deskFile = (folder: string): string => join(folder, 'practice', 'declarations.db')
const portalFile = (folder: string): string => join(folder, 'practice', 'sandbox', 'portal.db')

/** Messages on their way and receipts that have not come yet: none when the desk has settled. */
export function unsettled(folder: string): number {
  const waiting = reading(deskFile(folder), (db) =>
    Number(db.prepare(`SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending', 'unknown')`).pluck().get()),
  )
  const [sent, due] = reading(portalFile(folder), (db) => [
    Number(db.prepare('SELECT count(*) FROM receipts').pluck().get()),
    Number(db.prepare('SELECT count(*) FROM filings WHERE due_at IS NOT NULL').pluck().get()),
  ])
  const kept = reading(deskFile(folder), (db) =>
    Number(db.prepare(`SELECT count(*) FROM receipts WHERE origin = 'portal'`).pluck().get()),
  )
  return waiting + due + Math.max(0, sent - kept)
}

/** Everything that is wrong with a settled desk, each in a sentence; none when every promise was kept. */
export function brokenPromises(folder: string, ledger: Ledger): string[] {
  const faults = reading(deskFile(folder), (db) => [
    ...ledger.lostSaves((id) => textOnDisk(db, id)).map((text) => `lost save: ${text}`),
    ...structure(db),
    ...chainFaults(db),
    ...receiptFaults(db),
  ])
  return [...faults, ...filingFaults(folder, ledger)]
}

const textOnDisk = (db: Database.Database, id: string): string =>
  String(
    db
      .prepare(
        `SELECT json_extract(CAST(body AS TEXT), '$.DecHead.BillNo') FROM revisions
         JOIN declarations ON revisions.key = declarations.key * 1048576 + declarations.rev WHERE id = @id`,
      )
      .pluck()
      .get({ id }),
  )

const structure = (db: Database.Database): string[] =>
  (db.pragma('quick_check(3)') as { quick_check: string }[])
    .map((row) => row.quick_check)
    .filter((text) => text !== 'ok')

function chainFaults(db: Database.Database): string[] {
  const chain = new ChainCheck()
  const rows = db.prepare<[], StoredEntry>('SELECT content, hash FROM audit ORDER BY n')
  for (const { content, hash } of rows.iterate()) chain.take(content, hash)
  if (chain.fault !== undefined) return [`audit: ${chain.fault.n} ${chain.fault.reason}`]
  // Every filing stands in the trail: both were written in one transaction.
  const signed = Number(db.prepare('SELECT count(*) FROM outbox').pluck().get())
  const told = Number(
    db.prepare(`SELECT count(*) FROM audit WHERE content LIKE '%"deed":"declaration.signed"%'`).pluck().get(),
  )
  return signed === told ? [] : [`audit: ${told} signatures told, ${signed} made`]
}

const rowsOf = (db: Database.Database, statement: string): string[] => db.prepare(statement).pluck().all().map(String)

/** A receipt without a filing, or not exactly once on a time line. */
function receiptFaults(db: Database.Database): string[] {
  const lost = rowsOf(db, 'SELECT id FROM receipts WHERE declaration_id IS NULL')
  const notOnce = rowsOf(
    db,
    `SELECT receipts.id FROM receipts LEFT JOIN timeline ON timeline.receipt_id = receipts.id
     GROUP BY receipts.id HAVING count(timeline.id) <> 1`,
  )
  return [...lost.map((id) => `receipt ${id} has no filing`), ...notOnce.map((id) => `receipt ${id} is not told once`)]
}

interface Filing {
  readonly clientSeqNo: string
  readonly versions: number
  readonly receipts: number
}

/** Each submitted declaration lies at the portal exactly once, and all that the portal sent about it is here. */
function filingFaults(folder: string, ledger: Ledger): string[] {
  if (!existsSync(portalFile(folder))) return ledger.submitted.size === 0 ? [] : ['the portal has no file']
  const filings = reading(portalFile(folder), (db) =>
    db
      .prepare<[], Filing>(
        `SELECT client_seq_no AS clientSeqNo, (SELECT count(*) FROM versions WHERE filing_id = filings.id) AS versions,
           (SELECT count(*) FROM receipts WHERE filing_id = filings.id) AS receipts FROM filings`,
      )
      .all(),
  )
  const held = new Map(filings.map((filing) => [filing.clientSeqNo, filing]))
  return reading(deskFile(folder), (db) => {
    const number = db.prepare<{ id: string }, string>('SELECT client_seq_no FROM declarations WHERE id = @id').pluck()
    const kept = db
      .prepare<{ id: string }, number>(
        `SELECT count(*) FROM receipts WHERE origin = 'portal'
         AND declaration_id = (SELECT id FROM declarations WHERE client_seq_no = @id)`,
      )
      .pluck()
    const missing = [...ledger.submitted].filter((id) => !held.has(String(number.get({ id }))))
    return [
      ...missing.map((id) => `${id} was submitted and is not at the portal`),
      ...filings.flatMap(({ clientSeqNo, versions, receipts }) => [
        ...(versions === 1 ? [] : [`${clientSeqNo} was filed ${versions} times`]),
        ...(kept.get({ id: clientSeqNo }) === receipts ? [] : [`${clientSeqNo}: not every receipt arrived once`]),
      ]),
    ]
  })
}

/** How much there is, for the figures. */
export function amounts(folder: string): { filings: number; receipts: number; entries: number } {
  const count = (db: Database.Database, statement: string): number => Number(db.prepare(statement).pluck().get())
  const portal = reading(portalFile(folder), (db) => ({
    filings: count(db, 'SELECT count(*) FROM filings'),
    receipts: count(db, 'SELECT count(*) FROM receipts'),
  }))
  return reading(deskFile(folder), (db) => ({ ...portal, entries: count(db, 'SELECT count(*) FROM audit') }))
}
