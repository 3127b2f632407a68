import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ChainCheck } from '../../../domain/audit/check-chain.ts'
import type { StoredEntry } from '../../../domain/audit/file.ts'
import type { Ledger } from './ledger.ts'

/** Reads a database of a desk as it is in one moment, whoever is writing to it. */
function reading<T>(file: string, look: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true, timeout: 10_000 })
  try {
    return db.transaction(() => look(db))()
  } finally {
    db.close()
  }
}

const deskFile = (folder: string): string => join(folder, 'practice', 'declarations.db')
const portalFile = (folder: string): string => join(folder, 'practice', 'sandbox', 'portal.db')
const countIn = (db: Database.Database, statement: string): number => Number(db.prepare(statement).pluck().get())
const rowsOf = (db: Database.Database, statement: string): string[] => db.prepare(statement).pluck().all().map(String)

/** Messages on their way and receipts that have not come yet: none when the desk has settled. */
export function unsettled(folder: string): number {
  const [sent, due] = reading(portalFile(folder), (db) => [
    countIn(db, 'SELECT count(*) FROM receipts'),
    countIn(db, 'SELECT count(*) FROM filings WHERE due_at IS NOT NULL'),
  ])
  const [waiting, kept] = reading(deskFile(folder), (db) => [
    countIn(db, `SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending', 'unknown')`),
    countIn(db, `SELECT count(*) FROM receipts WHERE origin = 'portal'`),
  ])
  return waiting + due + Math.max(0, sent - kept)
}

/**
 * What is wrong with a desk that was just opened again, each in a sentence: what was called saved has to be there at
 * once, and nothing may ever be there twice. None when every promise was kept.
 */
export const brokenAtOnce = (folder: string, ledger: Ledger): string[] => [
  ...reading(deskFile(folder), (db) => [
    ...ledger.lostSaves((id) => textOnDisk(db, id)).map((text) => `lost save: ${text}`),
    ...structure(db),
    ...chainFaults(db),
    ...rowsOf(
      db,
      'SELECT receipt_id FROM timeline GROUP BY receipt_id HAVING count(*) > 1 AND receipt_id IS NOT NULL',
    ).map((id) => `receipt ${id} is told more than once`),
  ]),
  ...tooMuch(folder, ledger),
]

/** What a desk that has settled still owes, besides: filings that never arrived, receipts that found no place. */
export const brokenInTheEnd = (folder: string, ledger: Ledger): string[] => [
  ...brokenAtOnce(folder, ledger),
  ...reading(deskFile(folder), receiptFaults),
  ...tooLittle(folder, ledger),
]

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
  const signed = countIn(db, 'SELECT count(*) FROM outbox')
  const told = countIn(db, `SELECT count(*) FROM audit WHERE content LIKE '%"deed":"declaration.signed"%'`)
  return signed === told ? [] : [`audit: ${told} signatures told, ${signed} made`]
}

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

/** What the portal holds. Its file is made a moment after the window is there. */
const filingsOf = (folder: string): Filing[] =>
  existsSync(portalFile(folder))
    ? reading(portalFile(folder), (db) =>
        db
          .prepare<[], Filing>(
            `SELECT client_seq_no AS clientSeqNo, (SELECT count(*) FROM versions WHERE filing_id = filings.id) AS versions,
               (SELECT count(*) FROM receipts WHERE filing_id = filings.id) AS receipts FROM filings`,
          )
          .all(),
      )
    : []

/** Our numbers of these declarations. */
const numbersOf = (db: Database.Database, ids: Iterable<string>): Map<string, string> => {
  const number = db.prepare<{ id: string }, string>('SELECT client_seq_no FROM declarations WHERE id = @id').pluck()
  return new Map([...ids].map((id) => [String(number.get({ id })), id]))
}

/** Filings that nobody asked for, or that lie at the portal more than once. */
function tooMuch(folder: string, { asked }: Ledger): string[] {
  const filings = filingsOf(folder)
  const wanted = reading(deskFile(folder), (db) => numbersOf(db, asked))
  return [
    ...filings
      .filter(({ clientSeqNo }) => !wanted.has(clientSeqNo))
      .map((one) => `${one.clientSeqNo}: nobody filed it`),
    ...filings
      .filter(({ versions }) => versions !== 1)
      .map((one) => `${one.clientSeqNo} was filed ${one.versions} times`),
  ]
}

/** Submitted declarations that are not at the portal, and what it sent that is not here. */
function tooLittle(folder: string, { submitted }: Ledger): string[] {
  const held = new Map(filingsOf(folder).map((filing) => [filing.clientSeqNo, filing]))
  return reading(deskFile(folder), (db) => {
    const kept = db
      .prepare<{ number: string }, number>(
        `SELECT count(*) FROM receipts WHERE origin = 'portal'
         AND declaration_id = (SELECT id FROM declarations WHERE client_seq_no = @number)`,
      )
      .pluck()
    const missing = [...numbersOf(db, submitted)].filter(([number]) => !held.has(number))
    const short = [...held.values()].filter(({ clientSeqNo: number, receipts }) => kept.get({ number }) !== receipts)
    return [
      ...missing.map(([, id]) => `${id} was submitted and is not at the portal`),
      ...short.map(({ clientSeqNo }) => `${clientSeqNo}: not every receipt arrived once`),
    ]
  })
}

/** How much there is, for the figures. */
export function amounts(folder: string): { filings: number; receipts: number; entries: number } {
  const portal = reading(portalFile(folder), (db) => ({
    filings: countIn(db, 'SELECT count(*) FROM filings'),
    receipts: countIn(db, 'SELECT count(*) FROM receipts'),
  }))
  return reading(deskFile(folder), (db) => ({ ...portal, entries: countIn(db, 'SELECT count(*) FROM audit') }))
}
