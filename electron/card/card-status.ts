import type { CardRight } from '../../domain/crypto/card-facts.ts'
import type { CardState, CardStep } from '../../domain/states/card.ts'
import type { BackendKind } from './card.ts'

/** The card line as the status bar and the signing page show it; same shape as `cardStatus` of the bridge. */
export interface CardStatus {
  readonly state: CardState
  readonly backend: BackendKind
  /** The broken link in one Chinese sentence, or who is ready. */
  readonly sentence: string
  /** Label of the one button, and what it does; empty where none is needed. */
  readonly action: string
  readonly step: CardStep
  readonly reader: string
  readonly cardNo: string
  readonly holder: string
  readonly company: string
  readonly copCode: string
  readonly kind: 'operator' | 'legal' | 'unknown'
  /** Empty where the certificate does not say. */
  readonly rights: CardRight[]
  readonly notBefore: string
  readonly notAfter: string
  readonly algorithm: 'SM2' | 'RSA' | 'unknown'
  /** Tries left; −1 unknown, 0 blocked. */
  readonly triesLeft: number
  /** What the clerk should know although all works: tries lost, certificate about to end. Empty mostly. */
  readonly notice: string
}

/** Facts of a card that is not there. */
export const nobody = {
  reader: '',
  cardNo: '',
  holder: '',
  company: '',
  copCode: '',
  kind: 'unknown',
  rights: [],
  notBefore: '',
  notAfter: '',
  algorithm: 'unknown',
  triesLeft: -1,
  notice: '',
} as const satisfies Partial<CardStatus>

interface Words {
  readonly sentence: string
  readonly action: string
  readonly step: CardStep
}

type Button = Omit<Words, 'sentence'>
const button = (step: CardStep, action: string): Button => ({ step, action })
const none = button('none', '')
const look = button('look', '重新检测')
const help = button('help', '怎样处理')
const certificate = button('certificate', '查看证书')
const settings = button('settings', '打开设置')

/** Sentence and button of each state; `{name}` is replaced. */
const words: Record<CardState, Words> = {
  starting: { sentence: '读卡程序正在启动…', ...none },
  noService: { sentence: '读卡服务没有运行，启动后会自动连接', ...button('help', '怎样启动') },
  noReader: { sentence: '没有找到读卡器，请插好读卡器', ...help },
  noCard: { sentence: '请把操作员卡插入读卡器', ...look },
  reading: { sentence: '正在读卡…', ...none },
  unknownCard: { sentence: '读卡器里的不是操作员卡，请换卡', ...help },
  busy: { sentence: '卡正被另一个程序占用，放开后会自动继续', ...look },
  mute: { sentence: '卡没有应答，请拔出卡再插入', ...help },
  certificateBad: { sentence: '卡里的证书不能使用，请核对插入的卡', ...certificate },
  certificateExpired: { sentence: '{holder} 的证书已于 {notAfter} 过期，请办理更新', ...certificate },
  certificateNotYet: { sentence: '{holder} 的证书从 {notBefore} 起才有效，请核对本机时间', ...certificate },
  blocked: { sentence: '{holder} 的卡已锁死，请到制卡点解锁', ...button('help', '怎样解锁') },
  ready: { sentence: '{holder} 的卡可以签名', ...none },
  signing: { sentence: '{holder} 正在签名，请不要拔卡', ...none },
  stopped: { sentence: '读卡程序中断，正在自动重新启动', ...button('look', '立即启动') },
}

/** How the line is reached decides what helps: the control can be started, a library chosen, a practice card put in. */
const ofBackend: Partial<Record<BackendKind, Partial<Record<CardState, Button>>>> = {
  eport: { noService: button('control', '启动控件') },
  skf: { noService: settings },
  virtual: { noCard: button('practice', '插入演练卡') },
}

const day = (moment: string): string => moment.slice(0, 10)

/** What stands around a state. */
export interface Surroundings {
  readonly backend: BackendKind
  /** Does this site trust any card authority? Without one no certificate can be good. */
  readonly trusting: boolean
}

/** The words of a state for a card; `because` takes the place of the plain sentence where there is more to say. */
export function wordsOf(
  state: CardState,
  { backend, trusting }: Surroundings,
  facts: Partial<CardStatus>,
  because = '',
): Words {
  if (state === 'certificateBad' && !trusting)
    return { sentence: '这个站点还没有设置受信任的发证机构，不能判断卡里的证书', ...settings }
  const { sentence, ...usual } = words[state]
  const values: Record<string, string> = {
    holder: facts.holder ?? '',
    notBefore: day(facts.notBefore ?? ''),
    notAfter: day(facts.notAfter ?? ''),
  }
  const filled = sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  return { sentence: because === '' ? filled : because, ...(ofBackend[backend]?.[state] ?? usual) }
}

/** Status where no card is meant: service, reader or program are missing. */
export const bareStatus = (state: CardState, around: Surroundings, because = ''): CardStatus => ({
  ...nobody,
  rights: [],
  state,
  backend: around.backend,
  ...wordsOf(state, around, nobody, because),
})
