import { readUrl } from '../../portal/target.ts'

/** Stands where the password of a proxy was; it says nothing of its length. */
export const passwordMark = '••••'
const dot = '•'

/** Longest address that a profile holds, in characters. */
const longest = 300

export interface ProxyAddress {
  /** The address as the profile keeps it and the page sees it: the mark stands for the password. */
  readonly shown: string
  /** What stands at the place of the password. */
  readonly password: 'none' | 'typed' | 'mark'
}

/**
 * Reads the address of a manual proxy: `http(s)://[name[:password]@]host[:port]`. `undefined` for anything else, for a
 * stray percent sign in name or password, and for a mark that is not whole (somebody typed into it).
 */
export function readProxyAddress(address: string): ProxyAddress | undefined {
  const url = /^https?:\/\/[^\s/\\?#]+\/?$/.test(address) ? readUrl(address) : null
  const name = decoded(url?.username)
  const password = decoded(url?.password)
  if (url === null || name === undefined || password === undefined || name.includes(dot)) return undefined
  if (password === '') return { shown: address, password: 'none' }
  if (password !== passwordMark && password.includes(dot)) return undefined
  const shown = `${url.protocol}//${url.username}:${passwordMark}@${url.host}`
  return shown.length > longest ? undefined : { shown, password: password === passwordMark ? 'mark' : 'typed' }
}

/** An address that may be shown. Of one that cannot be read, all before the last `@` could be the password. */
export const hidePassword = (address: string): string =>
  readProxyAddress(address)?.shown ?? address.replace(/^(https?:\/\/)?.*@/s, `$1${passwordMark}@`).slice(0, longest)

function decoded(part: string | undefined): string | undefined {
  try {
    return part === undefined ? undefined : decodeURIComponent(part)
  } catch {
    // A percent sign that begins no code: what the proxy would be sent is not what was meant.
    return undefined
  }
}
