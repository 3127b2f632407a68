import { X509Certificate } from 'node:crypto'
import { pemsOf } from '../../../domain/crypto/pem.ts'
import { failure } from '../../../domain/failures/index.ts'
import type { Failure, Result } from '../../../domain/result.ts'
import type { CardStatus, DiagnosticsStep, Site } from '../../ipc/contract.ts'
import { largestSkew } from '../largest-skew.ts'
import { localDay } from '../local-day.ts'

/** What the self-check looks at. Each may fail by itself; none keeps the others from being checked. */
export interface DeskProbe {
  readonly site: Site
  readonly practice: boolean
  readonly now: () => number
  readonly card: () => Promise<Result<CardStatus>>
  readonly time: () => Promise<Result<{ readonly now: string }>>
  /** Proxy that the system names for the address of the site. */
  readonly systemProxy: (address: string) => Promise<string>
  readonly database: () => { faults: number | undefined; bytes: number; schema: number; newest: number | undefined }
  readonly trail: () => Promise<{ count: number; fault: { n: number; reason: string } | undefined }>
  /** Free bytes; throws when the folder cannot be written to. */
  readonly disk: () => number
  readonly runtime: { readonly kind: 'official' | 'fallback'; readonly electron: string; readonly system: string }
}

type Outcome = Pick<DiagnosticsStep, 'state'> & { readonly what: string; readonly failure?: Failure }
const good = (what: string): Outcome => ({ state: 'good', what })
const skipped = (what: string): Outcome => ({ state: 'skipped', what })
const bad = (why: Failure): Outcome => ({ state: 'bad', what: why.what, failure: why })
const warn = (why: Failure): Outcome => ({ state: 'warn', what: why.what, failure: why })

const wantedSpace = 1024
const megabyte = 1024 * 1024
const day = 24 * 60 * 60 * 1000

/** Checks the desk from the reader to the runtime, in the order in which a clerk would ask. */
export async function checkDesk(probe: DeskProbe): Promise<DiagnosticsStep[]> {
  const [card, time] = await Promise.all([probe.card(), probe.time()])
  const checks: readonly (readonly [name: string, check: () => Outcome | Promise<Outcome>])[] = [
    ['读卡器', () => checkReader(card)],
    ['操作员卡', () => checkCard(card)],
    ['电子口岸控件', () => checkControl(card)],
    ['时钟', () => checkClock(time, probe.now())],
    ['代理', () => checkProxy(probe)],
    ['口岸系统', () => checkPortal(time, probe)],
    ['站点证书', () => checkAuthorities(probe)],
    ['数据库', () => checkDatabase(probe)],
    ['操作记录', () => checkTrail(probe)],
    ['磁盘', () => checkDisk(probe)],
    ['运行环境', () => checkRuntime(probe)],
  ]
  const steps: DiagnosticsStep[] = []
  for (const [name, check] of checks) steps.push(stepOf(steps.length + 1, name, await settled(check)))
  return steps
}

async function settled(check: () => Outcome | Promise<Outcome>): Promise<Outcome> {
  try {
    return await check()
  } catch (cause) {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    return bad(failure('diagnostics.unchecked', { detail }))
  }
}

const stepOf = (number: number, name: string, { state, what, failure: found }: Outcome): DiagnosticsStep => ({
  number,
  name,
  state,
  what,
  code: found?.code ?? '',
  why: found?.why ?? '',
  todo: found?.todo ?? '',
})

const brokenReader = new Set(['starting', 'noService', 'noReader', 'stopped'])
const worksCard = new Set(['ready', 'signing', 'busy'])

function checkReader(card: Result<CardStatus>): Outcome {
  if (!card.ok) return bad(card.error)
  const { state, backend, reader } = card.value
  if (backend === 'virtual') return good(`演练读卡器：${reader || '虚拟'}`)
  if (!brokenReader.has(state)) return good(reader === '' ? '读卡器已连接' : reader)
  return bad(cardFailure(card.value))
}

function checkCard(card: Result<CardStatus>): Outcome {
  if (!card.ok) return bad(card.error)
  const { state, holder, notice, triesLeft } = card.value
  if (brokenReader.has(state)) return skipped('先解决“读卡器”一项')
  if (!worksCard.has(state)) return bad(cardFailure(card.value))
  const tries = triesLeft < 0 ? '' : `，密码还可输入 ${triesLeft} 次`
  if (notice === undefined || notice === '') return good(`卡可用${holder === '' ? '' : '，证书已读出'}${tries}`)
  return warn(failure('diagnostics.card', { sentence: notice, state, action: '卡仍可用；请按提示处理' }))
}

function checkControl(card: Result<CardStatus>): Outcome {
  if (!card.ok || card.value.backend !== 'eport') return skipped('本站点不用控件')
  return card.value.state === 'noService' ? bad(cardFailure(card.value)) : good('控件有应答')
}

const cardFailure = ({ state, sentence, action }: CardStatus): Failure =>
  failure('diagnostics.card', { sentence, state, action: action === '' ? '请重新插卡后再检查' : action })

const isStarting = (time: Result<unknown>): boolean => !time.ok && time.error.code === 'portal.practiceStarting'

function checkClock(time: Result<{ now: string }>, now: number): Outcome {
  if (isStarting(time)) return skipped('等演练口岸启动后再核对')
  if (!time.ok) return warn(failure('diagnostics.clockUnknown'))
  const skew = Math.round((now - Date.parse(time.value.now)) / 1000)
  if (Math.abs(skew) <= largestSkew) return good(`与口岸系统相差 ${Math.abs(skew)} 秒`)
  return bad(failure('diagnostics.clock', { seconds: skew, limit: largestSkew }))
}

async function checkProxy({ site, practice, systemProxy }: DeskProbe): Promise<Outcome> {
  if (practice) return skipped('演练不经过网络')
  const { kind } = site.proxy
  if (kind === 'none') return good('直接连接，不用代理')
  if (kind === 'http') return good('用站点设置里的代理')
  const named = (await systemProxy(site.baseAddress)).split(';')[0]?.trim() ?? ''
  return good(named === '' || named === 'DIRECT' ? '跟随系统：系统没有设代理' : '跟随系统：系统设有代理')
}

function checkPortal(time: Result<{ now: string }>, { practice }: DeskProbe): Outcome {
  if (!time.ok) return { ...bad(time.error), state: isStarting(time) ? 'warn' : 'bad' }
  return good(practice ? '演练口岸正在运行' : '有应答，连接和证书正常')
}

/** Certificates that were written into the site end as well: said as early as it is said of a card. */
function checkAuthorities({ site, practice, now }: DeskProbe): Outcome {
  const pems = pemsOf(`${site.extraCa}\n${site.cardCa ?? ''}`)
  if (practice || pems.length === 0) return skipped('站点设置里没有证书')
  const ends = pems.map(endOf)
  if (ends.some(Number.isNaN)) return warn(failure('diagnostics.authorityUnread'))
  const first = Math.min(...ends)
  if (first - now() > 30 * day) return good(`${pems.length} 份，最早的有效至 ${localDay(first)}`)
  return warn(failure('diagnostics.authority', { until: localDay(first) }))
}

/** The moment until which a certificate is valid; not a number when it cannot be read. */
function endOf(pem: string): number {
  try {
    return Date.parse(new X509Certificate(pem).validTo)
  } catch {
    return Number.NaN
  }
}

function checkDatabase({ database, now }: DeskProbe): Outcome {
  const { faults, bytes, schema, newest } = database()
  if (faults !== undefined && faults > 0) return bad(failure('diagnostics.database', { count: faults }))
  const size = `${Math.max(1, Math.round(bytes / megabyte))} MB，版本 ${schema}`
  if (newest !== undefined && now() - newest > 3 * day)
    return warn(failure('diagnostics.noBackup', { when: localDay(newest) }))
  const checked = faults === undefined ? '文件较大，结构由每日备份检查' : '结构完好'
  return good(`${checked}（${size}）${newest === undefined ? '；第一份备份将在打开后一分钟做' : ''}`)
}

async function checkTrail({ trail }: DeskProbe): Promise<Outcome> {
  const { count, fault } = await trail()
  return fault === undefined ? good(`${count} 条，前后连贯`) : bad(failure('diagnostics.trail', { ...fault }))
}

function checkDisk({ disk }: DeskProbe): Outcome {
  try {
    const free = Math.floor(disk() / megabyte)
    if (free < wantedSpace) return warn(failure('diagnostics.diskLow', { free, wanted: wantedSpace }))
    return good(`可以写入，还剩 ${Math.floor(free / 1024)} GB`)
  } catch (cause) {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    return bad(failure('diagnostics.diskReadonly', { detail }))
  }
}

function checkRuntime({ runtime }: DeskProbe): Outcome {
  const { kind, electron, system } = runtime
  return kind === 'official'
    ? good(`Electron ${electron}，${system}`)
    : warn(failure('diagnostics.runtime', { version: electron }))
}
