import { strToU8, zipSync } from 'fflate'
import type { DiagnosticsStep } from '../../ipc/contract.ts'
import { isOwnWord } from '../../log/vocabulary.ts'

/** What goes into the file for the support; nothing else can. */
export interface SupportFacts {
  readonly at: string
  readonly steps: readonly DiagnosticsStep[]
  /** Names and versions of program and runtime. */
  readonly versions: Readonly<Record<string, string>>
  readonly practice: boolean
  readonly cardBackend: string
  /** Kind of proxy, never its address. */
  readonly proxyKind: string
  /** Numbers by state. */
  readonly declarations: Readonly<Record<string, number>>
  readonly outbox: Readonly<Record<string, number>>
  readonly stores: readonly {
    readonly name: string
    readonly bytes: number
    readonly schema: number
    readonly backups: readonly { readonly at: string; readonly kind: string; readonly bytes: number }[]
  }[]
  readonly trail: { readonly count: number; readonly whole: boolean }
  readonly freeMegabytes: number
  /** Last lines of the log, judged anew. */
  readonly log: string
}

const readMe = `报关桌面 支持文件

里面只有：各项自检的结果和代码、程序与运行环境的版本、数据文件的大小和备份时间、各状态的票数、
程序日志（日志本身不写企业、人员、货物、金额、密码）。
没有：报关单、客户和企业资料、附件、回执、卡号、密码、证书、口岸地址。

checks.json   自检结果
versions.json 版本
store.json    数据文件与票数
log.txt       程序日志的末尾
`

/** Of a step only what names no one: texts of a failure can hold a reader, a holder or an address. */
const bareStep = ({ number, name, state, code }: DiagnosticsStep) => ({ number, name, state, code })
const version = /^[\w .+()-]{0,80}$/

/** One zip for the support. Every member is chosen here; what is not named here does not come in. */
export function supportZip(facts: SupportFacts): Uint8Array {
  const { at, steps, practice, declarations, outbox, stores, trail, freeMegabytes, log } = facts
  const word = (text: string): string => (isOwnWord(text) ? text : '[other]')
  const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`)
  const versions = Object.entries(facts.versions).map(([name, text]) => [name, version.test(text) ? text : '[other]'])
  return zipSync({
    '说明.txt': strToU8(readMe),
    'checks.json': json({ at, steps: steps.map(bareStep) }),
    'versions.json': json(Object.fromEntries(versions)),
    'store.json': json({
      practice,
      cardBackend: word(facts.cardBackend),
      proxyKind: facts.proxyKind === 'none' || facts.proxyKind === 'http' ? facts.proxyKind : 'system',
      declarations: counts(declarations),
      outbox: counts(outbox),
      stores,
      trail,
      freeMegabytes,
    }),
    'log.txt': strToU8(log),
  })
}

/** Numbers by a word of the program. */
const counts = (found: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(found).filter(([state]) => /^[A-Za-z]{1,20}$/.test(state)))
