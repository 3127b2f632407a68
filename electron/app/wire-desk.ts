import { randomUUID } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { join } from 'node:path'
import { app, nativeTheme } from 'electron'
import { practiceCompany, practiceOperator } from '../../domain/practice/practice-company.ts'
import { settings as ruleSettings } from '../../domain/rules/settings.ts'
import { ok, type Failure, type Result } from '../../domain/result.ts'
import type { CompanyProfile, Handlers, Site } from '../ipc/contract.ts'
import type { Emit, WiredHandlers } from '../ipc/register.ts'
import type { Log } from '../log/log.ts'
import type { StartHelper } from '../process/helper.ts'
import { CodesService } from '../services/codes.ts'
import { CodeUsesRepo } from '../store/code-uses.repo.ts'
import { AppService } from '../services/app.ts'
import { inspectPdf } from '../services/attachments/inspect-pdf.ts'
import type { Notice } from '../services/notices.ts'
import { DraftsService } from '../services/drafts.ts'
import { localDay, startOfLocalDay } from '../services/local-day.ts'
import type { PrintHost } from '../services/printing/print-document.ts'
import { emptyCompany, SettingsService } from '../services/settings.ts'
import { activeSite, isPractice, siteSchema, SitesService } from '../services/sites.ts'
import { SiteProfiles, type SecretBox } from '../services/sites/site-profiles.ts'
import type { TariffService } from '../services/tariff/tariff-service.ts'
import { TasksService } from '../services/tasks.ts'
import { AuditRepo } from '../store/audit.repo.ts'
import { AttachmentsRepo } from '../store/attachments.repo.ts'
import { DraftListRepo } from '../store/draft-list.repo.ts'
import { DraftsRepo } from '../store/drafts.repo.ts'
import { StoreKeeper } from '../store/keeper.ts'
import { deskMigrations, migrations } from '../store/migrations/index.ts'
import { openStore } from '../store/open-store.ts'
import { restoreWished } from '../store/restore.ts'
import { SettingsRepo } from '../store/settings.repo.ts'
import { SitesRepo } from '../store/sites.repo.ts'
import type { Store } from '../store/store.ts'
import { markSuspect } from '../store/suspect.ts'
import { createResultTransaction } from '../store/transaction.ts'
import type { bigFiles } from './big-files.ts'
import type { Dialogs } from './dialogs.ts'
import { lazyRoom } from './lazy-room.ts'
import type { Service } from './life.ts'
import { runtimeKind } from './runtime-kind.ts'
import type { Field } from './wire-field.ts'
import { checkRoot, wireSiteFolders } from './wire-folders.ts'
import { wireWizards } from './wire-wizards.ts'
import { wireFigures, wireLists, wireMemory, wireTeam } from './wire-office.ts'
import type { KeepHandlers } from './wire-keep.ts'
import { loginName } from './login-name.ts'

/** What the shell gives to the wiring. */
export interface Shell {
  readonly data: string
  readonly log: Log
  /** File of the log, for the support. */
  readonly logFile: string
  readonly emit: Emit
  readonly dialogs: Dialogs
  readonly bigFiles: ReturnType<typeof bigFiles>
  readonly startHelper: StartHelper
  readonly printHost: PrintHost
  readonly resolveProxy: (url: string) => Promise<string>
  /** Seals what only this user of this computer may read. */
  readonly secretBox: SecretBox
  readonly relaunch: () => void
  /** Hides the window from screen capture, or shows it again. */
  readonly shield: (on: boolean) => void
  /** A line on the desktop, while the clerk looks elsewhere. */
  readonly notify: (notice: Notice) => void
}

/** The desk with the parts that the first page needs; the others come with `field()`. */
export interface Desk {
  readonly handlers: WiredHandlers
  readonly services: readonly Service[]
  /** Card, portal and what hangs on them: loaded once, at the first call. */
  readonly field: () => Promise<Field>
  /** What the stores met when they were opened. */
  readonly notices: readonly Failure[]
  /** The store failed under a call: the page is told, and a file that may be broken is checked at the next start. */
  readonly storeTrouble: (failure: Failure) => void
}

const now = Date.now

/** The practice company files in practice; a real site begins with an empty profile. */
const firstCompany: CompanyProfile = {
  ...emptyCompany,
  agentCode: practiceCompany.customs,
  agentCodeScc: practiceCompany.credit,
  agentName: practiceCompany.name,
  copCode: practiceCompany.copCode,
  copCodeScc: practiceCompany.credit,
  copName: practiceCompany.name,
  typistNo: practiceOperator.cardNo,
  inputerName: practiceOperator.name,
  declareName: practiceOperator.name,
  declarantNo: practiceOperator.declarantNo,
  phone: practiceCompany.phone,
}

/** Opens the stores and puts the parts together by hand, top to bottom. */
export async function wireDesk(shell: Shell): Promise<Result<Desk>> {
  const desk = await openStore({ folder: shell.data, name: 'desk', migrations: deskMigrations, now })
  if (!desk.ok) return desk
  const repo = new SitesRepo<Site>(desk.value.db, siteSchema)
  const sites = new SiteProfiles({
    repo,
    box: shell.secretBox,
    backups: desk.value.backups,
    onCopiesLeft: (count) => shell.log.warn('sites.copiesInClear', { count }),
    now,
  })
  const deskSettings = new SettingsRepo(desk.value.db)
  const site = activeSite(deskSettings, sites)
  const folder = isPractice(site.id) ? join(shell.data, site.id) : join(shell.data, 'sites', site.id)
  const options = { folder, name: 'declarations', migrations, now }
  const restored = await restoreWished(options)
  const store = await openStore(options)
  if (!store.ok) {
    desk.value.db.close()
    return store
  }
  return ok(wireSite(shell, { desk: desk.value, store: store.value, restored, sites, deskSettings, site, folder }))
}

interface Opened {
  readonly desk: Store
  readonly store: Store
  /** What came of going back to a copy, when the clerk wished it. */
  readonly restored: Failure | undefined
  readonly sites: SiteProfiles
  readonly deskSettings: SettingsRepo
  readonly site: Site
  readonly folder: string
}

function wireSite(shell: Shell, { desk, store, restored, sites, deskSettings, site, folder }: Opened): Desk {
  const { log, emit, dialogs, relaunch } = shell
  const practice = isPractice(site.id)
  const siteFolders = wireSiteFolders(desk.db, dialogs)
  const clientRoot = practice ? join(folder, 'import-client') : siteFolders.pathOf(site.id)
  const { db } = store
  const login = loginName()
  const trail: AuditRepo = new AuditRepo(db, now, () => ({
    who: team.who(),
    login,
    card: settings.company().typistNo,
  }))
  const drafts = new DraftsRepo(db, now, localDay, trail)
  const list = new DraftListRepo(db)
  const attachments = new AttachmentsRepo(db, now, trail)
  const tasks = new TasksService((list) => emit('tasks.changed', list), now)
  const settings = new SettingsService({
    site: new SettingsRepo(db),
    desk: deskSettings,
    firstCompany: practice ? firstCompany : emptyCompany,
    applyTheme: (theme) => (nativeTheme.themeSource = theme),
    deeds: trail,
  })
  const emitChanged = (id: string): void => emit('drafts.changed', { id })
  const memory = wireMemory({ db, drafts, company: () => settings.company(), emitChanged })
  const team = wireTeam({
    db,
    drafts,
    desk: deskSettings,
    clerk: () => settings.company().inputerName,
    finish: (id, rev) => draftsService.finish(id, rev, 'make'),
    emitChanged,
  })
  const draftsService = new DraftsService({
    drafts,
    team,
    list,
    attachments,
    company: () => settings.company(),
    onFinished: (message) => memory.learn(message),
    transaction: createResultTransaction(db),
    pickPdf: dialogs.pickPdf,
    inspectPdf,
    saveFile: dialogs.saveFile,
    emitChanged,
    // The rules and their tables are loaded when the first declaration is finished, not at the start.
    countErrors: async (id, message) => {
      const { countErrors } = await import('../services/drafts/count-errors.ts')
      return countErrors(message, attachments.list(id), localDay(now()), db)
    },
    today: () => startOfLocalDay(now()),
    largestFile: ruleSettings.fileLargest,
    deeds: trail,
  })
  let loading: Promise<Field> | undefined
  const field = (): Promise<Field> =>
    (loading ??= import('./wire-field.ts').then(({ wireField }) =>
      wireField({
        shell,
        site,
        profiles: sites,
        practice,
        folder,
        clientRoot,
        db,
        drafts,
        attachments,
        draftsService,
        settings,
        tasks,
        team,
        memory,
        trail,
      }),
    ))
  let tariff: Promise<TariffService> | undefined
  const tariffRoom = (): Promise<TariffService> =>
    (tariff ??= import('./wire-tariff.ts').then(({ wireTariff }) => wireTariff(shell, db, tasks)))
  const sitesService = new SitesService({
    settings: deskSettings,
    sites,
    current: site.id,
    probe: { lookup, now, time: async (wanted) => (await field()).portalTime(wanted) },
    folders: siteFolders,
    checkFolders: checkRoot,
    newId: randomUUID,
    relaunch,
    deeds: trail,
  })
  const appService = new AppService({
    version: app.getVersion(),
    versions: process.versions,
    sqlite: () => String(db.prepare('SELECT sqlite_version()').pluck().get()),
    runtime: runtimeKind(),
    practice,
    way: site.way ?? 'http',
    siteName: site.name,
    now,
    relaunch,
    shield: shell.shield,
    log,
  })
  const onTrouble = ({ code, what, why, todo }: Failure): void => emit('store.trouble', { code, what, why, todo })
  const keeper = (kept: Store, name: string): StoreKeeper =>
    new StoreKeeper(kept, {
      name,
      now,
      onTrouble,
      onCopied: (bytes, removed) => log.info('store.copied', { bytes, removed }),
    })
  let kept: Promise<KeepHandlers> | undefined
  const keep = (): Promise<KeepHandlers> =>
    (kept ??= import('./wire-keep.ts').then(({ wireKeep }) =>
      wireKeep({ shell, site, practice, folder, desk, store, trail, list, tasks, field }),
    ))
  trail.append({ deed: 'desk.opened', subject: site.name, facts: { version: app.getVersion() } })
  for (const notice of [desk.notice, store.notice])
    if (notice !== undefined) trail.append({ deed: 'store.recovered', facts: { code: notice.code }, byDesk: true })
  const later = <R extends keyof Field['handlers']>(room: R): Handlers[R] =>
    lazyRoom(room, async () => (await field()).handlers)
  return {
    handlers: {
      app: appService,
      settings,
      sites: sitesService,
      drafts: draftsService,
      memory,
      figures: wireFigures(db),
      lists: wireLists({ db, list, saveFile: dialogs.saveFile }),
      tasks,
      team,
      wizards: wireWizards(shell, db),
      formPrints: lazyRoom('formPrints', async () => {
        const { wireFormPrints } = await import('./wire-form-prints.ts')
        return { formPrints: wireFormPrints(shell, db, practice) }
      }),
      card: later('card'),
      signing: later('signing'),
      filing: later('filing'),
      outbox: later('outbox'),
      receipts: later('receipts'),
      practice: later('practice'),
      account: later('account'),
      binding: later('binding'),
      qualification: later('qualification'),
      cardMedia: later('cardMedia'),
      readiness: later('readiness'),
      imports: later('imports'),
      printing: later('printing'),
      codes: new CodesService(new CodeUsesRepo(db, now)).codes,
      tariff: lazyRoom('tariff', async () => ({ tariff: await tariffRoom() })),
      exchange: later('exchange'),
      audit: lazyRoom('audit', keep),
      diagnostics: lazyRoom('diagnostics', keep),
      keeping: lazyRoom('keeping', keep),
    },
    // Stopped in reverse order: the files are closed last.
    services: [
      { name: 'deskStore', shutdown: () => void desk.db.close() },
      { name: 'store', shutdown: () => void db.close() },
      keeper(desk, 'desk'),
      keeper(store, 'declarations'),
      { name: 'tariff', shutdown: async () => (await tariff)?.shutdown() },
      { name: 'tasks', shutdown: () => tasks.shutdown() },
      { name: 'settings', boot: () => settings.boot() },
    ],
    field,
    notices: [restored, desk.notice, store.notice].filter((notice) => notice !== undefined),
    storeTrouble: (failure) => {
      // A full or locked disk is told where the clerk works, and is over with the next save; a broken file is not.
      if (failure.code !== 'store.corrupt') return
      for (const { file } of [desk, store]) markSuspect(file)
      onTrouble(failure)
    },
  }
}
