import { beijingDigits } from '../../../domain/message/beijing-time.ts'
import { channelOf } from '../../../domain/message/channels.ts'
import { readReceipt } from '../../../domain/message/read-receipt.ts'
import type { ReceiptRow, ReceiptsRepo } from '../../store/receipts.repo.ts'
import type { FilingBook } from './filing-book.ts'
import { givenNumbers, sharesNumber } from './shares-number.ts'

/** Day of a notice in Beijing, yyyyMMdd. */
const dayOf = ({ noticeAt }: ReceiptRow): string =>
  noticeAt === '' ? '' : beijingDigits(Date.parse(noticeAt)).slice(0, 8)

function saidDay(receipts: ReceiptsRepo, { id }: ReceiptRow): string {
  const raw = receipts.raw(id)
  const reading = raw && readReceipt(raw)
  return reading?.ok ? (reading.value.declareDate ?? '').replaceAll('-', '') : ''
}

/**
 * 申报日期 of a filing, yyyyMMdd: what its newest receipt says (`D_DATE`, format note V1.0), else the day on which the
 * single window told that it was declared; empty before. Receipts of an earlier filing carry other numbers.
 */
export function declaredOn({ drafts, receipts }: Pick<FilingBook['parts'], 'drafts' | 'receipts'>, id: string): string {
  const summary = drafts.summary(id)
  if (!summary) return ''
  const own = receipts
    .of(id)
    .filter((row) => sharesNumber(row, summary, givenNumbers))
    .reverse()
  for (const row of own) {
    const day = saidDay(receipts, row)
    if (day !== '') return day
  }
  const filed = own.findLast(({ channel }) => channelOf(channel)?.event === 'filed')
  return filed ? dayOf(filed) : ''
}
