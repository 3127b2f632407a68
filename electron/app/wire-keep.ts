import { release, type } from 'node:os'
import { app } from 'electron'
import type { Handlers, Site } from '../ipc/contract.ts'
import { tailOfLog } from '../log/read-log.ts'
import { AuditService } from '../services/audit.ts'
import { DiagnosticsService } from '../services/diagnostics.ts'
import { KeepingService } from '../services/keeping.ts'
import type { TasksService } from '../services/tasks.ts'
import type { SupportFacts } from '../services/diagnostics/support-zip.ts'
import type { AuditRepo } from '../store/audit.repo.ts'
import type { DraftListRepo } from '../store/draft-list.repo.ts'
import { freeBytes, healthOf, tryToWrite } from '../store/health.ts'
import { migrations } from '../store/migrations/index.ts'
import { OutboxRepo } from '../store/outbox.repo.ts'
import type { Store } from '../store/store.ts'
import { runtimeKind } from './runtime-kind.ts'
import type { Shell } from './wire-desk.ts'
import type { Field } from './wire-field.ts'

/** What keeping the desk in order needs of the rest. */
export interface KeepParts {
  readonly shell: Shell
  readonly site: Site
  readonly practice: boolean
  readonly folder: string
  readonly desk: Store
  readonly store: Store
  readonly trail: AuditRepo
  readonly list: DraftListRepo
  readonly tasks: TasksService
  readonly field: () => Promise<Field>
}

const now = Date.now
/** How much of the log goes to the support. */
const logTail = 256 * 1024
/** Entries of the trail that the self-check follows; the page of the trail follows them all. */
const newestChecked = 20_000

export type KeepHandlers = Pick<Handlers, 'audit' | 'diagnostics' | 'keeping'>

/** Wires the audit trail and the diagnostics. */
export function wireKeep(parts: KeepParts): KeepHandlers {
  const { shell, site, practice, folder, store, trail, field } = parts
  const { saveFile, copyText } = shell.dialogs
  const runtime = { kind: runtimeKind(), electron: process.versions.electron, system: `${type()} ${release()}` }
  const probe = {
    site,
    practice,
    now,
    runtime,
    card: async () => (await field()).handlers.card.status({}),
    time: async () => (await field()).portalTime(site),
    systemProxy: shell.resolveProxy,
    database: () => {
      const { newest, ...health } = healthOf(store, 'declarations')
      return { ...health, newest: newest?.at }
    },
    trail: async () => {
      const { end, fault } = await trail.check(newestChecked)
      return { count: end.count, fault }
    },
    disk: () => {
      tryToWrite(folder)
      return freeBytes(folder)
    },
  }
  return {
    keeping: new KeepingService({
      ...{ store, name: 'declarations', folder, migrations, trail, now },
      site: { name: site.name, practice },
      program: app.getVersion(),
      ...shell.bigFiles,
      task: (title, work) => parts.tasks.run(title, work),
      onImported: () => void field().then((wired) => wired.wake()),
      relaunch: shell.relaunch,
    }),
    audit: new AuditService({ trail, siteName: site.name, now, saveFile }),
    diagnostics: new DiagnosticsService({ probe, saveFile, copyText, deeds: trail, facts: () => factsOf(parts) }),
  }
}

async function factsOf({
  shell,
  site,
  practice,
  folder,
  desk,
  store,
  trail,
  list,
}: KeepParts): Promise<Omit<SupportFacts, 'at' | 'steps'>> {
  const { end, fault } = await trail.check(newestChecked)
  return {
    versions: {
      program: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
      sqlite: String(store.db.prepare('SELECT sqlite_version()').pluck().get()),
      runtime: runtimeKind(),
      system: `${type()} ${release()} ${process.arch}`,
    },
    practice,
    cardBackend: practice ? 'virtual' : site.cardBackend,
    proxyKind: site.proxy.kind,
    declarations: list.counts(0).counts,
    outbox: new OutboxRepo(store.db).counts(),
    stores: [storeFacts(desk, 'desk'), storeFacts(store, 'declarations')],
    trail: { count: end.count, whole: fault === undefined },
    freeMegabytes: Math.floor(freeBytes(folder) / 1024 / 1024),
    log: tailOfLog(shell.logFile, logTail),
  }
}

function storeFacts(store: Store, name: string): SupportFacts['stores'][number] {
  const { bytes, schema, backups } = healthOf(store, name)
  return {
    name,
    bytes,
    schema,
    backups: backups.map(({ at, kind, bytes: size }) => ({ at: new Date(at).toISOString(), kind, bytes: size })),
  }
}
