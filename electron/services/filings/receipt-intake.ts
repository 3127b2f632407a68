import { failure } from '../../../domain/failures/index.ts'
import { explainClientError } from '../../../domain/message/client-errors.ts'
import { readReceipt } from '../../../domain/message/read-receipt.ts'
import { eventOf, type Receipt } from '../../../domain/message/receipt.ts'
import { unsigned, type DeclarationEvent } from '../../../domain/states/declaration.ts'
import type { DraftSummary } from '../../store/draft-row.ts'
import { technicalRefusal } from '../../store/receipt-list.repo.ts'
import type { ReceiptRow } from '../../store/receipts.repo.ts'
import { settleEarlier, spokenOf } from './earlier-answers.ts'
import type { FilingBook } from './filing-book.ts'
import { columnsOf, type RawReceipt } from './receipt-columns.ts'
import { givenNumbers, sharesNumber } from './shares-number.ts'

/** The client got no answer in time: that refuses nothing, whatever its code says. */
const isDoubtful = (receipt: Receipt): boolean =>
  receipt.responseCode !== undefined &&
  receipt.responseCode !== '0' &&
  explainClientError(receipt.note)?.maybeHeld === true

/** What a receipt does to the declaration, as far as it is certain. */
const certainEvent = (receipt: Receipt): DeclarationEvent | undefined =>
  isDoubtful(receipt) ? undefined : eventOf(receipt)

/** Keeps receipts, finds their filings and moves them. Everything here runs inside a change of the book. */
export class ReceiptIntake {
  readonly #book: FilingBook

  constructor(book: FilingBook) {
    this.#book = book
  }

  /** Keeps one receipt and does what it says. A repeat changes nothing. */
  keep(raw: RawReceipt): void {
    const reading = readReceipt(raw.raw)
    const row = this.#book.parts.receipts.add(columnsOf(raw, reading))
    if (row && !reading.ok) this.#trace(row)
    const id = row && reading.ok ? this.#match(row, reading.value) : undefined
    if (id !== undefined) this.resolve(id)
  }

  /**
   * A person says to which filing a receipt belongs that carries none of its numbers. It counts like any other, and what
   * waits for the numbers that it brings comes along. @param row one that is attached to nothing
   */
  attachByHand(row: ReceiptRow, id: string): void {
    const found = this.#book.summary(id)
    if (!found) return
    const receipt = this.#again(row)
    if (receipt) this.#attach(found, row, receipt)
    else this.#write(id, row, false)
    this.resolve(id)
  }

  /** What cannot be read leaves a trace where its name points to. */
  #trace(row: ReceiptRow): void {
    const { clientSeqNo, seqNo, entryId } = row
    const found = this.#book.parts.drafts.find({ clientSeqNo, seqNo, entryId })
    if (found) this.#write(found.id, row, false)
  }

  /** Numbers of a declaration became known: receipts that waited for them find it, and those that came early count. */
  resolve(id: string): void {
    for (let before = Infinity; ;) {
      const waiting = this.#waiting(id)
      if (waiting.length === 0 || waiting.length >= before) break
      before = waiting.length
      for (const row of waiting) {
        const receipt = this.#again(row)
        if (receipt) this.#match(row, receipt)
      }
    }
    this.#catchUp(id)
  }

  #waiting(id: string): ReceiptRow[] {
    const summary = this.#book.summary(id)
    if (!summary) return []
    const { clientSeqNo, seqNo, entryId } = summary
    return this.#book.parts.receipts.waitingFor({ clientSeqNo, seqNo, entryId })
  }

  #again(row: ReceiptRow): Receipt | undefined {
    const raw = this.#book.parts.receipts.raw(row.id)
    const reading = raw && readReceipt(raw)
    return reading?.ok ? reading.value : undefined
  }

  /** @returns the declaration whose numbers it may have changed */
  #match(row: ReceiptRow, receipt: Receipt): string | undefined {
    const { drafts } = this.#book.parts
    const { clientSeqNo, seqNo, entryId } = row
    const found = drafts.find({ clientSeqNo, seqNo, entryId })
    if (found) {
      this.#attach(found, row, receipt)
      return found.id
    }
    const numbers = [clientSeqNo, seqNo, entryId].filter((number) => number !== '')
    const former = numbers.map((number) => drafts.findFormer(number)).find((summary) => summary !== undefined)
    // The filing was refused and filed anew since: this only tells of the past.
    if (former) this.#tellFormer(former.id, row, receipt)
    return undefined
  }

  /** What was refused should stand still. That it goes on after the refusal means that there may be two at customs. */
  #tellFormer(id: string, row: ReceiptRow, receipt: Receipt): void {
    const event = certainEvent(receipt)
    const goesOn = event !== undefined && event !== 'refused' && isNews(row, this.#book.parts.receipts.of(id))
    this.#write(id, row, false)
    if (!goesOn) return
    const number = row.entryId || row.seqNo || row.clientSeqNo
    this.#book.note({
      declarationId: id,
      kind: 'trouble',
      title: '退回前的那一份又有了进展，可能申报了两份',
      note: `较早的编号 ${number} 退回之后又收到“${row.title}”。请先在单一窗口按两个编号核对，多出的一份请联系海关撤销，不要再次申报`,
    })
  }

  #attach(found: DraftSummary, row: ReceiptRow, receipt: Receipt): void {
    const { drafts, outbox, receipts } = this.#book.parts
    const message = outbox.latest(found.id)
    if (spokenOf(row.fileName, message) !== 'last') {
      const { moved, trouble } = settleEarlier(this.#book, found, { row, receipt, message })
      this.#write(found.id, row, moved, '较早一次报文的回执：')
      if (trouble) this.#book.note({ declarationId: found.id, kind: 'trouble', ...trouble })
      return
    }
    const event = certainEvent(receipt)
    const numbers = { seqNo: row.seqNo || found.seqNo, entryId: row.entryId || found.entryId }
    const stale = row.noticeAt !== '' && row.noticeAt < receipts.lastApplied(found.id, numbers)
    const known = { seqNo: found.seqNo || row.seqNo, entryId: found.entryId || row.entryId }
    // Notices decide, not arrival: an older receipt changes neither state nor numbers.
    drafts.setNumbers(found.id, stale ? known : numbers)
    const moved = !stale && event !== undefined && this.#book.move(found.id, event)
    this.#write(found.id, row, moved)
    if (moved) this.#answered(found.id, event, receipt)
    if (isDoubtful(receipt)) this.#doubt(found.id)
    // Nothing of ours should be at the portal yet: a receipt then is a warning.
    if (event !== undefined && unsigned(found.state)) this.#warn(found.id)
  }

  /**
   * A receipt that counts answers the question what became of a send, also of one that broke off and was not yet asked
   * about: a declaration that was refused can be signed anew, and then no message of it may be on its way.
   */
  #answered(id: string, event: DeclarationEvent, { responseCode }: Receipt): void {
    const { outbox } = this.#book.parts
    const row = outbox.live(id)
    if (row?.state === 'sending' && event === 'refused') outbox.move(row.id, 'refused', { attempts: row.attempts })
    if (row?.state !== 'unknown' && row?.state !== 'placed') return
    outbox.move(row.id, event === 'refused' && responseCode !== undefined ? 'refused' : 'found', {
      attempts: row.attempts,
    })
  }

  /** Nobody knows what became of the message. Only a receipt or a person can tell. */
  #doubt(id: string): void {
    const { outbox } = this.#book.parts
    const row = outbox.live(id)
    if (!row) return
    const why = failure('folders.noAnswer')
    const { attempts, nextAt, box } = row
    if (!outbox.move(row.id, 'unknown', { attempts, failure: why.code }))
      outbox.postpone(row.id, { attempts, nextAt, box, failure: why.code })
    this.#book.move(id, 'sendUnknown')
    this.#book.note({ declarationId: id, kind: 'trouble', title: why.what, note: `${why.why}。${why.todo}` })
  }

  #write(id: string, row: ReceiptRow, moved: boolean, whose = ''): void {
    const { channel, note, seqNo, entryId } = row
    const title = `${whose}${row.title}`
    const at = row.noticeAt === '' ? new Date(row.receivedAt).toISOString() : row.noticeAt
    this.#book.parts.receipts.attach(row.id, id, moved)
    this.#book.note({ declarationId: id, kind: 'receipt', at, title, channel, note, seqNo, entryId, receiptId: row.id })
  }

  #warn(id: string): void {
    this.#book.note({
      declarationId: id,
      kind: 'trouble',
      title: '收到了没有在申报中的报关单的回执',
      note: '这份报关单已撤回或正在修改，单一窗口却有它的回执。请先在单一窗口核对，不要重复申报',
    })
  }

  /**
   * Receipts can come before the answer to the send: then they could not move the declaration. Once it may move,
   * they count in the order of their notices. Receipts of an earlier filing carry other numbers and stay history.
   */
  #catchUp(id: string): void {
    const { outbox, receipts } = this.#book.parts
    const message = outbox.latest(id)
    for (const row of receipts.notApplied(id)) {
      if (spokenOf(row.fileName, message) !== 'last') continue
      const summary = this.#book.summary(id)
      const receipt =
        summary &&
        sharesNumber(row, summary, givenNumbers) &&
        row.noticeAt >= receipts.lastApplied(id, summary) &&
        this.#again(row)
      const event = receipt ? certainEvent(receipt) : undefined
      if (event !== undefined && this.#book.move(id, event)) receipts.markApplied(row.id)
    }
  }
}

/** Is the notice later than all that came for the same filing? One without a moment is when nothing else came. */
const isNews = (row: ReceiptRow, kept: readonly ReceiptRow[]): boolean =>
  kept
    .filter((other) => other.title !== technicalRefusal && sharesNumber(other, row, ['clientSeqNo', ...givenNumbers]))
    .every(({ noticeAt }) => noticeAt < row.noticeAt)
