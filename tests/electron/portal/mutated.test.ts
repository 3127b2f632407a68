import { encode } from 'iconv-lite'
import { expect, test } from 'vitest'
import { decMessageSchema } from '../../../domain/fields/declaration/schema.ts'
import { readReceipt } from '../../../domain/message/read-receipt.ts'
import { readDecMessage, readForeignMessage } from '../../../domain/message/read.ts'
import type { Receipt, ReceiptForm } from '../../../domain/message/receipt.ts'
import { writeReceipt } from '../../../domain/message/write-receipt.ts'
import { writeDecMessage } from '../../../domain/message/write.ts'
import { heldSchema, portalTimeSchema, receiptPageSchema } from '../../../domain/portal/answers.ts'
import { declarationStates } from '../../../domain/states/declaration.ts'
import { problemOf, readFilingAnswer, readJson, type Answered } from '../../../electron/portal/read-answer.ts'
import { exportDeclaration, importDeclaration } from '../../fixtures/declarations.ts'
import { filingDesk, memoryStore, type FilingDesk } from '../../support/filing-desk.ts'
import { mutate } from '../../support/mutate.ts'
import { seededRandom } from '../../support/seeded-random.ts'

/** The long form: MUTATIONS=1000000 npx vitest run --project unit tests/electron/portal/mutated.test.ts */
const count = Number(process.env['MUTATIONS'] ?? '6000')
const seed = Number(process.env['MUTATIONS_SEED'] ?? '20261124')
/** Longest time that one reading may take, ms: a hang would take for ever, a loaded machine some tenths of a second. */
const longest = 5000
const number = 'LX2026111000000001'

const receipt: Receipt = {
  form: 'DEC_RESULT',
  ...{ seqNo: 'I20260000000000001', entryId: '224820261000000042', clientSeqNo: number, responseCode: '0' },
  ...{ noticeAt: '2026-11-10T09:08:07', channel: 'L', note: '海关入库成功', customMaster: '2248' },
  more: {},
}
const forms: readonly ReceiptForm[] = ['DecImportResponse', 'DEC_RESULT', 'DEC_DATA', 'TRN_DATA']
const receipts = forms.map((form) => {
  const old = form === 'DEC_DATA' || form === 'TRN_DATA'
  return new Uint8Array(encode(writeReceipt(receipt, form), old ? 'gb2312' : 'utf8'))
})
const messages = [importDeclaration(), exportDeclaration()].map((one) => Buffer.from(writeDecMessage(one)))
const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
const held = { clientSeqNo: number, state: 'stored', seqNo: '', entryId: '', bodySha256: 'a'.repeat(64), version: 1 }
const page = { cursor: 'c-1', items: [{ id: '1', fileName: 'a.xml', content: Buffer.from('<a/>').toString('base64') }] }
const answers = [held, page, { now: '2026-11-10T09:08:07.000Z' }, { code: 'busy', message: 'x' }].map(json)

const kinds = [
  { seeds: receipts, read: readAsReceipt },
  { seeds: answers, read: readAsAnswer },
  { seeds: messages, read: readAsMessage },
]
const all = [...receipts, ...messages, ...answers]

interface Tally {
  taken: number
  refused: number
}

function readAsReceipt(bytes: Uint8Array, desk: FilingDesk): boolean {
  const reading = readReceipt(bytes)
  desk.book.change(() => desk.intake.keep({ origin: 'portal', portalId: '1', fileName: 'a.xml', raw: bytes }))
  if (!reading.ok) {
    expect(reading.error.code).toMatch(/^message\./)
    return false
  }
  const { form, note, more, channel, responseCode } = reading.value
  expect(forms).toContain(form)
  expect(channel !== undefined || responseCode !== undefined).toBe(true)
  for (const text of [note, ...Object.values(more)]) expect(text.length).toBeLessThan(1_000_000)
  return true
}

function readAsMessage(bytes: Uint8Array): boolean {
  const reading = readDecMessage(bytes)
  const foreign = readForeignMessage(bytes)
  if (reading.ok) expect(foreign.ok).toBe(true)
  if (!foreign.ok) {
    expect(foreign.error.code).toMatch(/^message\./)
    return false
  }
  expect(decMessageSchema.safeParse(foreign.value.message).success).toBe(true)
  return true
}

function readAsAnswer(bytes: Uint8Array): boolean {
  const answered = { kind: 'answered', status: 200, contentType: 'application/json', bytes } as unknown as Answered
  const found = [
    readJson(answered, heldSchema),
    readJson(answered, receiptPageSchema),
    readJson(answered, portalTimeSchema),
  ]
  const problem = problemOf({ ...answered, status: 503 })
  const filing = readFilingAnswer({ ...answered, contentType: 'application/xml' }, number)
  if (filing !== undefined) expect(filing.receipt.clientSeqNo).toBe(number)
  return problem !== undefined || found.some((one) => one !== undefined)
}

/** What lies in the store after it all: every declaration in a state that exists, every receipt once and whole. */
function checkStore({ db }: FilingDesk): void {
  const states = db.prepare<[], string>('SELECT DISTINCT state FROM declarations').pluck().all()
  for (const state of states) expect(Object.keys(declarationStates)).toContain(state)
  const odd = db
    .prepare(
      `SELECT count(*) FROM receipts WHERE length(title) = 0 OR length(note) > 100000 OR length(seq_no) > 4000
       OR (problem <> '' AND (declaration_id IS NOT NULL OR channel <> ''))
       OR (notice_at <> '' AND notice_at NOT GLOB '????-??-??T*Z')`,
    )
    .pluck()
    .get()
  expect(odd).toBe(0)
  expect(db.pragma('quick_check', { simple: true })).toBe('ok')
}

test(
  `${count} mutated answers, receipts and messages: no throw, no hang, nothing kept that is not valid`,
  () => {
    const random = seededRandom(seed)
    const tally: Tally = { taken: 0, refused: 0 }
    let slowest = 0
    let desk = freshDesk()
    for (let run = 0; run < count; run++) {
      if (run % 20_000 === 19_999) {
        checkStore(desk)
        desk.db.close()
        desk = freshDesk()
      }
      const choice = random()
      const kind = choice < 0.55 ? kinds[0] : choice < 0.9 ? kinds[1] : kinds[2]
      const source = kind?.seeds[Math.floor(random() * kind.seeds.length)]
      if (kind === undefined || source === undefined) throw new Error('no seed')
      const bytes = mutate(source, random, all)
      const started = performance.now()
      const taken = kind.read(bytes, desk)
      slowest = Math.max(slowest, performance.now() - started)
      tally[taken ? 'taken' : 'refused']++
    }
    checkStore(desk)
    console.log(
      `${count} mutated, seed ${seed}: ${tally.taken} read, ${tally.refused} refused, slowest ${slowest.toFixed(0)} ms`,
    )
    expect(slowest).toBeLessThan(longest)
    expect(tally.taken).toBeGreaterThan(0)
    expect(tally.refused).toBeGreaterThan(tally.taken / 10)
  },
  60_000 + count * 5,
)

/** A desk with a declaration that a receipt may find. */
function freshDesk(): FilingDesk {
  const desk = filingDesk({ db: memoryStore(), portal: {} as never })
  const id = desk.ready(importDeclaration())
  desk.queue(id, Buffer.from('<a/>'))
  for (const event of ['send', 'saved'] as const) desk.drafts.move(id, event)
  desk.drafts.setNumbers(id, { seqNo: 'I20260000000000001', entryId: '224820261000000042' })
  return desk
}
