import type { CardRight } from '../../domain/crypto/card-facts.ts'
import type { CardState } from '../../domain/states/card.ts'
import type { BackendKind } from './card.ts'

/** The card line as the status bar and the signing page show it; same shape as `cardStatus` of the bridge. */
export interface CardStatus {
  readonly state: CardState
  readonly backend: BackendKind
  /** The broken link in one Chinese sentence, or who is ready. */
  readonly sentence: string
  /** Label of the one button; empty where none helps. */
  readonly action: string
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
}

const lookAgain = '重新检测'

/** Sentence and button of each state; `{name}` is replaced. */
const words: Record<CardState, Words> = {
  noService: { sentence: '读卡服务没有运行，启动后会自动连接', action: lookAgain },
  noReader: { sentence: '没有找到读卡器，请插好读卡器', action: lookAgain },
  noCard: { sentence: '请把操作员卡插入读卡器', action: '' },
  reading: { sentence: '正在读卡…', action: '' },
  unknownCard: { sentence: '读卡器里的不是操作员卡，请换卡', action: lookAgain },
  busy: { sentence: '卡暂时不能用，放开后会自动继续', action: lookAgain },
  mute: { sentence: '卡没有应答，请拔出卡再插入', action: lookAgain },
  certificateBad: { sentence: '卡里的证书不能使用，请核对插入的卡', action: '查看证书' },
  certificateExpired: { sentence: '{holder} 的证书已于 {notAfter} 过期，请办理更新', action: '查看证书' },
  certificateNotYet: { sentence: '{holder} 的证书从 {notBefore} 起才有效，请核对本机时间', action: '查看证书' },
  blocked: { sentence: '{holder} 的卡已锁死，请到制卡点解锁', action: '怎样解锁' },
  ready: { sentence: '{holder} 的卡可以签名', action: '' },
  signing: { sentence: '{holder} 正在签名，请不要拔卡', action: '' },
  stopped: { sentence: '读卡程序中断，正在自动重新启动', action: lookAgain },
}

const day = (moment: string): string => moment.slice(0, 10)

/** The words of a state for a card; `because` takes the place of the plain sentence where there is more to say. */
export function wordsOf(state: CardState, facts: Partial<CardStatus>, because = ''): Words {
  const { sentence, action } = words[state]
  const values: Record<string, string> = {
    holder: facts.holder ?? '',
    notBefore: day(facts.notBefore ?? ''),
    notAfter: day(facts.notAfter ?? ''),
  }
  const filled = sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  return { sentence: because === '' ? filled : because, action }
}

/** Status where no card is meant: service, reader or program are missing. */
export const bareStatus = (state: CardState, backend: BackendKind, because = ''): CardStatus => ({
  ...nobody,
  rights: [],
  state,
  backend,
  ...wordsOf(state, nobody, because),
})
