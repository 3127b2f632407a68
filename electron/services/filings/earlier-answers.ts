import type { Receipt } from '../../../domain/message/receipt.ts'
import { readAnswerName, readExchangeName } from '../../../domain/portal/exchange-names.ts'
import type { DraftSummary } from '../../store/draft-row.ts'
import type { OutboxRow } from '../../store/outbox.repo.ts'
import type { ReceiptRow } from '../../store/receipts.repo.ts'
import type { FilingBook } from './filing-book.ts'

/**
 * Of what the import client speaks: of the file that was written last, of another file of the same message, or of a
 * message with other contents that once went out under this number.
 */
type Spoken = 'last' | 'sameMessage' | 'otherMessage'

/**
 * The client names its answer after the file that it answers, and each file that a message is written to has a name of
 * its own. Answers that come another way speak of the last.
 * @param message newest message of the filing
 */
export function spokenOf(fileName: string, message: OutboxRow | undefined): Spoken {
  const name = readAnswerName(fileName)
  const said = name && name.kind !== 'business' ? readExchangeName(name.subject) : undefined
  if (!said || said.clientSeqNo !== message?.clientSeqNo) return 'last'
  if (!message.bodySha256.startsWith(said.hash)) return 'otherMessage'
  // What is still in the house has not been answered: somebody speaks of a file before it.
  const isOut = message.state !== 'held' && message.state !== 'pending'
  return isOut && said.attempt === message.file ? 'last' : 'sameMessage'
}

/** What the answer to an earlier file did. */
interface Consequence {
  readonly moved: boolean
  /** What the clerk has to know. */
  readonly trouble?: { readonly title: string; readonly note: string }
}

const nothing: Consequence = { moved: false }
const look = '请先在单一窗口网页按本单编号和统一编号核对，不要重复申报'

/**
 * A client that held its answer back tells what became of an earlier file. That it was refused says nothing of what was
 * filed since. That it was taken says that the single window has it: it counts as filed and must not go out again.
 */
export function settleEarlier(
  book: FilingBook,
  found: DraftSummary,
  { row, receipt, message }: { row: ReceiptRow; receipt: Receipt; message: OutboxRow | undefined },
): Consequence {
  if (receipt.responseCode !== '0' || !message) return nothing
  return spokenOf(row.fileName, message) === 'sameMessage'
    ? sameIsHeld(book, found, row, message)
    : otherIsHeld(book, found, message)
}

function sameIsHeld(book: FilingBook, found: DraftSummary, row: ReceiptRow, message: OutboxRow): Consequence {
  const { drafts, outbox } = book.parts
  if (found.seqNo !== '' && row.seqNo !== '' && found.seqNo !== row.seqNo)
    return {
      moved: false,
      trouble: {
        title: '单一窗口可能收到了两份',
        note: `较早写出的一份也被收到，统一编号是 ${row.seqNo}，和现在的 ${found.seqNo} 不同。${look}；多出的一份请在单一窗口删除`,
      },
    }
  drafts.setNumbers(found.id, { seqNo: row.seqNo, entryId: row.entryId })
  // One that customs refused was taken first: that is no news. Only a file that the client refused is meant here.
  if (found.state === 'refused' && (message.state !== 'refused' || found.seqNo !== '')) return nothing
  const moved = book.move(found.id, 'heldAfterAll')
  if (moved) outbox.move(message.id, 'heldAfterAll', { attempts: message.attempts })
  if (!moved) return nothing
  const note = '人工核对之后又写出的一份不再发送；已被导入客户端取走的，请在单一窗口核对没有重复'
  return { moved, trouble: { title: '较早写出的一份已被单一窗口收到', note } }
}

function otherIsHeld(book: FilingBook, { id }: DraftSummary, message: OutboxRow): Consequence {
  const title = '单一窗口收到的是较早的一份，内容和现在的不同'
  const isBack = book.parts.outbox.move(message.id, 'withdraw') !== undefined
  if (isBack) book.move(id, 'withdraw')
  return {
    moved: false,
    trouble: {
      title,
      note: `${isBack ? '还没有发出的新报文已收回，签名作废。' : ''}${look}；要改的内容请在单一窗口修改`,
    },
  }
}
