import { declarationStates } from '../states/declaration.ts'
import type { AuditEntry } from './entry.ts'

type Fact = AuditEntry['facts'][string]

const stateName = (value: string): string =>
  value in declarationStates ? declarationStates[value as keyof typeof declarationStates] : value
/** Long hashes are cut on the page; the exported file holds them whole. */
const short = (value: string): string => value.replace(/^([0-9a-f]{12})[0-9a-f]{20,}$/, '$1…')
const named =
  (name: string) =>
  (value: string): string =>
    value === '' ? '' : `${name} ${short(value)}`

/** How a fact is said to a clerk. Ids and events say nothing to him beside the number and the deed: left out. */
const sentences: Readonly<Record<string, (value: string) => string>> = {
  id: () => '',
  file: () => '',
  event: () => '',
  ieFlag: (value) => (value === 'E' ? '出口' : '进口'),
  rev: (value) => `第 ${value} 版`,
  receipt: (value) => `第 ${value} 份回执`,
  bytes: (value) => `${value} 字节`,
  channel: named('回执代码'),
  hash: named('校验值'),
  sha256: named('校验值'),
  data: named('校验值'),
  body: named('报文校验值'),
  digest: named('摘要'),
  certificate: named('证书'),
  operator: named('持卡人'),
  names: named('项目'),
}

/** The facts of a deed in one line of words; what has no words stands as it is kept. */
export function factText({ from, to, ...facts }: Readonly<Record<string, Fact>>): string {
  const way = to === undefined ? '' : `${stateName(String(from ?? ''))} → ${stateName(String(to))}`
  const origin = to === undefined && from !== undefined ? `恢复自第 ${from} 版` : ''
  const rest = Object.entries(facts).map(([name, value]) => {
    const say = sentences[name] ?? ((text: string) => `${name}=${short(text)}`)
    return say(String(value))
  })
  return [way, origin, ...rest].filter((part) => part !== '').join('，')
}
