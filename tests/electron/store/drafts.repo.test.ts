import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import {
  declarationEvents,
  declarationStates,
  next,
  type DeclarationState,
} from '../../../domain/states/declaration.ts'
import { AttachmentsRepo } from '../../../electron/store/attachments.repo.ts'
import { DraftListRepo } from '../../../electron/store/draft-list.repo.ts'
import { DraftsRepo, type DraftChange, type SavedDraft } from '../../../electron/store/drafts.repo.ts'
import type { Store } from '../../../electron/store/store.ts'
import { superfluous } from '../../../electron/store/thin-revisions.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { smallDisk } from '../../support/small-disk.ts'
import { moment, openTestStore, utcDay } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { sql } from '../../../electron/store/sql.ts'

interface Bench {
  readonly store: Store
  readonly drafts: DraftsRepo
  readonly list: DraftListRepo
  now: number
}

async function bench(folder = tempFolder()): Promise<Bench> {
  const store = await openTestStore(folder)
  const made: Bench = {
    store,
    now: moment,
    drafts: new DraftsRepo(store.db, () => made.now, utcDay),
    list: new DraftListRepo(store.db),
  }
  return made
}

const one = ({ drafts }: Bench, message: DecMessage = importDeclaration(), customer = ''): SavedDraft => {
  const [draft] = drafts.create([{ ieFlag: 'I', message, customer }])
  if (draft === undefined) throw new Error('no draft')
  return draft
}

const change = (draft: SavedDraft, message: DecMessage, rev = draft.summary.rev): DraftChange => ({
  id: draft.summary.id,
  rev,
  message,
  accepted: {},
  errors: 0,
  warnings: 0,
})

const withBill = (draft: SavedDraft, BillNo: string): DecMessage => ({
  ...draft.message,
  DecHead: { ...draft.message.DecHead, BillNo },
})

describe('a new draft', () => {
  test('gets an id that sorts by time and our number of 18 letters and digits inside the message', async () => {
    const { summary, message } = one(await bench())
    expect(summary.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(summary.clientSeqNo).toMatch(/^20261124[0-9A-Z]{4}000001$/)
    expect(message.DecSign?.ClientSeqNo).toBe(summary.clientSeqNo)
  })

  test('gets the next number on the next day and when the clock was set back', async () => {
    const desk = await bench()
    const numbers = [0, 86_400_000, -86_400_000].map((shift) => {
      desk.now = moment + shift
      return one(desk).summary.clientSeqNo
    })
    expect(numbers.map((number) => number.slice(0, 8))).toEqual(['20261124', '20261125', '20261123'])
    expect(numbers.map((number) => number.slice(12))).toEqual(['000001', '000002', '000003'])
  })

  test('of a reinstalled desk carries another mark', async () => {
    const marks = await Promise.all([1, 2, 3].map(async () => one(await bench()).summary.clientSeqNo.slice(8, 12)))
    expect(new Set(marks).size).toBe(3)
  })

  test('shows the customer of the import until the form names one', async () => {
    const desk = await bench()
    const draft = one(desk, {}, '演练客户')
    expect(draft.summary.customer).toBe('演练客户')
    const named = { ...draft.message, DecHead: { TradeName: '演练进出口（上海）有限公司' } }
    desk.drafts.save(change(draft, named))
    expect(desk.drafts.summary(draft.summary.id)?.customer).toBe('演练进出口（上海）有限公司')
  })

  test('of several is made with all or none', async () => {
    const desk = await bench()
    const poison = {
      get DecHead(): never {
        throw new Error('broken message')
      },
    }
    expect(() =>
      desk.drafts.create([
        { ieFlag: 'I', message: {} },
        { ieFlag: 'I', message: poison },
      ]),
    ).toThrow()
    expect(desk.list.list({}).total).toBe(0)
  })
})

describe('a save', () => {
  test('is there after closing and opening, whole', async () => {
    const folder = tempFolder()
    const desk = await bench(folder)
    const draft = one(desk)
    const saved = desk.drafts.save({
      ...change(draft, withBill(draft, 'YL1')),
      accepted: { 'H03|x': '已核对' },
      warnings: 2,
    })
    expect(saved).toMatchObject({ ok: true, value: { rev: 2 } })
    desk.store.db.close()
    const again = await bench(folder)
    const loaded = again.drafts.load(draft.summary.id)
    expect(loaded).toMatchObject({
      ok: true,
      value: { summary: { rev: 2, billNo: 'YL1', warnings: 2 }, accepted: { 'H03|x': '已核对' } },
    })
    expect(loaded.ok && loaded.value.message).toEqual(withBill(draft, 'YL1'))
  })

  test('that is not built on the newest revision is refused and changes nothing', async () => {
    const desk = await bench()
    const draft = one(desk)
    desk.drafts.save(change(draft, withBill(draft, 'first')))
    const stale = desk.drafts.save(change(draft, withBill(draft, 'second')))
    expect(stale).toMatchObject({ ok: false, error: { code: 'store.stale' } })
    expect(desk.drafts.load(draft.summary.id)).toMatchObject({ value: { message: { DecHead: { BillNo: 'first' } } } })
  })

  test('of a declaration that is ready, or gone, is refused with its own reason', async () => {
    const desk = await bench()
    const draft = one(desk)
    desk.drafts.move(draft.summary.id, 'markReady')
    expect(desk.drafts.save(change(draft, {}))).toMatchObject({ error: { code: 'drafts.notEditable' } })
    expect(desk.drafts.save({ ...change(draft, {}), id: 'nowhere' })).toMatchObject({ error: { code: 'store.gone' } })
  })

  test('makes one revision, of which each can be read again', async () => {
    const desk = await bench()
    const draft = one(desk)
    for (let rev = 1; rev <= 5; rev++) desk.drafts.save(change(draft, withBill(draft, `B${rev}`), rev))
    const revisions = desk.drafts.revisions(draft.summary.id)
    expect(revisions.ok && revisions.value.map(({ rev }) => rev)).toEqual([6, 5, 4, 3, 2, 1])
    expect(desk.drafts.loadRevision(draft.summary.id, 3)).toMatchObject({
      value: { message: { DecHead: { BillNo: 'B2' } } },
    })
    expect(desk.drafts.loadRevision(draft.summary.id, 99)).toMatchObject({ error: { code: 'store.noRevision' } })
  })

  test('on a full disk is refused loudly, keeps the old state, and works again when there is room', async () => {
    const disk = smallDisk(700 * 1024)
    if (disk === undefined) return
    const filler = join(disk, 'filler')
    writeFileSync(filler, Buffer.alloc(200 * 1024))
    const desk = await bench(disk)
    const draft = one(desk, {})
    const big = (text: string): DecMessage => ({ DecFreeTxt: { VoyNo: text.repeat(3000) } })
    let rev = 1
    const fill = (): unknown => {
      for (;;) {
        try {
          const saved = desk.drafts.save(change(draft, big('满'), rev))
          if (!saved.ok) return saved.error
          rev = saved.value.rev
        } catch (cause) {
          return cause
        }
      }
    }
    expect(fill()).toMatchObject({ code: 'SQLITE_FULL' })
    expect(desk.drafts.load(draft.summary.id)).toMatchObject({ value: { summary: { rev } } })
    rmSync(filler)
    expect(desk.drafts.save(change(draft, big('好'), rev))).toMatchObject({ ok: true })
  })

  test('of a draft touches only the two indexes that its lists need', async () => {
    const { store } = await bench()
    const partial = store.db
      .prepare<[], { name: string }>(
        sql`SELECT name FROM pragma_index_list('declarations') WHERE partial = 0 AND origin = 'c'
          AND name IN (SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '%updated_at%')`,
      )
      .all()
    expect(partial.map(({ name }) => name).sort()).toEqual(['declarations_state', 'declarations_updated'])
  })
})

describe('moving', () => {
  test('follows the table of states, every event from every state', async () => {
    const desk = await bench()
    for (const state of Object.keys(declarationStates) as DeclarationState[])
      for (const event of declarationEvents) {
        const draft = one(desk, {})
        desk.store.db
          .prepare('UPDATE declarations SET state = @state WHERE id = @id')
          .run({ state, id: draft.summary.id })
        const moved = desk.drafts.move(draft.summary.id, event)
        const wanted = next(state, event)
        if (wanted === undefined) expect(moved).toMatchObject({ ok: false, error: { code: 'drafts.notAllowed' } })
        else expect(moved).toMatchObject({ ok: true, value: { state: wanted } })
      }
  })

  test('back to draft after a refusal gives a new number; the old ones keep leading here', async () => {
    const desk = await bench()
    const draft = one(desk)
    const { id, clientSeqNo } = draft.summary
    for (const event of ['markReady', 'sign', 'send', 'refused'] as const) desk.drafts.move(id, event)
    desk.drafts.setNumbers(id, { seqNo: 'I20260000000000001', entryId: '224820261000000001' })
    const reopened = desk.drafts.move(id, 'reopen')
    expect(reopened).toMatchObject({ value: { state: 'draft', seqNo: '', entryId: '', rev: 2 } })
    const loaded = desk.drafts.load(id)
    const number = loaded.ok ? loaded.value.summary.clientSeqNo : ''
    expect(number).not.toBe(clientSeqNo)
    expect(loaded).toMatchObject({ value: { message: { DecSign: { ClientSeqNo: number } } } })
    expect(desk.drafts.find({ clientSeqNo })).toBeUndefined()
    for (const former of [clientSeqNo, 'I20260000000000001', '224820261000000001'])
      expect(desk.drafts.findFormer(former)?.id).toBe(id)
  })

  test('numbers of receipts are kept and found, and an empty one takes nothing away', async () => {
    const desk = await bench()
    const { id, clientSeqNo } = one(desk).summary
    desk.drafts.setNumbers(id, { seqNo: 'S1' })
    desk.drafts.setNumbers(id, { entryId: 'E1', seqNo: '' })
    for (const numbers of [{ clientSeqNo }, { seqNo: 'S1' }, { entryId: 'E1' }])
      expect(desk.drafts.find(numbers)).toMatchObject({ id, seqNo: 'S1', entryId: 'E1' })
    expect(desk.drafts.find({ clientSeqNo: '', seqNo: '', entryId: '' })).toBeUndefined()
  })
})

describe('removing', () => {
  test('takes a draft with its revisions and files', async () => {
    const desk = await bench()
    const { id } = one(desk).summary
    const files = new AttachmentsRepo(desk.store.db, () => moment)
    files.add({
      declarationId: id,
      edocCode: '00000001',
      name: 'a.pdf',
      content: new Uint8Array(9),
      pdf: true,
      encrypted: false,
    })
    expect(desk.drafts.remove(id)).toMatchObject({ ok: true })
    for (const table of ['declarations', 'revisions', 'attachments'])
      expect(
        desk.store.db
          .prepare(sql`SELECT count(*) FROM ${table}`)
          .pluck()
          .get(),
      ).toBe(0)
  })

  test('is refused once it was signed, also when it came back', async () => {
    const desk = await bench()
    const { id } = one(desk).summary
    for (const event of ['markReady', 'sign'] as const) desk.drafts.move(id, event)
    expect(desk.drafts.remove(id)).toMatchObject({ error: { code: 'drafts.notRemovable' } })
    for (const event of ['send', 'refused', 'reopen'] as const) desk.drafts.move(id, event)
    expect(desk.drafts.remove(id)).toMatchObject({ error: { code: 'drafts.notRemovable' } })
  })
})

describe('the list', () => {
  test('finds by every word, in any case, in numbers and goods names, and takes wildcards as letters', async () => {
    const desk = await bench()
    const draft = one(
      desk,
      { DecHead: { BillNo: 'YLham_1', ContrNo: '100%' }, DecLists: [{ GName: '不锈钢球阀' }] },
      '演练客户',
    )
    one(desk, { DecHead: { BillNo: 'YLhamX1' } })
    const found = (text: string): number => desk.list.list({ text }).total
    expect(found('ylHAM')).toBe(2)
    expect(found('ham_1')).toBe(1)
    expect(found('100% 球阀 演练')).toBe(1)
    expect(found(draft.summary.clientSeqNo)).toBe(1)
    expect(found(`' OR 1=1 --`)).toBe(0)
  })

  test('pages newest first and counts by state', async () => {
    const desk = await bench()
    const ids = [1, 2, 3].map(() => {
      desk.now += 1000
      return one(desk).summary.id
    })
    desk.now += 86_400_000
    desk.drafts.move(ids[0] ?? '', 'markReady')
    expect(desk.list.list({ limit: 2 }).rows.map(({ id }) => id)).toEqual([ids[0], ids[2]])
    expect(desk.list.list({ states: ['draft'], offset: 1 })).toMatchObject({ total: 2, rows: [{ id: ids[1] }] })
    expect(desk.list.counts(desk.now - 1000)).toEqual({ counts: { draft: 2, ready: 1 }, today: { ready: 1 } })
  })
})

describe('old revisions', () => {
  const row = (age: number, key: number): { key: number; savedAt: string; lines: number; bytes: number } => ({
    key,
    savedAt: new Date(moment - age).toISOString(),
    lines: 0,
    bytes: 0,
  })

  test('are thinned by age, the newest thirty and the first one stay', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => row(index * 5000, 3000 - index))
    const gone = new Set(superfluous(rows, moment))
    const kept = rows.filter(({ key }) => !gone.has(key))
    expect(kept.slice(0, 30)).toEqual(rows.slice(0, 30))
    expect(kept.at(-1)).toBe(rows.at(-1))
    expect(kept.length).toBeLessThan(170)
  })

  test('saved before a clock was set back are no closer together than they were', () => {
    const day = 86_400_000
    const now = Array.from({ length: 40 }, (_, index) => row(index * 5000, 240 - index))
    const before = Array.from({ length: 200 }, (_, index) => row(index * 60_000 - day, 200 - index))
    const rows = [...now, ...before]
    const gone = new Set(superfluous(rows, moment))
    expect(before.filter(({ key }) => !gone.has(key)).length).toBeGreaterThan(90)
  })

  test('go while saving goes on, and the newest state is never among them', async () => {
    const desk = await bench()
    const draft = one(desk, {})
    for (let rev = 1; rev <= 1000; rev++) {
      desk.now += 1000
      expect(desk.drafts.save(change(draft, withBill(draft, `B${rev}`), rev)).ok).toBe(true)
    }
    const revisions = desk.drafts.revisions(draft.summary.id)
    expect(revisions.ok && revisions.value.length).toBeLessThan(120)
    expect(desk.drafts.load(draft.summary.id)).toMatchObject({ value: { message: { DecHead: { BillNo: 'B1000' } } } })
  })
})

describe('the figures of the papers', () => {
  test('stay with their revision, through saves that do not name them', async () => {
    const { drafts } = await bench()
    const [draft] = drafts.create([{ ieFlag: 'I', message: importDeclaration(), papers: { InvoiceTotal: '15' } }])
    if (draft === undefined) throw new Error('no draft')
    const { id } = draft.summary
    drafts.save(change(draft, draft.message))
    drafts.save({ ...change(draft, draft.message, 2), papers: { InvoiceTotal: '16' } })
    const papersAt = (rev: number): unknown => {
      const saved = drafts.loadRevision(id, rev)
      return saved.ok ? saved.value.papers : saved.error
    }
    expect([1, 2, 3].map(papersAt)).toEqual([{ InvoiceTotal: '15' }, { InvoiceTotal: '15' }, { InvoiceTotal: '16' }])
  })
})
