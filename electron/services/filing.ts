import { failure } from '../../domain/failures/index.ts'
import { declarationStates } from '../../domain/states/declaration.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { Handlers, TimelineEntry } from '../ipc/contract.ts'
import type { Asked, Portal } from '../portal/portal.ts'
import type { DraftSummary } from '../store/draft-row.ts'
import type { OutboxRow } from '../store/outbox.repo.ts'
import type { FilingBook } from './filings/filing-book.ts'
import type { ReceiptIntake } from './filings/receipt-intake.ts'
import type { OutboxService } from './outbox.ts'
import type { ReceiptService } from './receipts.ts'

export interface FilingParts {
  readonly book: FilingBook
  readonly intake: ReceiptIntake
  readonly portal: Portal
  readonly outbox: Pick<OutboxService, 'wake' | 'askNow'>
  readonly receipts: Pick<ReceiptService, 'wake'>
  readonly now?: () => number
  /**
   * Only where nobody can be asked (the folders of the import client): lets a message be written anew that a person
   * found not to have arrived.
   */
  readonly release?: (clientSeqNo: string) => void
}

/** What the clerk found out about a message of unknown fate. */
interface Settlement {
  readonly id: string
  /** Whether the single window has it. */
  readonly held: boolean
  /** 统一编号 as the single window shows it, or empty. */
  readonly seqNo: string
  readonly reason: string
}

/** Longest time for which something on the way (a proxy) may hold a message back, ms. Ours, generous. */
const stillOnItsWay = 600_000

/** What the folders of the import client cannot tell: only the single window knows. */
const onlyByHand = new Set(['folders.gone', 'folders.noAnswer'])

/** What the clerk does with filings and sees of them. */
export class FilingService {
  readonly #parts: FilingParts

  constructor(parts: FilingParts) {
    this.#parts = parts
  }

  /** The room of the bridge. */
  handlers(): Handlers['filing'] {
    return {
      submit: ({ ids }) => Promise.resolve(this.submit(ids)),
      withdraw: ({ id }) => this.withdraw(id),
      timeline: ({ id }) => Promise.resolve(this.timeline(id)),
      ask: ({ id }) => this.ask(id),
      settle: (found) => this.settle(found),
    }
  }

  /**
   * Hands signed declarations over to be sent, all or none. One that was handed over before is not handed over again.
   * Refuses `portal.notSigned` with the number of the first that has no signed message.
   */
  submit(ids: readonly string[]): Result<{ queued: number }> {
    const { book, outbox } = this.#parts
    const rows = [...new Set(ids)].map((id) => ({ id, row: book.parts.outbox.live(id) }))
    const missing = rows.find(({ row }) => row === undefined)
    if (missing) {
      const number = book.summary(missing.id)?.clientSeqNo ?? missing.id
      return refuse(failure('portal.notSigned', { number }))
    }
    book.change(() => {
      for (const { id, row } of rows)
        if (row?.state === 'held' && book.parts.outbox.move(row.id, 'submit'))
          book.note({ declarationId: id, kind: 'own', title: '提交申报' })
    })
    outbox.wake()
    return ok({ queued: rows.length })
  }

  /**
   * Takes a declaration back that was not sent yet; its signature is dropped. Refuses `portal.notWithdrawable`. After
   * a send of unknown fate the portal has to say that it holds nothing, and late enough: what was on its way when it
   * said so before may have come since.
   */
  async withdraw(id: string): Promise<Result<DraftSummary>> {
    const { book, portal, now = Date.now } = this.#parts
    const row = book.parts.outbox.live(id)
    if (!row) return refuse(failure('portal.notWithdrawable'))
    if (row.unknownAt > 0) {
      // Sent by a clock that has been set back since: nobody knows how long ago, so the wait begins anew.
      if (row.unknownAt > now()) book.parts.outbox.waitAnew(row.id)
      if (now() - row.unknownAt < stillOnItsWay) return refuse(failure('portal.notWithdrawable'))
      const held = await portal.ask(row.clientSeqNo)
      if (!held.ok) return held
      if (held.value) return refuse(failure('portal.notWithdrawable'))
    }
    return this.#takeBack(row) ? this.#summary(id) : refuse(failure('portal.notWithdrawable'))
  }

  /** Takes it back if nothing happened to it in the meantime. */
  #takeBack(row: OutboxRow): boolean {
    const { book } = this.#parts
    const { id, declarationId, unknownAt } = row
    return book.change(() => {
      const isSame = book.parts.outbox.get(id)?.unknownAt === unknownAt
      if (!isSame || book.summary(declarationId)?.state !== 'queued') return false
      if (!book.parts.outbox.move(id, 'withdraw')) return false
      book.note({ declarationId, kind: 'own', title: '撤回，签名作废' })
      return book.move(declarationId, 'withdraw')
    })
  }

  /** Everything that happened to a filing, oldest first. */
  timeline(id: string): Result<{ summary: DraftSummary; entries: TimelineEntry[] }> {
    const summary = this.#summary(id)
    return summary.ok ? ok({ summary: summary.value, entries: this.#parts.book.parts.timeline.of(id) }) : summary
  }

  /** Asks the portal what it holds, now. Refuses `portal.nothingToAsk` before anything was sent. */
  async ask(id: string): Promise<Result<DraftSummary>> {
    const { book, portal, outbox, receipts } = this.#parts
    const row = book.parts.outbox.latest(id)
    if (!row) return refuse(failure('portal.nothingToAsk'))
    receipts.wake()
    if (row.state === 'unknown' || row.state === 'placed') {
      const asked = await outbox.askNow(row.id)
      return asked.ok ? this.#summary(id) : asked
    }
    if (row.state !== 'accepted') return refuse(failure('portal.nothingToAsk'))
    const held = await portal.ask(row.clientSeqNo)
    // Sent messages are cleared away one day, and an accepted one has had its answer.
    if (!held.ok && !onlyByHand.has(held.error.code)) return held
    book.change(() => this.#told(row, held.ok ? held.value : { kind: 'placed', box: 'SentBox' }))
    return this.#summary(id)
  }

  /**
   * The clerk asked the single window by other means what became of a message of unknown fate: the import client cannot
   * be asked. Refuses `folders.notOpen` for any other message, `folders.stillThere` while the client may yet send it.
   */
  async settle({ id, held, seqNo, reason }: Settlement): Promise<Result<DraftSummary>> {
    const { book, portal, outbox, release } = this.#parts
    const row = book.parts.outbox.live(id)
    if (row?.state !== 'unknown' || !release) return refuse(failure('folders.notOpen'))
    const asked = await portal.ask(row.clientSeqNo)
    if (!asked.ok && !onlyByHand.has(asked.error.code)) return asked
    const found = asked.ok ? asked.value : undefined
    if (found && 'kind' in found && found.kind === 'placed' && found.box !== 'SentBox')
      return refuse(failure('folders.stillThere', { folder: found.box }))
    const settled = book.change(() => {
      const { attempts } = row
      if (!book.parts.outbox.move(row.id, held ? 'found' : 'absent', { attempts })) return false
      if (held) book.parts.drafts.setNumbers(id, { seqNo })
      else release(row.clientSeqNo)
      book.move(id, held ? 'saved' : 'sendFailed')
      const title = held ? '人工核对：单一窗口已收到' : '人工核对：单一窗口没有收到，将再次发送'
      book.note({ declarationId: id, kind: 'own', title, note: reason, seqNo: held ? seqNo : '' })
      if (held) this.#parts.intake.resolve(id)
      return true
    })
    outbox.wake()
    return settled ? this.#summary(id) : refuse(failure('folders.notOpen'))
  }

  /** What the portal says of a filing that it took; the state itself follows the receipts. */
  #told({ declarationId }: OutboxRow, held: Asked): void {
    const { book, intake } = this.#parts
    if (held && 'kind' in held) {
      const note = '回执一到 InBox 就会自动取入。长时间没有回执时，请在单一窗口网页查询'
      return book.note({ declarationId, kind: 'own', title: '已查看导入客户端的文件夹，没有新的回执', note })
    }
    if (!held) {
      const note = '单一窗口说没有这份报关单。请在单一窗口核对，不要重复申报'
      return book.note({ declarationId, kind: 'trouble', title: '已查询：单一窗口没有这份报关单', note })
    }
    const { seqNo, entryId, state } = held
    book.parts.drafts.setNumbers(declarationId, { seqNo, entryId })
    const title = `已查询：单一窗口的状态是“${declarationStates[state]}”`
    book.note({ declarationId, kind: 'own', title, seqNo, entryId })
    intake.resolve(declarationId)
  }

  #summary(id: string): Result<DraftSummary> {
    const summary = this.#parts.book.summary(id)
    return summary ? ok(summary) : refuse(failure('portal.noSuchFiling'))
  }
}
