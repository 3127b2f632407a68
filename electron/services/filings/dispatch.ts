import { failure } from '../../../domain/failures/index.ts'
import type { Held } from '../../../domain/portal/answers.ts'
import type { Failure } from '../../../domain/result.ts'
import type { Asked, Placed, Portal, SendOutcome } from '../../portal/portal.ts'
import type { OutboxRow } from '../../store/outbox.repo.ts'
import { backOff, backOffAfterAbsence } from '../back-off.ts'
import type { FilingBook } from './filing-book.ts'
import type { ReceiptIntake } from './receipt-intake.ts'

export interface DispatchParts {
  readonly book: FilingBook
  readonly intake: ReceiptIntake
  readonly portal: Portal
  readonly now: () => number
  readonly random: () => number
}

/** What came of one step. A failure may be of this message alone; `lineWorks` says whether others may go on. */
export interface StepReport {
  readonly lineWorks: boolean
  readonly failure?: Failure
}

const fine: StepReport = { lineWorks: true }

/** Answers to a question that say something of this row, not of the line. */
const ofTheRow = new Set([
  'portal.badAnswer',
  'portal.answerTooLarge',
  'portal.notAccepted',
  'portal.serverError',
  'folders.gone',
  'folders.noAnswer',
])
/** How often a message in the folders of the import client is looked after, ms. */
const followEvery = 10_000

/** One step of one message: sent, or asked about. Every step is on disk before and after the network is touched. */
export class Dispatch {
  readonly #parts: DispatchParts

  constructor(parts: DispatchParts) {
    this.#parts = parts
  }

  /** What was being sent when the program ended is unknown. */
  recover(): void {
    const { book } = this.#parts
    const { outbox } = book.parts
    book.change(() => {
      for (const row of outbox.inState('sending')) {
        outbox.move(row.id, 'unknown', { attempts: row.attempts + 1, failure: 'portal.unknown' })
        book.move(row.declarationId, 'sendUnknown')
        this.#trouble(row, failure('portal.unknown'), '发送中断，先查询再处理')
      }
    })
  }

  /** Takes the row one step further. */
  async step(row: OutboxRow, signal: AbortSignal): Promise<StepReport> {
    if (row.state === 'unknown' || row.state === 'placed') return await this.#ask(row, signal)
    return this.#begin(row) ? await this.#send(row, signal) : fine
  }

  /** Marks the row as being sent, on disk. @returns whether it may be sent */
  #begin(row: OutboxRow): boolean {
    const { book } = this.#parts
    const { outbox } = book.parts
    return book.change(() => {
      if (!outbox.move(row.id, 'send', { attempts: row.attempts, failure: row.failure })) return false
      if (book.move(row.declarationId, 'send')) {
        // A retry of what surely did not arrive is no news.
        if (row.failure === '') this.#note(row, row.attempts === 0 ? '发送申报报文' : '再次发送申报报文')
        return true
      }
      // A receipt moved the declaration: the portal has it after all. So it is asked about, not sent.
      outbox.move(row.id, 'unknown', { attempts: row.attempts + 1 })
      return false
    })
  }

  async #send(row: OutboxRow, signal: AbortSignal): Promise<StepReport> {
    const { book, portal } = this.#parts
    const body = book.parts.outbox.body(row.id)
    if (!body) throw new Error('an outbox row without a body')
    const { clientSeqNo, bodySha256 } = row
    const outcome = await portal.send({ clientSeqNo, bodySha256, body }, signal)
    book.change(() => this.#settle(row, outcome))
    if (outcome.kind === 'notSent' || outcome.kind === 'unknown') return { lineWorks: false, failure: outcome.failure }
    return fine
  }

  #settle(row: OutboxRow, outcome: SendOutcome): void {
    const { book, intake } = this.#parts
    const { outbox } = book.parts
    const attempts = row.attempts + 1
    if (outcome.kind === 'accepted') {
      outbox.move(row.id, 'accepted', { attempts })
      intake.keep({ ...answerOf(row), raw: outcome.answer.raw })
      intake.resolve(row.declarationId)
      return
    }
    if (outcome.kind === 'placed') return this.#placed(row, outcome, attempts)
    const { failure: why } = outcome
    if (outcome.kind === 'refused') {
      outbox.move(row.id, 'refused', { attempts, failure: why.code })
      if (outcome.answer) intake.keep({ ...answerOf(row), raw: outcome.answer.raw })
      else this.#trouble(row, why)
      book.move(row.declarationId, 'refused')
      return
    }
    outbox.move(row.id, outcome.kind, { attempts, failure: why.code })
    book.move(row.declarationId, outcome.kind === 'notSent' ? 'sendFailed' : 'sendUnknown')
    if (row.failure !== why.code) this.#trouble(row, why)
  }

  async #ask(row: OutboxRow, signal: AbortSignal): Promise<StepReport> {
    const { book, portal } = this.#parts
    const held = await portal.ask(row.clientSeqNo, signal)
    const lineWorks = held.ok || ofTheRow.has(held.error.code)
    book.change(() => {
      // A receipt may have answered in the meantime: then nothing is left to do.
      const now = book.parts.outbox.get(row.id)
      if (now?.state !== 'unknown' && now?.state !== 'placed') return
      this.#catchDeclarationUp(now)
      if (held.ok) this.#resolve(now, held.value)
      else this.#postpone(now, held.error, lineWorks)
    })
    if (held.ok) return fine
    return { lineWorks, failure: held.error }
  }

  /**
   * A store that went back to a copy, or came from another desk, knows of the message alone that it may have gone out;
   * without this its declaration could never follow what the portal says.
   */
  #catchDeclarationUp({ declarationId }: OutboxRow): void {
    const { book } = this.#parts
    if (book.summary(declarationId)?.state !== 'queued') return
    book.move(declarationId, 'send')
    book.move(declarationId, 'sendUnknown')
  }

  /** It lies in the folders. The client may be so quick that its answer is here before this is written down. */
  #placed(row: OutboxRow, { box }: Placed, attempts: number): void {
    const { book, now } = this.#parts
    const moved = book.parts.outbox.move(row.id, 'placed', { attempts, box, nextAt: now() + followEvery })
    if (!moved) return
    this.#note(row, '报文已放进导入客户端的文件夹')
    this.#catchUp(row)
  }

  /** A receipt that moved the declaration in the meantime has answered for the message. */
  #catchUp({ id, declarationId, attempts }: OutboxRow): boolean {
    const { book } = this.#parts
    const state = book.summary(declarationId)?.state
    if (state === undefined || state === 'queued' || state === 'sending' || state === 'unknown') return false
    return book.parts.outbox.move(id, state === 'refused' ? 'refused' : 'found', { attempts }) !== undefined
  }

  /** Where the message lies in the folders; told once for each folder. */
  #follow(row: OutboxRow, { box }: Placed): void {
    const { book, now } = this.#parts
    if (this.#catchUp(row)) return
    const { attempts, failure: before } = row
    // The client said that no answer came: only an answer or a person can tell more.
    const stays = row.state === 'placed' || before === 'folders.noAnswer'
    const patch = { attempts, box, nextAt: now() + followEvery }
    if (stays) book.parts.outbox.postpone(row.id, { ...patch, failure: row.state === 'placed' ? '' : before })
    else if (book.parts.outbox.move(row.id, 'placed', patch)) book.move(row.declarationId, 'send')
    if (row.state === 'unknown' && !stays) this.#note(row, `已查询：报文在导入客户端的 ${box} 文件夹里，不会再写一份`)
    else if (row.box !== box && box === 'SentBox') this.#note(row, '导入客户端已发出报文')
  }

  #turnedDown(row: OutboxRow, why: Failure): void {
    const { book } = this.#parts
    if (!book.parts.outbox.move(row.id, 'refused', { attempts: row.attempts, failure: why.code })) return
    book.move(row.declarationId, 'refused')
    this.#trouble(row, why)
  }

  /** The portal has said what it holds, or the folders where the message lies. */
  #resolve(row: OutboxRow, held: Asked): void {
    const { book } = this.#parts
    // The mark of a message in the folders says that it was there: that is no absence but a riddle.
    if (!held && row.state === 'placed') return this.#postpone(row, failure('folders.gone'), true)
    if (held && 'kind' in held) {
      if (held.kind === 'placed') this.#follow(row, held)
      else this.#turnedDown(row, held.failure)
    } else if (held?.bodySha256 === row.bodySha256) this.#found(row, held)
    else if (!held || book.parts.outbox.isEarlier(row, held.bodySha256)) this.#absent(row)
    else this.#turnedDown(row, failure('portal.otherBody'))
  }

  #found(row: OutboxRow, { seqNo, entryId }: Held): void {
    const { book, intake } = this.#parts
    if (!book.parts.outbox.move(row.id, 'found', { attempts: row.attempts })) return
    book.parts.drafts.setNumbers(row.declarationId, { seqNo, entryId })
    book.move(row.declarationId, 'saved')
    this.#note(row, '已查询：单一窗口已收到', { seqNo, entryId })
    intake.resolve(row.declarationId)
  }

  #absent(row: OutboxRow): void {
    if (this.#catchUp(row)) return
    const { book, now, random } = this.#parts
    const nextAt = now() + backOffAfterAbsence(row.attempts, random())
    if (!book.parts.outbox.move(row.id, 'absent', { attempts: row.attempts, nextAt })) return
    book.move(row.declarationId, 'sendFailed')
    this.#note(row, '已查询：单一窗口没有收到，将再次发送')
  }

  #postpone(row: OutboxRow, why: Failure, isOfRow: boolean): void {
    const { book, now, random } = this.#parts
    const { box } = row
    const attempts = isOfRow ? row.attempts + 1 : row.attempts
    const nextAt = isOfRow ? now() + backOff(attempts, random()) : 0
    if (row.state === 'placed' && (why.code === 'folders.gone' || why.code === 'folders.noAnswer')) {
      if (this.#catchUp(row)) return
      book.parts.outbox.move(row.id, 'unknown', { attempts, nextAt, failure: why.code })
      book.move(row.declarationId, 'sendUnknown')
      this.#trouble(row, why)
      return
    }
    // What an answer of the client said of this message is not forgotten over a line that is broken.
    const code = row.failure === 'folders.noAnswer' ? row.failure : why.code
    book.parts.outbox.postpone(row.id, { attempts, nextAt, failure: code, box })
    if (row.failure !== code && row.state === 'unknown') this.#trouble(row, why, '查询没有成功')
  }

  #note({ declarationId }: OutboxRow, title: string, numbers: { seqNo?: string; entryId?: string } = {}): void {
    this.#parts.book.note({ declarationId, kind: 'send', title, ...numbers })
  }

  #trouble({ declarationId }: OutboxRow, { what, why, todo }: Failure, title = what): void {
    this.#parts.book.note({ declarationId, kind: 'trouble', title, note: `${why}。${todo}` })
  }
}

/** The technical answer to a filing is kept like a receipt, once for each filing. */
const answerOf = ({ id, clientSeqNo }: OutboxRow) => ({
  origin: `answer:${id}`,
  portalId: String(id),
  fileName: `Successed_${clientSeqNo}.xml`,
})
