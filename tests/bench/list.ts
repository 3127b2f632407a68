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

/** Each question answered as main does it, the check of the output included; milliseconds of each. */
async function measure(count: number, rounds: number): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-list-'))
  try {
    const store = await openStore({ folder, name: 'declarations', migrations, now: () => now })
    if (!store.ok) throw new Error(store.error.code)
    const { db } = store.value
    fillDeclarations(db, count, now)
    const list = new DraftListRepo(db)
    // The first search brings the index up to date; it is no search of every day.
    list.list({ text: 'ylham' })
    const taken: number[] = []
    for (let round = -3; round < rounds; round++)
      for (const query of questions((round + 5) * 37)) {
        const start = performance.now()
        const answer = contract.drafts.list.output.safeParse(list.list(query))
        if (round >= 0) taken.push(performance.now() - start)
        if (!answer.success) throw new Error('the list is not what the contract says')
      }
    db.close()
    return taken
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** List and search over 100,000 declarations beside the same over 1,000. */
export async function listAndSearch(): Promise<BenchRow[]> {
  const few = quantile(await measure(1000, 20), 0.95)
  const many = quantile(await measure(100_000, 20), 0.95)
  return [
    within('list and search over 100,000 declarations, p95', many, 'ms', 50),
    against('the same against 1,000 declarations', many, 'ms', 'over 1,000', few, 2),
  ]
}
