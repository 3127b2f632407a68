import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { Site } from '../../ipc/contract.ts'
import type { ProxySetting } from '../../portal/target.ts'
import { scrubCopies } from '../../store/scrub-copies.ts'
import { rewriteProxies, type KeptSite, type SitesRepo } from '../../store/sites.repo.ts'
import { hidePassword, passwordMark, readProxyAddress } from './proxy-address.ts'

/** Seals small secrets so that only this user of this computer can open them. Neither call throws. */
export interface SecretBox {
  /** Refuses `sites.noSeal` where the system cannot seal. */
  seal(text: string): Promise<Result<string>>
  /** The text; `undefined` when it cannot be opened here (any more). */
  open(sealed: string): Promise<string | undefined>
}

export interface ProfileParts {
  readonly repo: SitesRepo<Site>
  readonly box: SecretBox
  /** Folder of the copies of the desk's file. */
  readonly backups: string
  /** Told of copies that could not be rid of a password: damaged ones, for example. */
  readonly onCopiesLeft: (count: number) => void
  readonly now: () => number
}

/**
 * Profiles of real sites. The password of a manual proxy is sealed beside the profile, together with the address it
 * belongs to; everything else sees a mark in its place, and only a connection gets it back.
 */
export class SiteProfiles {
  readonly #parts: ProfileParts
  /** Proxies that were opened, by site, until the profile is written anew. */
  readonly #opened = new Map<string, Promise<Result<ProxySetting>>>()

  constructor(parts: ProfileParts) {
    this.#parts = parts
  }

  /** Every profile, without passwords. */
  list(): Site[] {
    return this.#parts.repo.list().map(withoutPassword)
  }

  /**
   * Makes ready what is to be written. The mark keeps the sealed password, for the address it was given for only.
   * Refuses `sites.noSeal` and `sites.proxyMark`.
   */
  async prepare(site: Site): Promise<Result<KeptSite<Site>>> {
    const { kind, address } = site.proxy
    const read = kind === 'http' ? readProxyAddress(address) : undefined
    const shown = { ...site, proxy: { kind, address: read?.shown ?? '' } }
    if (read === undefined || read.password === 'none') return ok({ site: shown, sealed: undefined })
    if (read.password === 'typed') return await this.#sealed(shown, address)
    const kept = this.#parts.repo.find(site.id)
    const before = kept?.site.proxy.address ?? ''
    if (hidePassword(before) !== read.shown) return refuse(failure('sites.proxyMark'))
    if (kept?.sealed !== undefined) return ok({ site: shown, sealed: kept.sealed })
    return isTyped(before) ? await this.#sealed(shown, before) : refuse(failure('sites.proxyMark'))
  }

  /**
   * Writes what `prepare` made ready. A password that an earlier version left in clear goes out of the copies as well,
   * and out of them first: it is by the profile that the next start knows there is something to do.
   */
  put({ site, sealed }: KeptSite<Site>): void {
    const { repo, now } = this.#parts
    const before = repo.find(site.id)?.site
    const wasClear = before !== undefined && isInClear(before)
    if (wasClear) this.#scrubCopies()
    repo.put(site, now(), sealed)
    this.#opened.delete(site.id)
    if (wasClear) repo.scrub()
  }

  /**
   * The proxy of a site as the profile names it now, with its password; the same object until the profile changes.
   * Refuses `portal.proxySecret` when the password cannot be opened: nothing is connected without it.
   */
  proxyOf(site: Site): Promise<Result<ProxySetting>> {
    const known = this.#opened.get(site.id)
    if (known !== undefined) return known
    const opening = this.#open(this.#parts.repo.find(site.id) ?? { site, sealed: undefined })
    this.#opened.set(site.id, opening)
    // What could not be opened is tried again: a key ring may be unlocked meanwhile.
    void opening.then(({ ok: done }) => {
      if (!done && this.#opened.get(site.id) === opening) this.#opened.delete(site.id)
    })
    return opening
  }

  /**
   * Seals the passwords that earlier versions kept in clear. Where the system cannot, they stay as they are and work.
   * @returns how many are still in clear
   */
  async sealOld(): Promise<number> {
    const { repo } = this.#parts
    const old = repo.list().filter(isInClear)
    let left = 0
    for (const { id, proxy } of old) {
      const sealed = isTyped(proxy.address) ? await this.#parts.box.seal(proxy.address) : ok(undefined)
      const now = repo.find(id)
      // Meanwhile the clerk may have saved the profile, which sealed it.
      if (now?.site.proxy.address !== proxy.address) continue
      if (sealed.ok) this.put({ site: withoutPassword(now.site), sealed: sealed.value })
      else left++
    }
    return left
  }

  #scrubCopies(): void {
    const { backups, onCopiesLeft } = this.#parts
    const left = scrubCopies(backups, 'desk', (copy) => rewriteProxies(copy, hidePassword))
    if (left > 0) onCopiesLeft(left)
  }

  async #sealed(site: Site, address: string): Promise<Result<KeptSite<Site>>> {
    const sealed = await this.#parts.box.seal(address)
    return sealed.ok ? ok({ site, sealed: sealed.value }) : sealed
  }

  async #open({ site: { proxy }, sealed }: KeptSite<Site>): Promise<Result<ProxySetting>> {
    if (proxy.kind !== 'http' || !proxy.address.includes(passwordMark)) return ok(proxy)
    const address = sealed === undefined ? undefined : await this.#parts.box.open(sealed)
    // The sealed address tells where the password may go: a profile that names another proxy does not get it.
    const fits = address !== undefined && isTyped(address) && hidePassword(address) === proxy.address
    return fits ? ok({ kind: 'http', address }) : refuse(failure('portal.proxySecret'))
  }
}

const isTyped = (address: string): boolean => readProxyAddress(address)?.password === 'typed'

/** The same object where there is nothing to hide. */
function withoutPassword(site: Site): Site {
  const address = hidePassword(site.proxy.address)
  return address === site.proxy.address ? site : { ...site, proxy: { ...site.proxy, address } }
}

const isInClear = (site: Site): boolean => withoutPassword(site) !== site
