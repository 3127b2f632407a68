import { ok, type Result } from '../../../domain/result.ts'
import type { Site } from '../../ipc/contract.ts'
import type { PortalTarget } from '../../portal/target.ts'
import type { SiteProfiles } from './site-profiles.ts'

/**
 * Where a client of a site talks to. Address and trust are those of the given profile; the proxy is the one that the
 * profile names now, so that a password which was typed again works without a restart.
 * @returns the same target until the proxy changes, or `portal.proxySecret`
 */
export function siteTarget(site: Site, profiles: Pick<SiteProfiles, 'proxyOf'>): () => Promise<Result<PortalTarget>> {
  const { baseAddress, extraCa } = site
  let last: PortalTarget | undefined
  return async () => {
    const proxy = await profiles.proxyOf(site)
    if (!proxy.ok) return proxy
    if (last?.proxy !== proxy.value) last = { baseAddress, extraCa, proxy: proxy.value, token: '' }
    return ok(last)
  }
}
