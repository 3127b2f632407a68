import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReceiptForm } from '../../domain/message/receipt.ts'
import { writeReceipt } from '../../domain/message/write-receipt.ts'
import type { Portal } from '../../electron/portal/portal.ts'
import { AuditRepo } from '../../electron/store/audit.repo.ts'
import { DraftListRepo } from '../../electron/store/draft-list.repo.ts'
import { migrations } from '../../electron/store/migrations/index.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { importDeclaration } from '../fixtures/declarations.ts'
import { filingDesk, type FilingDesk } from '../support/filing-desk.ts'
import { median } from './row.ts'

/**
 * `npm run load`: a month of a large broker through one desk, 20,000 declarations with ten receipts each, over the real
 * services and a real file. LOAD_DECLARATIONS sets another number. Prints time and memory by tenths: growth for each
 * declaration has to stay flat. Ends with 1 when the last tenth takes more than twice as long as the second.
 */
const total = Number(process.env['LOAD_DECLARATIONS'] ?? '20000')
const tenth = Math.max(1, Math.floor(total / 10))
const megabyte = 1024 * 1024
/** Channels of the way to the release, and notes that move nothing: ten receipts a declaration. */
const channels = ['7', 'L', 'L', 'J', 'J', 'P', 'P', 'R', 'R', 'R']
const form: ReceiptForm = 'DEC_RESULT'

interface Measured {
  readonly make: number
  readonly send: number
  readonly receive: number
  readonly list: number
  readonly heap: number
  readonly disk: number
}

/** A portal that takes everything at once. Its stream forgets what was read, so that the heap is the desk's own. */
class QuickPortal implements Portal {
  #serial = 0
  /** Receipts that the desk has not confirmed by its cursor, and how many it has. */
  readonly #items: { id: string; fileName: string; content: string }[] = []
  #given = 0

  send: Portal['send'] = ({ clientSeqNo }) => {
    const seqNo = `I${String(++this.#serial).padStart(17, '0')}`
    const entryId = `2248${String(this.#serial).padStart(14, '0')}`
    const facts = { clientSeqNo, seqNo, note: '', more: {} }
    const text = writeReceipt({ form: 'DecImportResponse', responseCode: '0', ...facts })
    for (const [index, channel] of channels.entries()) {
      const noticeAt = new Date(Date.UTC(2026, 10, 1) + this.#serial * 60_000 + index * 1000).toISOString().slice(0, 19)
      const content = writeReceipt({ form, ...facts, entryId, channel, noticeAt, note: `第 ${index + 1} 条` })
      const id = `r-${this.sent + 1}`
      this.#items.push({ id, fileName: `${id}.xml`, content: Buffer.from(content).toString('base64') })
    }
    const raw = Buffer.from(text)
    return Promise.resolve({
      kind: 'accepted',
      answer: { receipt: { form: 'DecImportResponse', responseCode: '0', ...facts }, raw },
    })
  }

  ask: Portal['ask'] = () => Promise.resolve({ ok: true, value: undefined })

  receipts: Portal['receipts'] = (after) => {
    const confirmed = after === '' ? 0 : Number(after)
    this.#items.splice(0, confirmed - this.#given)
    this.#given = confirmed
    const items = this.#items.slice(0, 100)
    return Promise.resolve({ ok: true, value: { cursor: String(this.#given + items.length), items } })
  }

  time: Portal['time'] = () => Promise.resolve({ ok: true, value: { now: new Date().toISOString() } })

  get sent(): number {
    return this.#given + this.#items.length
  }
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Makes, sends and receives one tenth of the month. */
async function runTenth(desk: FilingDesk, portal: QuickPortal, file: string, nth: number): Promise<Measured> {
  const ids: string[] = []
  const list = new DraftListRepo(desk.db)
  const make = await timed(() => {
    for (let one = 0; one < tenth; one++) {
      const id = desk.ready(importDeclaration())
      desk.queue(id, Buffer.from(`<DecMessage n="${nth}-${one}"/>`))
      ids.push(id)
    }
  })
  const send = await timed(async () => {
    for (let at = 0; at < ids.length; at += 500) desk.filing.submit(ids.slice(at, at + 500))
    await desk.outbox.idle()
  })
  const receive = await timed(async () => {
    while (Number(desk.receiptsRepo.cursor() || 0) < portal.sent) await desk.receipts.read(0)
  })
  const lists = Array.from({ length: 5 }, () => {
    const started = performance.now()
    list.list({ limit: 200 })
    list.counts(0)
    desk.receiptsRepo.recent(500)
    desk.timeline.of(ids[0] ?? '')
    return performance.now() - started
  })
  globalThis.gc?.()
  return {
    ...{ make: make / tenth, send: send / tenth, receive: receive / tenth, list: median(lists) },
    ...{ heap: process.memoryUsage().heapUsed / megabyte, disk: statSync(file).size / megabyte },
  }
}

const folder = mkdtempSync(join(tmpdir(), 'desk-load-'))
try {
  const store = await openStore({ folder, name: 'declarations', migrations, now: Date.now })
  if (!store.ok) throw new Error(store.error.code)
  const { db, file } = store.value
  const portal = new QuickPortal()
  const deeds = new AuditRepo(db, Date.now, () => ({ who: '演练员甲', login: 'load', card: '2100010009991' }))
  const desk = filingDesk({ db, portal, deeds })
  desk.outbox.boot()
  console.log(`${total} declarations, ${total * channels.length} receipts; ms for each declaration, by tenths`)
  console.log('tenth   make   send  10 receipts   list+board ms   heap MB   file MB')
  const all: Measured[] = []
  for (let nth = 1; nth <= 10; nth++) {
    const row = await runTenth(desk, portal, file, nth)
    all.push(row)
    const figures = [row.make, row.send, row.receive, row.list, row.heap, row.disk]
    console.log(`${String(nth).padStart(5)}  ${figures.map((figure) => figure.toFixed(2).padStart(10)).join('')}`)
  }
  await desk.outbox.shutdown()
  const closed = db.prepare(`SELECT count(*) FROM declarations WHERE state = 'closed'`).pluck().get()
  const once = db.prepare('SELECT count(*) FROM timeline WHERE receipt_id IS NOT NULL').pluck().get()
  console.log(`closed ${String(closed)}, receipts told ${String(once)}, answers included`)
  const [, early] = all
  const late = all.at(-1)
  if (early === undefined || late === undefined) throw new Error('nothing was measured')
  const growth = (late.make + late.send + late.receive) / (early.make + early.send + early.receive)
  console.log(`last tenth / second tenth: ${growth.toFixed(2)}`)
  process.exitCode = growth <= 2 && closed === total ? 0 : 1
  db.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
