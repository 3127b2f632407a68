import { readdir } from 'node:fs/promises'
import { ok, type Result } from '../../domain/result.ts'
import type { Site } from '../../electron/ipc/contract.ts'
import { checkFolders } from '../../electron/portal/folders/check-folders.ts'
import { realDisk } from '../../electron/portal/folders/disk.ts'
import { inspectPdf } from '../../electron/services/attachments/inspect-pdf.ts'
import { DraftsService } from '../../electron/services/drafts.ts'
import { SettingsService, emptyCompany, type Theme } from '../../electron/services/settings.ts'
import { MemoryService } from '../../electron/services/memory.ts'
import { TeamService } from '../../electron/services/team.ts'
import { SitesService, siteSchema } from '../../electron/services/sites.ts'
import { SiteProfiles } from '../../electron/services/sites/site-profiles.ts'
import { SiteFolders } from '../../electron/services/sites/site-folders.ts'
import type { SiteProbe } from '../../electron/services/sites/test-site.ts'
import { AttachmentsRepo } from '../../electron/store/attachments.repo.ts'
import { DraftListRepo } from '../../electron/store/draft-list.repo.ts'
import { DraftsRepo } from '../../electron/store/drafts.repo.ts'
import { deskMigrations } from '../../electron/store/migrations/index.ts'
import { SettingsRepo } from '../../electron/store/settings.repo.ts'
import { SiteFoldersRepo } from '../../electron/store/site-folders.repo.ts'
import { SitesRepo } from '../../electron/store/sites.repo.ts'
import { MemoryRepo } from '../../electron/store/memory.repo.ts'
import { TeamRepo } from '../../electron/store/team.repo.ts'
import { createResultTransaction } from '../../electron/store/transaction.ts'
import { testBox } from './test-box.ts'
import { moment, openTestStore, utcDay } from './store.ts'
import { tempFolder } from './temp-folder.ts'

type Picked = Result<{ name: string; bytes: Uint8Array } | null>

/** The services of a site over real files; dialogs are answered by the test. */
export async function siteDesk() {
  const store = await openTestStore(tempFolder())
  const desk = await openTestStore(tempFolder(), { migrations: deskMigrations })
  const state = {
    now: moment,
    picked: ok(null) as Picked,
    saved: [] as { name: string; bytes: Uint8Array }[],
    changed: [] as string[],
    themes: [] as Theme[],
    relaunched: 0,
    copiesLeft: 0,
    time: ok({ now: new Date(moment).toISOString() }) as Result<{ now: string }>,
    folder: undefined as string | undefined,
    hosts: new Set(['portal.example']),
  }
  const now = (): number => state.now
  const drafts = new DraftsRepo(store.db, now, utcDay)
  const attachments = new AttachmentsRepo(store.db, now)
  const settings = new SettingsService({
    site: new SettingsRepo(store.db),
    desk: new SettingsRepo(desk.db),
    firstCompany: { ...emptyCompany, agentCode: '3122280993', agentName: '演练报关服务（上海）有限公司' },
    applyTheme: (theme) => void state.themes.push(theme),
  })
  const team: TeamService = new TeamService({
    repo: new TeamRepo(store.db, now),
    drafts,
    desk: new SettingsRepo(desk.db),
    site: new SettingsRepo(store.db),
    clerk: () => '',
    finish: (id, rev) => service.finish(id, rev, 'make'),
    transaction: createResultTransaction(store.db),
    emitChanged: (id) => void state.changed.push(id),
  })
  const memory = new MemoryService({
    repo: new MemoryRepo(store.db, now),
    drafts,
    company: () => settings.company(),
    emitChanged: (id) => void state.changed.push(id),
  })
  const service: DraftsService = new DraftsService({
    drafts,
    team,
    attachments,
    list: new DraftListRepo(store.db),
    company: () => settings.company(),
    onFinished: (message) => memory.learn(message),
    transaction: createResultTransaction(store.db),
    pickPdf: () => Promise.resolve(state.picked),
    inspectPdf,
    saveFile: (name, bytes) => Promise.resolve(ok(state.saved.push({ name, bytes }) > 0)),
    emitChanged: (id) => void state.changed.push(id),
    countErrors: (id) => Promise.resolve(drafts.summary(id)?.errors ?? 0),
    today: () => moment - 3_600_000,
    largestFile: 4 * 1024 * 1024,
  })
  const probe: SiteProbe = {
    now,
    lookup: (host) => (state.hosts.has(host) ? Promise.resolve('192.0.2.1') : Promise.reject(new Error('ENOTFOUND'))),
    time: () => Promise.resolve(state.time),
  }
  const folders = new SiteFolders({
    repo: new SiteFoldersRepo(desk.db),
    pick: () => Promise.resolve(state.folder),
    subfolders: (path) => readdir(path),
    newId: () => `token-${state.now++}`,
  })
  const box = testBox()
  const repo = new SitesRepo<Site>(desk.db, siteSchema)
  const onCopiesLeft = (count: number): void => void (state.copiesLeft += count)
  const profileParts = { repo, box, backups: desk.backups, onCopiesLeft, now }
  const profiles = new SiteProfiles(profileParts)
  const serviceParts = {
    settings: new SettingsRepo(desk.db),
    sites: profiles,
    current: 'practice',
    probe,
    folders,
    checkFolders: (root: string) => checkFolders(root, realDisk, state.now),
    newId: () => `site-${state.now++}`,
    relaunch: () => state.relaunched++,
  }
  const sites = new SitesService(serviceParts)
  return {
    store,
    desk,
    state,
    drafts,
    attachments,
    settings,
    service,
    sites,
    serviceParts,
    repo,
    profiles,
    profileParts,
    box,
    team,
    memory,
  }
}
