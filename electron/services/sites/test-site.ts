import { readUrl, baseUrl } from '../../portal/target.ts'
import type { Result } from '../../../domain/result.ts'
import type { Site } from '../../ipc/contract.ts'
import { largestSkew } from '../largest-skew.ts'

/** One step of the test as the settings page lists it. */
export interface SiteStep {
  readonly name: string
  readonly ok: boolean
  readonly text: string
}

export interface SiteProbe {
  /** Addresses of a host; throws when it has none. */
  readonly lookup: (host: string) => Promise<unknown>
  /** Clock of the portal of this site. */
  readonly time: (site: Site) => Promise<Result<{ readonly now: string }>>
  readonly now: () => number
}

/** Failures of the line itself; any other failure means that somebody answered. */
const lineFailures = /^portal\.(?:dns|refused|offline|connectTimeout|certificate\w+|tls|proxy\w*|extraCa)$/

/** Tests a site step by step and stops at the first one that fails: the later ones could only repeat it. */
export async function testSite(site: Site, probe: SiteProbe): Promise<SiteStep[]> {
  const steps: SiteStep[] = []
  const step = (name: string, ok: boolean, text: string): boolean => {
    steps.push({ name, ok, text })
    return ok
  }
  const base = baseUrl(site.baseAddress)
  if (!step('地址', base.ok, base.ok ? base.value : base.error.why) || !base.ok) return steps
  const host = readUrl(base.value)?.hostname ?? ''
  if (site.proxy.kind === 'none') {
    const found = await resolves(host, probe)
    if (!step('域名', found, found ? `${host} 已解析` : `${host} 解析不到，请检查网络和 DNS 设置`)) return steps
  } else step('域名', true, '由代理解析')
  const time = await probe.time(site)
  if (!time.ok && lineFailures.test(time.error.code)) {
    step('连接与证书', false, `${time.error.what}：${time.error.why}。${time.error.todo}`)
    return steps
  }
  step('连接与证书', true, base.value.startsWith('https:') ? '连接成功，证书有效' : '连接成功')
  if (!step('系统应答', time.ok, time.ok ? '应答正确' : `${time.error.what}：${time.error.why}`) || !time.ok)
    return steps
  const skew = Math.round((probe.now() - Date.parse(time.value.now)) / 1000)
  const small = Math.abs(skew) <= largestSkew
  step(
    '时钟',
    small,
    small ? `相差 ${Math.abs(skew)} 秒` : `本机时钟${skew > 0 ? '快' : '慢'}了 ${Math.abs(skew)} 秒，请校准后再签名`,
  )
  return steps
}

async function resolves(host: string, { lookup }: SiteProbe): Promise<boolean> {
  try {
    await lookup(host.replace(/^\[|\]$/g, ''))
    return true
  } catch {
    // Whatever the resolver says (no such host, no server, no network): there is no address.
    return false
  }
}
