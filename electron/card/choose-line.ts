import type { CardState } from '../../domain/states/card.ts'
import type { CardStatus } from './card-status.ts'

/** Whose card is meant: by card number, else by the operator's name. Never by reader. */
export interface Wanted {
  readonly cardNo: string
  readonly holder: string
}

/**
 * Which reader speaks where several could: work first, then a card that is or may become ours. An empty reader comes
 * before somebody else's card, because a security key that stays in the machine is no news.
 */
const order: readonly CardState[] = [
  'signing',
  'ready',
  'blocked',
  'certificateExpired',
  'certificateNotYet',
  'certificateBad',
  'reading',
  'mute',
  'busy',
  'noCard',
  'unknownCard',
]

/** 0: the wanted card number, 1: the wanted name, 2: anybody's. Nobody wanted: all are alike. */
function distance({ cardNo, holder }: CardStatus, wanted: Wanted): number {
  if (wanted.cardNo !== '' && cardNo === wanted.cardNo) return 0
  return wanted.holder !== '' && holder === wanted.holder ? 1 : 2
}

/** The line that the status bar shows; `undefined` when there is no reader. */
export function chooseLine(lines: readonly CardStatus[], wanted: Wanted): CardStatus | undefined {
  const rank = (line: CardStatus): number => distance(line, wanted) * order.length + order.indexOf(line.state)
  // Ties are settled by name and number, so that the choice does not depend on the order of the readers.
  const key = (line: CardStatus): string => `${line.holder} ${line.cardNo} ${line.reader}`
  return [...lines].sort((a, b) => rank(a) - rank(b) || key(a).localeCompare(key(b)))[0]
}
