import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { declarationStates, type DeclarationState } from '../../../domain/states/declaration.ts'
import { DraftListRepo, type ListQuery } from '../../../electron/store/draft-list.repo.ts'
import { DraftsRepo } from '../../../electron/store/drafts.repo.ts'
import { derivedTables, rebuildDerived } from '../../../electron/store/search/derived.ts'
import { fillDeclarations } from '../../support/many-declarations.ts'
import { moment, openTestStore, utcDay } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function filled(count: number) {
  const { db } = await openTestStore(tempFolder())
  fillDeclarations(db, count, moment)
  return { db, list: new DraftListRepo(db) }
}

interface Row {
  id: string
  state: DeclarationState
  ie_flag: 'I' | 'E'
  updated_at: string
  marked: number
  text: string
}

describe('the list', () => {
  test('finds the same as reading every row does, whatever is asked', async () => {
    const { db, list } = await filled(3400)
    const rows = db
      .prepare<[], Row>(
        `SELECT id, state, ie_flag, updated_at, marked,
          lower(search || ' ' || client_seq_no || ' ' || seq_no || ' ' || entry_id) AS text FROM declarations
          ORDER BY updated_at DESC, key DESC`,
      )
      .all()
    const states = Object.keys(declarationStates) as DeclarationState[]
    const word = fc.oneof(
      fc.constantFrom('轴承', '球', 'ylh', '2026', 'ham', 'y', '演练客户', '不存在的', 'TCLU', '8482', '-'),
      fc.nat(rows.length - 1).map((at) => rows[at]?.text.split(' ').at(-1) ?? ''),
    )
    const day = fc.nat(9).map((days) => moment - days * 86_400_000)
    const query = fc.record<ListQuery>({
      text: fc.array(word, { maxLength: 2 }).map((words) => words.join(' ')),
      states: fc.option(fc.subarray(states), { nil: undefined }),
      ieFlag: fc.constantFrom('I', 'E', undefined),
      from: fc.option(day, { nil: undefined }),
      to: fc.option(day, { nil: undefined }),
      marked: fc.constantFrom(true, undefined),
      offset: fc.nat(40),
      limit: fc.constant(20),
    })
    fc.assert(
      fc.property(query, (asked) => {
        const words = (asked.text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
        const iso = (at: number | undefined, other: string) => (at === undefined ? other : new Date(at).toISOString())
        const wanted = rows.filter(
          (row) =>
            words.every((each) => row.text.includes(each)) &&
            (!asked.states?.length || asked.states.includes(row.state)) &&
            (asked.ieFlag === undefined || row.ie_flag === asked.ieFlag) &&
            (!asked.marked || row.marked === 1) &&
            row.updated_at >= iso(asked.from, '') &&
            row.updated_at < iso(asked.to, '9'),
        )
        const answer = list.list(asked)
        if (answer.more) {
          // Of more than five hundred hits the youngest are shown.
          expect(wanted.length).toBeGreaterThan(500)
          expect(answer.total).toBe(500)
          return
        }
        expect(answer.total).toBe(wanted.length)
        const page = wanted.slice(asked.offset ?? 0, (asked.offset ?? 0) + 20)
        expect(answer.rows.map(({ id }) => id)).toEqual(page.map(({ id }) => id))
      }),
      { numRuns: 120 },
    )
  })

  test('knows the numbers by state through every change', async () => {
    const { db } = await openTestStore(tempFolder())
    const drafts = new DraftsRepo(db, () => moment, utcDay)
    const list = new DraftListRepo(db)
    const [first, second] = drafts.create([
      { ieFlag: 'I', message: {} },
      { ieFlag: 'E', message: {} },
    ])
    drafts.move(first?.summary.id ?? '', 'markReady')
    expect(list.counts(moment).counts).toEqual({ ready: 1, draft: 1 })
    expect(list.counts(moment + 1).today).toEqual({})
    drafts.remove(second?.summary.id ?? '')
    expect(list.counts(moment).counts).toEqual({ ready: 1 })
    expect(list.list({ states: ['draft'] })).toEqual({ total: 0, more: false, rows: [] })
  })

  test('finds a text as soon as it is saved, and no longer when it is gone', async () => {
    const { db, list } = await filled(3100)
    const drafts = new DraftsRepo(db, () => moment, utcDay)
    const [made] = drafts.create([{ ieFlag: 'I', message: { DecHead: { BillNo: 'ZZQX7788' } } }])
    const found = (text: string) => list.list({ text }).rows.map(({ id }) => id)
    const { id = '', rev = 0 } = made?.summary ?? {}
    expect(found('qx77')).toEqual([id])
    const changed = { DecContainers: [{ ContainerId: 'TCLU9999991' }] }
    drafts.save({ id, rev, message: changed, accepted: {}, errors: 0, warnings: 0 })
    expect(found('qx77')).toEqual([])
    expect(found('9999991')).toEqual([id])
    drafts.remove(id)
    expect(found('9999991')).toEqual([])
  })

  test('keeps the marks of the clerk', async () => {
    const { list } = await filled(5)
    const ids = list.list({}).rows.map(({ id }) => id)
    list.mark(ids, false)
    list.mark(ids.slice(0, 2), true)
    expect(list.list({ marked: true })).toMatchObject({ total: 2, rows: [{ marked: true }, { marked: true }] })
  })

  test('is counted and indexed anew after rows were rescued out of a broken file', async () => {
    const { db, list } = await filled(3100)
    const before = list.counts(moment).counts
    list.list({ text: '轴承' })
    db.exec(`UPDATE state_counts SET count = 7; UPDATE declarations SET search = 'zz轴心zz' WHERE key = 3000`)
    db.exec('DELETE FROM search_waiting')
    rebuildDerived(db)
    expect(list.counts(moment).counts).toEqual(before)
    expect(list.list({ text: '轴心' }).total).toBe(1)
    expect(derivedTables(db)).toEqual(expect.arrayContaining(['state_counts', 'search_index', 'search_index_data']))
  })
})
