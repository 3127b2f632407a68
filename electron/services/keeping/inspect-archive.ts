import { createHash } from 'node:crypto'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkAuditFile } from '../../../domain/audit/file.ts'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import { inspectSnapshot, trailEnd } from '../../store/archive.ts'
import type { Migration } from '../../store/migrations/migration.ts'
import { archiveVersion, manifestSchema, versionOf, type Manifest } from './manifest.ts'
import { readDirectory, unpack, type Archive, type Entry } from './zip-open.ts'

const members = ['manifest.json', 'data.db', 'audit.jsonl'] as const
const largestManifest = 64 * 1024

/** An archive that was found whole, unpacked. */
export interface Inspected {
  readonly manifest: Manifest
  /** The data, brought to our version. */
  readonly data: string
  /** The trail of the other desk, byte for byte. */
  readonly trail: Buffer
}

export interface InspectFacts {
  readonly migrations: readonly Migration[]
  /** Whether the site in use is practice: practice and real data never mix. */
  readonly practice: boolean
  /** An empty folder to unpack into. */
  readonly work: string
}

const notArchive = (detail: string): Result<never> => refuse(failure('keeping.notArchive', { detail }))
const damaged = (detail: string): Result<never> => refuse(failure('keeping.damaged', { detail }))
const kindOf = (practice: boolean): string => (practice ? '演练' : '真实业务')

/**
 * Looks at a file of another desk as at a stranger's: exactly our three members, no more bytes than the manifest says,
 * their hashes, the trail entry by entry, the data table by table. Nothing of ours is touched.
 * Refuses `keeping.notArchive`, `keeping.damaged`, `keeping.newer`, `keeping.otherKind`.
 */
export async function inspectArchive(archive: Archive, facts: InspectFacts): Promise<Result<Inspected>> {
  const entries = await readDirectory(archive)
  if (entries === undefined) return notArchive('文件不是 zip，或不完整')
  const found = members.map((name) => entries.get(name))
  const [head, data, audit] = found
  if (!head || !data || !audit || entries.size !== members.length) return notArchive('里面不是该有的三个文件')
  const manifest = await readManifest(archive, head)
  if (!manifest.ok) return manifest
  const { practice, files } = manifest.value
  if (practice !== facts.practice)
    return refuse(failure('keeping.otherKind', { found: kindOf(practice), current: kindOf(facts.practice) }))
  const [dataFile, trailFile] = [join(facts.work, 'data.db'), join(facts.work, 'audit.jsonl')]
  const fault =
    (await takeOut(archive, data, files['data.db'], dataFile)) ??
    (await takeOut(archive, audit, files['audit.jsonl'], trailFile))
  if (fault !== undefined) return damaged(fault)
  const checked = await inspectSnapshot(dataFile, facts.migrations)
  if (!checked.ok) return checked
  const trail = await readFile(trailFile)
  const verdict = checkAuditFile(trail)
  if (!verdict.ok) return damaged(`操作记录第 ${verdict.line} 行：${verdict.reason}`)
  if (verdict.end.count > 0 && verdict.end.hash !== trailEnd(dataFile)) return damaged('操作记录与数据不是同一份')
  return ok({ manifest: manifest.value, data: dataFile, trail })
}

async function readManifest(archive: Archive, entry: Entry): Promise<Result<Manifest>> {
  const pieces: Buffer[] = []
  const fault = await unpack(archive, entry, largestManifest, (chunk) => void pieces.push(chunk))
  if (fault !== undefined) return notArchive(fault)
  const value = parse(Buffer.concat(pieces).toString('utf8'))
  const version = versionOf(value)
  if (version === undefined) return notArchive('说明文件不是本程序写的')
  if (version > archiveVersion) return refuse(failure('keeping.newer', { found: version, known: archiveVersion }))
  const parsed = manifestSchema.safeParse(value)
  return parsed.success ? ok(parsed.data) : damaged('说明文件的内容不对')
}

/** Unpacks a member into a file of ours and compares size and hash. @returns what is wrong, or `undefined` */
async function takeOut(
  archive: Archive,
  entry: Entry,
  wanted: { bytes: number; sha256: string },
  file: string,
): Promise<string | undefined> {
  const hash = createHash('sha256')
  const handle = openSync(file, 'w')
  let bytes = 0
  try {
    const fault = await unpack(archive, entry, wanted.bytes, (chunk) => {
      hash.update(chunk)
      bytes += chunk.length
      writeFileSync(handle, chunk)
    })
    if (fault !== undefined) return fault
  } finally {
    closeSync(handle)
  }
  if (bytes !== wanted.bytes || hash.digest('hex') !== wanted.sha256) return `${entry.name} 与说明里的校验值不符`
  return undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: no manifest either.
    return undefined
  }
}
