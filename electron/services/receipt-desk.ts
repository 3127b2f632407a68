import * as z from 'zod'
import { failure } from '../../domain/failures/index.ts'
import { allChannels, channelOf } from '../../domain/message/channels.ts'
import { explainClientError } from '../../domain/message/client-errors.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { editable } from '../../domain/states/declaration.ts'
import type { Handlers } from '../ipc/contract.ts'
import { receiptKinds } from '../../domain/states/receipt-kinds.ts'
import type { DraftSummary } from '../store/draft-row.ts'
import { technicalRefusal, type ListedReceipt, type ReceiptListRepo } from '../store/receipt-list.repo.ts'
import type { SettingsRepo } from '../store/settings.repo.ts'
import type { FilingBook } from './filings/filing-book.ts'
import type { ReceiptIntake } from './filings/receipt-intake.ts'

type Room = Handlers['receipts']
type Answer<M extends keyof Room> = Extract<Awaited<ReturnType<Room[M]>>, { ok: true }>['value']
type Receipt = Answer<'digest'>['groups'][number]['rows'][number]
type Kind = Receipt['kind']
type Filter = Parameters<Room['list']>[0]['filter']

export interface ReceiptDeskParts {
  readonly book: FilingBook
  readonly intake: ReceiptIntake
  readonly list: ReceiptListRepo
  /** Settings of the site: how far the clerk has looked. */
  readonly settings: SettingsRepo
  readonly now: () => number
}

const seenSchema = z.object({ id: z.number(), at: z.string() })
/** Receipts that a digest looks at; after a longer absence the older ones are counted only. */
const digestReceipts = 5000
/** Filings that a digest names in one group. */
const digestRows = 8
/** Characters of a receipt that are shown. */
const shownText = 16_000

const known = JSON.stringify(allChannels().map(({ code }) => code))
const refusing = JSON.stringify(
  allChannels()
    .filter(({ event }) => event === 'refused')
    .map(({ code }) => code),
)

/** A refusal that moved nothing speaks of an earlier file or filing: it is looked at, not counted as refused. */
function kindOf(row: ListedReceipt): Kind {
  const kind = plainKindOf(row)
  return kind === 'refused' && row.filingId !== null && row.applied === 0 ? 'strange' : kind
}

function plainKindOf(row: ListedReceipt): Kind {
  if (row.problem !== '') return 'unreadable'
  // A time-out of the import client refuses nothing, whatever its code says.
  if (row.title === technicalRefusal) return explainClientError(row.note)?.maybeHeld === true ? 'strange' : 'refused'
  if (row.channel === '' || row.form === 'TRN_DATA') return 'progress'
  const channel = channelOf(row.channel)
  if (!channel) return 'strange'
  const { event = 'saved' } = channel
  return receiptKinds.find((kind) => kind === event) ?? 'progress'
}

/** The older forms declare GB2312; what cannot be decoded is shown with marks where it fails. */
function textOf(raw: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(raw.subarray(0, 200))
  return new TextDecoder(/encoding\s*=\s*["']gb/i.test(start) ? 'gb18030' : 'utf-8').decode(raw)
}

/** Receipts as the clerk works with them: the list, what is new, what fits no filing. */
export class ReceiptDesk {
  readonly #parts: ReceiptDeskParts

  constructor(parts: ReceiptDeskParts) {
    this.#parts = parts
  }

  /** Receipts, newest first, with the number of those that fit no filing. */
  list({ filter, text = '', limit = 200 }: Parameters<Room['list']>[0]): Answer<'list'> {
    const { list } = this.#parts
    const seen = this.#seen().id
    const { total, rows } = list.list(this.#wanted(filter, text, seen), limit)
    return { total, unmatched: list.unmatched(), rows: rows.map((row) => shown(row, seen)) }
  }

  /** What came, as it came. Refuses `receipts.gone`. */
  raw(id: number): Result<Answer<'raw'>> {
    const raw = this.#parts.book.parts.receipts.raw(id)
    if (!raw) return refuse(failure('receipts.gone'))
    const text = textOf(raw)
    return ok({ text: text.slice(0, shownText), cut: text.length > shownText })
  }

  /**
   * Gives a receipt to a filing by hand. Refuses `receipts.gone`, `receipts.attached`, `receipts.notFiled` and, where the
   * numbers contradict, `receipts.otherNumber`.
   */
  attach(id: number, filing: string, reason: string): Result<DraftSummary> {
    const { book, intake } = this.#parts
    const row = book.parts.receipts.get(id)
    if (!row) return refuse(failure('receipts.gone'))
    if (row.declarationId !== null) return refuse(failure('receipts.attached'))
    const summary = book.summary(filing)
    if (!summary || editable(summary.state) || !book.parts.outbox.latest(filing))
      return refuse(failure('receipts.notFiled'))
    for (const key of ['clientSeqNo', 'seqNo', 'entryId'] as const) {
      const [theirs, ours] = [row[key], summary[key]]
      if (theirs !== '' && ours !== '' && theirs !== ours)
        return refuse(failure('receipts.otherNumber', { theirs, ours }))
    }
    book.change(() => {
      const title = `人工归入回执：${row.title}`
      book.note({ declarationId: filing, kind: 'own', title, channel: row.channel, note: reason })
      intake.attachByHand(row, filing)
    })
    return ok(book.summary(filing) ?? summary)
  }

  /** What came since the clerk last looked: of each filing the newest receipt, refusals first. */
  digest(): Answer<'digest'> {
    const seen = this.#seen()
    const { total, rows } = this.#parts.list.list(this.#wanted('new', '', seen.id), digestReceipts)
    const newest = new Map<string, Receipt>()
    for (const row of rows) {
      const key = row.filingId ?? `receipt ${row.id}`
      if (!newest.has(key)) newest.set(key, shown(row, seen.id))
    }
    const all = [...newest.values()]
    const groups = receiptKinds.flatMap((kind) => {
      const ofKind = all.filter((row) => row.kind === kind)
      return ofKind.length === 0 ? [] : [{ kind, count: ofKind.length, rows: ofKind.slice(0, digestRows) }]
    })
    return { since: seen.at, receipts: total, upTo: rows[0]?.id ?? seen.id, groups }
  }

  /** The clerk has looked. */
  seen(upTo: number): void {
    const { settings, now } = this.#parts
    if (upTo >= this.#seen().id) settings.put('receiptsSeen', { id: upTo, at: new Date(now()).toISOString() })
  }

  #seen(): { id: number; at: string } {
    return this.#parts.settings.get('receiptsSeen', seenSchema) ?? { id: 0, at: '' }
  }

  #wanted(filter: Filter, text: string, seen: number) {
    const words = text
      .trim()
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '')
    return {
      unmatched: filter === 'unmatched' ? 1 : 0,
      after: filter === 'new' ? seen : 0,
      channels: filter === 'refused' ? refusing : null,
      strange: filter === 'strange' ? 1 : 0,
      known,
      words: JSON.stringify(words),
    }
  }
}

function shown(row: ListedReceipt, seen: number): Receipt {
  const { id, title, channel, note, problem, fileName, seqNo, entryId } = row
  const { filingId, customer, billNo, filingNumber, filingState } = row
  const receivedAt = new Date(row.receivedAt).toISOString()
  const filing =
    filingId === null || filingState === null
      ? null
      : {
          id: filingId,
          customer: customer ?? '',
          billNo: billNo ?? '',
          clientSeqNo: filingNumber ?? '',
          state: filingState,
        }
  const at = row.noticeAt === '' ? receivedAt : row.noticeAt
  const facts = { id, title, channel, note, problem, fileName, seqNo, entryId }
  return { ...facts, kind: kindOf(row), at, receivedAt, isNew: id > seen, filing }
}
