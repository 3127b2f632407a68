import type { Result } from '../../../domain/result.ts'
import { channelOf } from '../../../domain/message/channels.ts'
import type { Receipt } from '../../../domain/message/receipt.ts'
import { numberIn, readAnswerName } from '../../../domain/portal/exchange-names.ts'
import { technicalRefusal } from '../../store/receipt-list.repo.ts'
import type { NewReceipt } from '../../store/receipts.repo.ts'

/** An answer as it came. */
export interface RawReceipt {
  readonly origin: string
  readonly portalId: string
  readonly fileName: string
  readonly raw: Uint8Array
}

/** Moment of a notice (Beijing time) in UTC. */
const moment = (noticeAt: string | undefined): string =>
  noticeAt === undefined ? '' : new Date(`${noticeAt}+08:00`).toISOString()

/** What a receipt is called on the time line. An unknown letter is shown raw beside its note. */
function titleOf(receipt: Receipt): string {
  if (receipt.responseCode !== undefined)
    return receipt.responseCode === '0' ? '单一窗口暂存/导入成功' : technicalRefusal
  if (receipt.form === 'TRN_DATA') return '转关回执'
  return channelOf(receipt.channel ?? '')?.meaning ?? '其他回执'
}

/** Numbers that the import client puts into the names of its files. They find a filing, they never move it. */
function namedIn(fileName: string): { clientSeqNo: string; seqNo: string } {
  const name = readAnswerName(fileName)
  if (name?.kind === 'business') return { clientSeqNo: '', seqNo: name.subject.slice(0, 18) }
  return { clientSeqNo: (name && numberIn(name.subject)) ?? '', seqNo: '' }
}

/** What is kept beside the bytes; of bytes that cannot be read only the reason and what the name tells. */
export function columnsOf(raw: RawReceipt, reading: Result<Receipt>): NewReceipt {
  const named = namedIn(raw.fileName)
  const nothing = { channel: '', note: '', ...named, entryId: '' }
  if (!reading.ok)
    return { ...raw, ...nothing, problem: reading.error.code, form: '', title: '无法读取的回执', noticeAt: '' }
  const { form, channel = '', note, noticeAt, seqNo = '', entryId = '' } = reading.value
  const { clientSeqNo = named.clientSeqNo } = reading.value
  const known = { form, channel, note, clientSeqNo, seqNo, entryId }
  return { ...raw, ...known, problem: '', title: titleOf(reading.value), noticeAt: moment(noticeAt) }
}
