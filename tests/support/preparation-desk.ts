import type { Database } from 'better-sqlite3'
import { ok, type Result } from '../../domain/result.ts'
import type { CardStatus } from '../../electron/card/card-status.ts'
import { MemberClient } from '../../electron/portal/member-client.ts'
import { KeptFacts } from '../../electron/services/preparation/kept-facts.ts'
import { MemberDesk } from '../../electron/services/preparation/member-desk.ts'
import { QualificationService } from '../../electron/services/preparation/qualification-service.ts'
import { ReadinessService } from '../../electron/services/preparation/readiness-service.ts'
import { Submissions } from '../../electron/services/preparation/submissions.ts'
import { emptyCompany } from '../../electron/services/settings.ts'
import { SettingsRepo } from '../../electron/store/settings.repo.ts'
import { SubmissionsRepo } from '../../electron/store/submissions.repo.ts'
import { WizardFilesRepo } from '../../electron/store/wizard-files.repo.ts'
import { WizardsRepo } from '../../electron/store/wizards.repo.ts'
import type { CompanyProfile } from '../../electron/ipc/contract.ts'
import type { Timers } from '../../electron/services/timers.ts'

/** Timers that never ring: the test wakes by hand. */
const still: Timers = { after: () => () => undefined }

/** The services of the preparations on a store, wired as in the app. */
export function preparationDesk(db: Database, client: ConstructorParameters<typeof MemberClient>[0], now = Date.now) {
  const wizards = new WizardsRepo(db, now)
  const files = new WizardFilesRepo(db, now)
  /** What lies in the readers. */
  const inReader: CardStatus[] = []
  /** What went through the save dialog. */
  const saved: { name: string; bytes: Uint8Array }[] = []
  const kept = new KeptFacts(new SettingsRepo(db))
  const desk = new MemberDesk(new MemberClient(client), () => undefined)
  const submissions = new Submissions({
    submissions: new SubmissionsRepo(db, now),
    wizards,
    files,
    desk,
    transaction: (work) => db.transaction(work).immediate(),
    timers: still,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    random: () => 0,
    emitChanged: () => undefined,
    saveFile: (name, bytes) => {
      saved.push({ name, bytes })
      return Promise.resolve(ok(true))
    },
  })
  let company: CompanyProfile = emptyCompany
  const settings = {
    company: () => company,
    save: (change: { company: CompanyProfile }) => Promise.resolve((company = change.company)),
  }
  const qualification = new QualificationService({
    desk,
    kept,
    submissions,
    settings,
    source: '演练站点',
    now,
    emitChanged: () => undefined,
  })
  const readiness = new ReadinessService({
    desk,
    kept,
    wizards,
    submissions,
    qualification,
    inReader: () => inReader,
    now,
  })
  return { desk, wizards, files, saved, inReader, submissions, qualification, readiness, settings, kept }
}

/** The value of a result that has to be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
