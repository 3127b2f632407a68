import { failure, type FailureCode, failureCodes } from '../../domain/failures/index.ts'
import type { Failure } from '../../domain/result.ts'
import { outboxStates } from '../../domain/states/outbox.ts'
import type { Handlers } from '../ipc/contract.ts'
import type { FolderStep } from '../portal/folders/check-folders.ts'
import type { Stranger } from '../portal/folders/inbox.ts'
import type { OutboxRow } from '../store/outbox.repo.ts'
import type { FilingBook } from './filings/filing-book.ts'
import type { OutboxService } from './outbox.ts'
import type { ReceiptService } from './receipts.ts'

type View = Extract<Awaited<ReturnType<Handlers['outbox']['view']>>, { ok: true }>['value']

export interface OutboxDeskParts {
  readonly book: FilingBook
  readonly outbox: Pick<OutboxService, 'trouble' | 'plannedAt' | 'paused' | 'pause' | 'tryNow'>
  readonly receipts: Pick<ReceiptService, 'trouble' | 'lastContact' | 'wake'>
  /** Only on the way through the folders of the import client. */
  readonly folders?: { strangers(): readonly Stranger[]; check(): Promise<FolderStep[]> }
  readonly now: () => number
}

const reasons: Record<Stranger['why'], string> = {
  kind: '不是普通文件（链接、文件夹或设备），没有读取',
  size: '太大，不像回执，没有读取',
  name: '不是 .xml 文件，没有读取',
  locked: '正被别的程序占用，稍后再读',
}
/** The folders are looked at no more often than this, ms: the page asks every few seconds. */
const checkEvery = 30_000
/** Strangers that are named. */
const mostStrangers = 20

const iso = (at: number | undefined): string => (at === undefined || at <= 0 ? '' : new Date(at).toISOString())
const isCode = (text: string): text is FailureCode => (failureCodes as readonly string[]).includes(text)
const textsOf = (trouble: Failure | undefined) =>
  trouble ? { code: trouble.code, what: trouble.what, why: trouble.why, todo: trouble.todo } : null

/** Why a message waits, in one sentence. */
function whyOf(row: OutboxRow, paused: boolean, trouble: Failure | undefined): string {
  if (row.state === 'pending' && paused) return '发送已暂停'
  if (row.state === 'placed') {
    if (row.box === 'SentBox') return '导入客户端已发出，等单一窗口回答'
    return row.box === 'InBox' ? '回答已到 InBox，正在读取' : '在 OutBox，等导入客户端取走'
  }
  if (row.state === 'sending') return '正在发送'
  const known = isCode(row.failure) ? failure(row.failure) : undefined
  if (row.state === 'unknown') return known?.what ?? '等查询结果'
  if (trouble) return `${trouble.what}：${trouble.why}`
  return known ? known.what : '排队等候'
}

/** What waits in the outbox, why, and when it is tried next. */
export class OutboxDesk {
  readonly #parts: OutboxDeskParts
  #checked: { at: number; steps: FolderStep[] } | undefined

  constructor(parts: OutboxDeskParts) {
    this.#parts = parts
  }

  async view(): Promise<View> {
    const { outbox, receipts, folders, book } = this.#parts
    const sending = outbox.trouble
    const paused = outbox.paused
    const rows = book.parts.outbox.waiting().flatMap((row) => this.#row(row, paused, sending))
    return {
      paused,
      way: folders ? 'folders' : 'http',
      sending: textsOf(sending),
      receiving: textsOf(receipts.trouble),
      lastContact: iso(receipts.lastContact),
      nextTry: iso(outbox.plannedAt),
      rows,
      strangers: (folders?.strangers() ?? [])
        .slice(0, mostStrangers)
        .map(({ name, why }) => ({ name, why: reasons[why] })),
      client: await this.#check(),
    }
  }

  pause(paused: boolean): void {
    this.#parts.outbox.pause(paused)
  }

  /** Tries now, both ways. */
  wake(): void {
    this.#checked = undefined
    this.#parts.outbox.tryNow()
    this.#parts.receipts.wake()
  }

  #row(row: OutboxRow, paused: boolean, trouble: Failure | undefined): View['rows'] {
    const summary = this.#parts.book.summary(row.declarationId)
    if (!summary) return []
    const { id, customer, billNo, clientSeqNo, state } = summary
    const planned = row.nextAt > this.#parts.now() ? row.nextAt : this.#parts.outbox.plannedAt
    return [
      {
        ...{ id, customer, billNo, clientSeqNo, state },
        stage: outboxStates[row.state],
        why: whyOf(row, paused, trouble),
        attempts: row.attempts,
        nextTry: row.state === 'pending' && paused ? '' : iso(planned),
        withdrawable: row.state === 'pending',
      },
    ]
  }

  async #check(): Promise<FolderStep[]> {
    const { folders, now } = this.#parts
    if (!folders) return []
    // What is wrong may be put right at any moment: only good news are believed for a while.
    const isGood = this.#checked?.steps.every((step) => step.ok) ?? false
    if (!this.#checked || !isGood || Math.abs(now() - this.#checked.at) > checkEvery)
      this.#checked = { at: now(), steps: await folders.check() }
    return this.#checked.steps
  }
}
