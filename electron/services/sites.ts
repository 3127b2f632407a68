import { X509Certificate } from 'node:crypto'
import * as z from 'zod'
import { pemsOf } from '../../domain/crypto/pem.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Failure, type Result } from '../../domain/result.ts'
import { contract, type Handlers, type Site } from '../ipc/contract.ts'
import { vendorLibraries } from '../card/skf/vendor-libraries.ts'
import { baseUrl } from '../portal/target.ts'
import { noDeeds, type Deeds } from '../store/audit.repo.ts'
import type { SettingsRepo } from '../store/settings.repo.ts'
import type { FolderStep } from '../portal/folders/check-folders.ts'
import { hidePassword, readProxyAddress } from './sites/proxy-address.ts'
import type { SiteFolders } from './sites/site-folders.ts'
import type { SiteProfiles } from './sites/site-profiles.ts'
import { testSite, type SiteProbe } from './sites/test-site.ts'

type Sites = Handlers['sites']

/** Ids of the built-in sites. */
export const practiceId = 'practice'
export const folderPracticeId = 'practice-folders'

/** A built-in site: portal and card run embedded, its address is known only while they run. */
export const practiceSite: Site = {
  id: practiceId,
  name: '演练',
  baseAddress: '',
  extraCa: '',
  proxy: { kind: 'none', address: '' },
  cardBackend: 'virtual',
}

/** The same, with a practice import client between desk and portal. */
const folderPracticeSite: Site = { ...practiceSite, id: folderPracticeId, name: '演练（导入客户端）', way: 'folders' }
const builtIn: readonly Site[] = [practiceSite, folderPracticeSite]

/** Does this site stand for nobody: embedded portal, practice card, practice prints? */
export const isPractice = (siteId: string): boolean => builtIn.some(({ id }) => id === siteId)

/** Shape of a stored profile. */
export const siteSchema = contract.sites.save.input.shape.site

export interface SitesParts {
  readonly settings: SettingsRepo
  readonly sites: SiteProfiles
  /** The site that this run of the desk works with. */
  readonly current: string
  readonly probe: SiteProbe
  readonly folders: SiteFolders
  readonly checkFolders: (root: string) => Promise<FolderStep[]>
  readonly newId: () => string
  /** Starts the desk anew; what is open is on disk already. */
  readonly relaunch: () => void
  readonly deeds?: Deeds
}

/** The site that the next start works with; one that was lost falls back to practice. */
export function activeSite(settings: SettingsRepo, sites: Pick<SiteProfiles, 'list'>): Site {
  const id = settings.get('activeSite', z.string()) ?? practiceId
  return [...builtIn, ...sites.list()].find((site) => site.id === id) ?? practiceSite
}

/** Profiles of sites. Practice is built in; a real one has a data folder of its own and is changed to by a restart. */
export class SitesService implements Sites {
  readonly #parts: SitesParts

  constructor(parts: SitesParts) {
    this.#parts = parts
  }

  list: Sites['list'] = () =>
    Promise.resolve(ok({ active: this.#parts.current, sites: this.#all(), folders: this.#parts.folders.labels() }))

  pickFolder: Sites['pickFolder'] = () => this.#parts.folders.pick()

  save: Sites['save'] = async ({ site, folderToken }) => {
    const { sites, newId, folders, deeds = noDeeds } = this.#parts
    const named = (id: string): string | undefined => sites.list().find((known) => known.id === id)?.name
    const fault = isPractice(site.id) ? failure('sites.builtIn') : await faultOf(site)
    if (fault !== undefined) return refuse(fault)
    if (site.id !== '' && !this.#has(site.id)) return refuse(failure('sites.gone'))
    const ready = await sites.prepare(site)
    if (!ready.ok) return ready
    // From here to the end nothing waits: no other save can take the folder meanwhile.
    const taken = site.way === 'folders' ? folders.against(site.id, folderToken, named) : undefined
    if (taken !== undefined) return refuse(taken)
    const id = site.id || newId()
    if (folderToken !== undefined) folders.keep(id, folderToken)
    sites.put({ site: { ...ready.value.site, id, name: site.name.trim() }, sealed: ready.value.sealed })
    deeds.append({ deed: 'site.saved', subject: site.name.trim(), facts: { id } })
    return ok({ id })
  }

  test: Sites['test'] = async ({ id }) => {
    const site = this.#all().find((known) => known.id === id)
    if (site === undefined) return refuse(failure('sites.gone'))
    if (isPractice(id)) return ok({ steps: [await this.#testPractice(site)] })
    const root = this.#parts.folders.pathOf(id)
    if (site.way === 'folders')
      return root === undefined
        ? refuse(failure('folders.noRoot'))
        : ok({ steps: await this.#parts.checkFolders(root) })
    return ok({ steps: await testSite(site, this.#parts.probe) })
  }

  use: Sites['use'] = ({ id }): Promise<Result<Record<string, never>>> => {
    if (!isPractice(id) && !this.#has(id)) return Promise.resolve(refuse(failure('sites.gone')))
    this.#parts.settings.put('activeSite', id)
    this.#parts.deeds?.append({ deed: 'site.used', facts: { id } })
    this.#parts.relaunch()
    return Promise.resolve(ok({}))
  }

  #all(): Site[] {
    return [...builtIn, ...this.#parts.sites.list()]
  }

  async #testPractice(site: Site): Promise<{ name: string; ok: boolean; text: string }> {
    if (this.#parts.current !== site.id) return { name: '演练站点', ok: true, text: '内置，启用后自动运行' }
    const time = await this.#parts.probe.time(site)
    return { name: '演练站点', ok: time.ok, text: time.ok ? '正在运行' : `${time.error.what}：${time.error.why}` }
  }

  #has(id: string): boolean {
    return this.#parts.sites.list().some((site) => site.id === id)
  }
}

/** Why a profile cannot be kept. */
async function faultOf(site: Site): Promise<Failure | undefined> {
  if (site.name.trim() === '') return failure('sites.badName')
  if (site.way === 'folders') return (await cardCaRight(site.cardCa ?? '')) ? undefined : failure('sites.badCardCa')
  const base = baseUrl(site.baseAddress)
  if (!base.ok) return failure('sites.badAddress', { address: site.baseAddress, reason: base.error.why })
  const { kind, address } = site.proxy
  if (kind === 'http' && readProxyAddress(address) === undefined)
    return failure('sites.badProxy', { address: shownAddress(address), reason: proxyForm })
  if (site.extraCa.trim() !== '' && !isCertificate(site.extraCa)) return failure('sites.badCa')
  if (!(await cardCaRight(site.cardCa ?? ''))) return failure('sites.badCardCa')
  const library = site.skfLibrary ?? ''
  return library === '' || vendorLibraries.some(({ id }) => id === library) ? undefined : failure('sites.badLibrary')
}

/** Authorities of operator cards are read as the card process reads them; nothing else may stand between. */
async function cardCaRight(text: string): Promise<boolean> {
  if (text.trim() === '') return true
  // The crypto libraries take longer to load than the rest of the start: only who names an authority waits for them.
  const { readCertificate } = await import('../../domain/crypto/certificate.ts')
  const pems = pemsOf(text)
  return pems.length > 0 && pems.every((pem) => readCertificate(pem)?.isAuthority === true)
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== ''
  } catch {
    // Not a certificate in PEM form; SM2 authorities read as well, only their signature is not judged here.
    return false
  }
}

const proxyForm =
  '要写成 http://主机:端口 或 http://账号:密码@主机:端口；密码里的 @ / # ? % 要写成 %40 %2F %23 %3F %25，“••••”要整段保留或整段重填'

/** An address may carry the password of the proxy; it must not come back in a sentence. */
const shownAddress = (address: string): string => (URL.canParse(address) ? hidePassword(address) : '（不是网址）')
