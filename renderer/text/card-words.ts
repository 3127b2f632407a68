import type { CardStatus } from '../api.ts'

const kinds = { operator: '操作员卡', legal: '法人卡', unknown: '' } as const
const rights = { entry: '录入', declare: '申报' } as const

/** Being read or being started is neither good nor a fault. */
export const isUndecided = (state: CardStatus['state'] | undefined): boolean =>
  state === 'reading' || state === 'starting'

/** Kind of a card in trade words; empty where its certificate does not tell. */
export const cardKind = ({ kind }: Pick<CardStatus, 'kind'>): string => kinds[kind]

/** Rights of a card; empty where its certificate does not tell. */
export const cardRights = (card: Pick<CardStatus, 'rights'>): string =>
  card.rights.map((right) => rights[right]).join('、')

/** Card number with its middle hidden: enough to tell two cards apart over a shoulder. */
export const maskedCardNo = (no: string): string => (no.length > 7 ? `${no.slice(0, 4)}****${no.slice(-3)}` : no)
