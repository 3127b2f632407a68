import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import * as z from 'zod'
import { decodeTable } from '../../domain/codes/decode-table.ts'
import { decMessageSchema } from '../../domain/fields/declaration/schema.ts'
import { papersSchema } from '../../domain/fields/papers.ts'
import { stepTextSchema } from '../../domain/fields/step-text.ts'
import { declarationStates } from '../../domain/states/declaration.ts'
import { outboxStates } from '../../domain/states/outbox.ts'
import { stepTitles } from '../../domain/states/review.ts'
import { wizardKinds, wizardStates } from '../../domain/states/wizard.ts'
import { sql } from './sql.ts'
import { submissionStates, submissionSubjects, withPapers } from './submissions.repo.ts'

const words = z.record(z.string(), z.string())
const anything = z.unknown()

/** Columns that hold one of a few words. */
const chosen: readonly (readonly [name: string, statement: string, words: readonly string[]])[] = [
  ['报关单的状态', 'SELECT DISTINCT state FROM declarations', Object.keys(declarationStates)],
  ['待发报文的状态', 'SELECT DISTINCT state FROM outbox', Object.keys(outboxStates)],
  ['业务准备的状态', 'SELECT DISTINCT state FROM wizards', wizardStates],
  ['业务准备的种类', 'SELECT DISTINCT kind FROM wizards', wizardKinds],
  ['业务申请的状态', 'SELECT DISTINCT state FROM submissions', submissionStates],
  ['复核步骤', 'SELECT DISTINCT event FROM steps', Object.keys(stepTitles)],
  ['业务申请的种类', 'SELECT DISTINCT subject FROM submissions', submissionSubjects],
]

/** Columns that hold JSON, and its form: a row that cannot be read would stop every list that it stands in. */
const written: readonly (readonly [name: string, statement: string, schema: z.ZodType])[] = [
  ['一个版本的内容', 'SELECT body FROM revisions', decMessageSchema],
  ['一个版本的已确认提示', 'SELECT accepted FROM revisions', words],
  ['一个版本的单证数字', 'SELECT papers FROM revisions', papersSchema],
  ['一个模板', 'SELECT body FROM templates', decMessageSchema],
  ['一条商品记忆', 'SELECT line FROM goods', words],
  ['一份业务准备的内容', 'SELECT text FROM wizards', stepTextSchema],
  ['一份业务准备的步骤', 'SELECT steps FROM wizards', words],
  ['一份业务申请', 'SELECT body FROM submissions', anything],
  ['一份业务申请的结果', `SELECT held FROM submissions WHERE held <> ''`, withPapers],
  ['一条导入对应关系', 'SELECT titles FROM import_mappings', z.array(z.tuple([z.string(), z.string()]))],
  ['一项设置', 'SELECT value FROM settings', anything],
]

/** Longest texts of columns that lists show: one row with more would keep the whole list from the page. */
const bounded: readonly (readonly [table: string, limit: number, columns: readonly string[]])[] = [
  ['declarations', 200, ['customer', 'customer_hint', 'bill_no', 'contract_no', 'trade_mode', 'seq_no', 'entry_id']],
  ['declarations', 40, ['created_at', 'updated_at']],
  ['receipts', 200, ['problem', 'file_name', 'title', 'channel', 'client_seq_no', 'seq_no', 'entry_id']],
  ['receipts', 4000, ['note']],
  ['timeline', 200, ['at', 'title', 'channel', 'seq_no', 'entry_id']],
  ['timeline', 4000, ['note']],
  ['attachments', 200, ['name', 'edoc_code']],
  ['steps', 200, ['at', 'who', 'note']],
  ['comments', 200, ['path', 'who', 'at', 'resolved_by', 'resolved_at']],
  ['comments', 4000, ['text']],
  ['templates', 60, ['name']],
  ['templates', 200, ['customer', 'used_at']],
  ['goods', 200, ['customer', 'code_ts', 'used_at']],
  ['goods', 4000, ['name']],
]

/** Bytes that stand beside their hash. */
const hashed = [
  ['附件', 'SELECT content AS bytes, sha256 AS hash FROM attachments'],
  ['回执', 'SELECT raw AS bytes, content_sha256 AS hash FROM receipts'],
  ['报文', 'SELECT body AS bytes, body_sha256 AS hash FROM outbox'],
] as const

/** Far more than a whole tariff; unpacking must end. */
const largestTariff = 64 * 1024 * 1024

/** What is wrong with a row of a stranger's file that was migrated to our version, or `undefined`. */
export function rowFault(db: Database): string | undefined {
  const pluck = <T>(statement: string): IterableIterator<T> => db.prepare<[], T>(statement).pluck().iterate()
  const numbers = db.prepare<[], { id: string; number: string }>('SELECT id, client_seq_no AS number FROM declarations')
  for (const { id, number } of numbers.iterate())
    if (!/^[0-9a-f-]{36}$/.test(id) || !/^[0-9A-Z]{18}$/.test(number)) return '有一票报关单的编号不对'
  for (const [name, statement, allowed] of chosen)
    for (const word of pluck<string>(statement)) if (!allowed.includes(word)) return `有一处${name}不对`
  for (const [table, limit, columns] of bounded) {
    const tooLong = columns.map((column) => sql`length(${column}) > ${limit}`).join(' OR ')
    if (db.prepare(sql`SELECT 1 FROM ${table} WHERE ${tooLong} LIMIT 1`).get() !== undefined)
      return '有一处文字长得不像本程序写的'
  }
  const when = `SELECT 1 FROM receipts WHERE notice_at <> '' AND julianday(notice_at) IS NULL LIMIT 1`
  if (db.prepare(when).get() !== undefined) return '有一份回执的时间不对'
  for (const [name, statement, schema] of written)
    for (const text of pluck<string | Buffer>(statement)) if (!isReadable(text, schema)) return `有${name}读不出来`
  for (const body of pluck<Buffer>('SELECT body FROM tariff_versions')) if (!isTariff(body)) return '有一份税则读不出来'
  for (const [name, statement] of hashed)
    for (const { bytes, hash } of db.prepare<[], { bytes: Uint8Array; hash: string }>(statement).iterate())
      if (createHash('sha256').update(bytes).digest('hex') !== hash) return `有一份${name}的内容与它的校验值不符`
  return undefined
}

function isReadable(text: string | Buffer, schema: z.ZodType): boolean {
  try {
    return schema.safeParse(JSON.parse(text.toString())).success
  } catch {
    // Not JSON.
    return false
  }
}

function isTariff(body: Buffer): boolean {
  try {
    const text = gunzipSync(body, { maxOutputLength: largestTariff }).toString('utf8')
    return decodeTable(JSON.parse(text)).rows.every(({ code }) => typeof code === 'string')
  } catch {
    // Not packed, too large, or no table.
    return false
  }
}
