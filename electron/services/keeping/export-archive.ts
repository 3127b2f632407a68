import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { auditLines } from '../../../domain/audit/file.ts'
import { failure } from '../../../domain/failures/index.ts'
import { refuse, type Result } from '../../../domain/result.ts'
import { makeSnapshot, snapshotTrail } from '../../store/archive.ts'
import type { Store } from '../../store/store.ts'
import { manifestOf } from './manifest.ts'
import { measure, packZip, piecesOf, type Sink } from './zip-pack.ts'

/** A place that the clerk chose; the file appears there whole or not at all. `false`: the dialog was closed. */
export type SaveTarget = (produce: (sink: Sink) => Promise<void>) => Promise<Result<boolean>>

export interface ExportFacts {
  readonly store: Store
  readonly site: { readonly name: string; readonly practice: boolean }
  readonly program: string
  /** Moment, ISO. */
  readonly at: string
  /** An empty folder to work in. */
  readonly work: string
}

/** A zip without 64-bit sizes; also what a memory stick with FAT takes. */
const largest = 4000 * 1024 * 1024
const megabyte = 1024 * 1024

/** What was written. */
export interface Exported {
  readonly saved: boolean
  readonly bytes: number
  readonly sha256: string
}

/**
 * Writes everything of a site into one zip: the data as a plain database, the audit trail as its own file, and a
 * manifest with their hashes. Refuses `keeping.tooLarge`.
 */
export async function exportArchive(facts: ExportFacts, target: SaveTarget): Promise<Result<Exported>> {
  const { store, site, program, at, work } = facts
  const [data, audit] = [join(work, 'data.db'), join(work, 'audit.jsonl')]
  await makeSnapshot(store.db, data)
  // The trail of the snapshot, not that of now: both end with the same entry.
  snapshotTrail(data, (entries) => writeLines(audit, auditLines({ exportedAt: at, site: site.name }, entries)))
  const files = { 'data.db': await measure(data), 'audit.jsonl': await measure(audit) }
  const { bytes, sha256 } = files['data.db']
  const size = bytes + files['audit.jsonl'].bytes
  if (size > largest)
    return refuse(failure('keeping.tooLarge', { size: Math.ceil(size / megabyte), limit: largest / megabyte }))
  const schema = Number(store.db.pragma('user_version', { simple: true }))
  const manifest = manifestOf({ program, schema, createdAt: at, site: site.name, practice: site.practice, files })
  const saved = await target((sink) =>
    packZip(
      [
        { name: 'manifest.json', bytes: [Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)] },
        { name: 'data.db', bytes: piecesOf(data) },
        { name: 'audit.jsonl', bytes: piecesOf(audit) },
      ],
      sink,
    ),
  )
  return saved.ok ? { ok: true, value: { saved: saved.value, bytes, sha256 } } : saved
}

function writeLines(file: string, lines: Iterable<string>): void {
  const handle = openSync(file, 'w')
  try {
    for (const line of lines) writeFileSync(handle, line)
  } finally {
    closeSync(handle)
  }
}
