import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../electron/store/connection.ts'
import { DraftsRepo } from '../../electron/store/drafts.repo.ts'
import { migrations } from '../../electron/store/migrations/index.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { manyLines } from '../fixtures/declarations.ts'
import { against, median, type BenchRow } from './row.ts'

const rounds = 400

/** A declaration of about the size that a clerk's long one has, in bytes of JSON. */
function bigDraft(bytes: number) {
  let lines = 50
  let message = manyLines(lines)
  while (JSON.stringify(message).length > bytes && lines > 1) message = manyLines(--lines)
  const missing = bytes - JSON.stringify(message).length
  const texts = message.DecLists ?? []
  for (const line of texts) line.GoodsSpec = '规'.repeat(Math.max(0, Math.floor(missing / texts.length / 3) - 20))
  return message
}

/** One autosave of the form against the same bytes written by bare better-sqlite3 under the same pragmas, turn about. */
export async function autosave(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  const raw = connect(join(folder, 'raw.db'))
  try {
    const store = await openStore({ folder, name: 'desk', migrations, now: Date.now })
    if (!store.ok) throw new Error(store.error.code)
    const repo = new DraftsRepo(store.value.db, Date.now, () => '2026-11-10')
    const message = bigDraft(60_000)
    const draft = repo.create([{ ieFlag: 'I', message }])[0]
    if (!draft) throw new Error('no draft')
    const body = JSON.stringify(draft.message)
    raw.exec('CREATE TABLE bodies (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
    const insert = raw.prepare('INSERT INTO bodies (body) VALUES (?)')
    const ours: number[] = []
    const theirs: number[] = []
    let rev = draft.summary.rev
    for (let round = 0; round < rounds; round++) {
      const before = performance.now()
      insert.run(body)
      const between = performance.now()
      const saved = repo.save({
        id: draft.summary.id,
        rev,
        message: draft.message,
        accepted: {},
        errors: 0,
        warnings: 0,
      })
      ours.push(performance.now() - between)
      theirs.push(between - before)
      if (!saved.ok) throw new Error(saved.error.code)
      rev = saved.value.rev
    }
    store.value.db.close()
    const kilobytes = Math.round(Buffer.byteLength(body) / 1000)
    return [
      against(
        `autosave of a ${kilobytes} KB draft, median`,
        median(ours),
        'ms',
        'raw better-sqlite3',
        median(theirs),
        1.3,
      ),
    ]
  } finally {
    raw.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
