import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract } from '../../electron/ipc/contract.ts'
import { DraftListRepo, type ListQuery } from '../../electron/store/draft-list.repo.ts'
import { migrations } from '../../electron/store/migrations/index.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { fillDeclarations } from '../support/many-declarations.ts'
import { against, quantile, within, type BenchRow } from './row.ts'

const now = Date.UTC(2026, 10, 24)
const page = { limit: 100, offset: 0 }

/** What clerks ask for: the list, a later page, a state, numbers from their end, customer, goods, container, days. */
const questions = (at: number): ListQuery[] => [
  page,
  { ...page, offset: 300 },
  { ...page, states: ['refused', 'unknown'] },
  { ...page, states: ['draft'], ieFlag: 'I' },
  { ...page, text: String((at * 7919) % 10_000_000).padStart(7, '0') },
  { ...page, text: `d2026${String(at).padStart(13, '0')}` },
  { ...page, text: `演练客户${String(at % 400).padStart(3, '0')}` },
  { ...page, text: '轴承' },
  { ...page, text: '离心泵 轴承', states: ['closed'] },
  { ...page, text: `tclu${String((at * 104_729) % 10_000_000).padStart(7, '0')}` },
  { ...page, from: now - 7 * 86_400_000, to: now },
]

/** A store of so many declarations; `ask` answers a question as main does it and gives the milliseconds. */
async function deskOf(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'desk-list-'))
  const store = await openStore({ folder, name: 'declarations', migrations, now: () => now })
  if (!store.ok) throw new Error(store.error.code)
  const { db } = store.value
  fillDeclarations(db, count, now)
  const list = new DraftListRepo(db)
  // The first search brings the index up to date; it is no search of every day.
  list.list({ text: 'ylham' })
  const ask = (query: ListQuery): number => {
    const start = performance.now()
    const answer = contract.drafts.list.output.safeParse(list.list(query))
    const taken = performance.now() - start
    if (!answer.success) throw new Error('the list is not what the contract says')
    return taken
  }
  const close = (): void => {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ask, close, taken: [] as number[] }
}

const warmUp = 5
const rounds = 40

/** List and search over 100,000 declarations beside the same over 1,000, question by question, turn by turn. */
export async function listAndSearch(): Promise<BenchRow[]> {
  const few = await deskOf(1000)
  const many = await deskOf(100_000)
  try {
    for (let round = -warmUp; round < rounds; round++)
      for (const query of questions((round + warmUp + 2) * 37))
        for (const desk of [few, many]) {
          const taken = desk.ask(query)
          if (round >= 0) desk.taken.push(taken)
        }
  } finally {
    few.close()
    many.close()
  }
  const p95 = quantile(many.taken, 0.95)
  const base = quantile(few.taken, 0.95)
  return [
    within('list and search over 100,000 declarations, p95', p95, 'ms', 50),
    against('the same against 1,000 declarations', p95, 'ms', 'over 1,000', base, 2),
  ]
}
