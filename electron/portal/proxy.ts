import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { readUrl, type ProxySetting } from './target.ts'

/** A proxy as the HTTP client takes it; `false`: none, not even one of the environment. */
export type Proxy =
  | false
  | {
      readonly protocol: 'http' | 'https'
      readonly host: string
      readonly port: number
      readonly auth?: { readonly username: string; readonly password: string }
    }

/** Asks the system for the proxy of an address, in the form of a PAC file: `PROXY host:port; DIRECT`. */
export type ResolveProxy = (url: string) => Promise<string>

function proxyOf(url: URL | null): Proxy | undefined {
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') return undefined
  const protocol = url.protocol === 'https:' ? 'https' : 'http'
  const port = Number(url.port || (protocol === 'https' ? 443 : 80))
  const auth = { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
  return { protocol, host: url.hostname, port, ...(auth.username === '' ? {} : { auth }) }
}

/** The first entry of a PAC answer that can be used; SOCKS is not spoken. */
export function proxyOfPac(answer: string): Proxy | undefined {
  for (const entry of answer.split(';')) {
    const [kind = '', address = ''] = entry.trim().split(/\s+/)
    if (kind.toUpperCase() === 'DIRECT') return false
    const scheme = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' }[kind.toUpperCase()]
    const proxy = scheme === undefined ? undefined : proxyOf(readUrl(`${scheme}://${address}`))
    if (proxy) return proxy
  }
  return undefined
}

function manualProxy(address: string): Proxy | undefined {
  try {
    return proxyOf(readUrl(address))
  } catch {
    // A stray percent sign in name or password.
    return undefined
  }
}

/** The proxy for an address by the setting of the site. Refuses `portal.proxyAddress` when none can be made of it. */
export async function chooseProxy(setting: ProxySetting, url: string, resolve: ResolveProxy): Promise<Result<Proxy>> {
  if (setting.kind === 'none') return ok(false)
  const proxy = setting.kind === 'http' ? manualProxy(setting.address) : proxyOfPac(await resolve(url))
  return proxy === undefined ? refuse(failure('portal.proxyAddress')) : ok(proxy)
}
