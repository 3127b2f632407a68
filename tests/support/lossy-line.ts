import { failure } from '../../domain/failures/index.ts'
import { writeReceipt } from '../../domain/message/write-receipt.ts'
import { readReceipt } from '../../domain/message/read-receipt.ts'
import type { Held, ReceiptItem, ReceiptPage } from '../../domain/portal/answers.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { OutgoingFiling, Portal, SendOutcome } from '../../electron/portal/portal.ts'
import { factsOf, heldOf } from '../../sandbox/portal/filing.ts'
import { importDeclaration } from '../fixtures/declarations.ts'
import { practiceWindow, type PracticeWindow } from './practice-window.ts'

/** What can happen to a call on its way. */
export const mishaps = [
  'none',
  'down',
  'cut-before',
  'cut-after',
  'delayed',
  'refused',
  'crash-before',
  'crash-after',
] as const
export type Mishap = (typeof mishaps)[number]

/** What can happen to a page of receipts. */
export const pageMishaps = ['none', 'lost', 'again', 'shuffled', 'torn'] as const
export type PageMishap = (typeof pageMishaps)[number]

/** The desk is gone in the middle of a call. */
export class Crash extends Error {}

const facts = factsOf(importDeclaration())

/**
 * The real portal's store, registrar and receipt engine behind a line that loses, delays, doubles and reorders.
 * What comes over it was checked already: signatures are proven elsewhere.
 */
export class LossyLine implements Portal {
  readonly filings: PracticeWindow['filings']
  readonly practice: PracticeWindow['practice']
  readonly engine: PracticeWindow['engine']
  readonly log: PracticeWindow['log']
  /** Numbers for which a filing was taken in, one entry each time. */
  readonly taken: string[] = []
  /** Numbers that were sent again although nobody knew what had become of the send before. */
  readonly unasked: string[] = []
  readonly #unknown = new Set<string>()
  /** Hashes of messages that the portal finds wrong, now and whenever they come again. */
  readonly #wrong = new Set<string>()
  /** What befalls the next calls; then nothing does. */
  sends: Mishap[] = []
  asks: Mishap[] = []
  pages: PageMishap[] = []
  readonly #window: PracticeWindow
  readonly #now: () => number
  /** Messages that something on the way holds back. */
  #onTheirWay: { filing: OutgoingFiling; until: number }[] = []

  constructor(now: () => number, window: PracticeWindow = practiceWindow(now)) {
    this.#window = window
    this.#now = now
    this.filings = window.filings
    this.practice = window.practice
    this.engine = window.engine
    this.log = window.log
  }

  send(filing: OutgoingFiling): Promise<SendOutcome> {
    const mishap = this.sends.shift() ?? 'none'
    const { clientSeqNo } = filing
    if (this.#unknown.has(clientSeqNo)) this.unasked.push(clientSeqNo)
    if (/^(cut|crash|delayed)/.test(mishap)) this.#unknown.add(clientSeqNo)
    return this.#pass(filing, mishap)
  }

  #pass(filing: OutgoingFiling, mishap: Mishap): Promise<SendOutcome> {
    const unknown: SendOutcome = { kind: 'unknown', failure: failure('portal.unknown') }
    if (mishap === 'down') return Promise.resolve({ kind: 'notSent', failure: failure('portal.down') })
    if (mishap === 'cut-before') return Promise.resolve(unknown)
    if (mishap === 'crash-before') return Promise.reject(new Crash())
    if (mishap === 'delayed') {
      this.#onTheirWay.push({ filing, until: this.#now() + 300_000 })
      return Promise.resolve(unknown)
    }
    if (mishap === 'refused' && !this.filings.byNumber(filing.clientSeqNo)) this.#wrong.add(filing.bodySha256)
    const answer = this.#deliver(filing)
    if (mishap === 'crash-after') return Promise.reject(new Crash())
    if (mishap === 'cut-after') return Promise.resolve(unknown)
    return Promise.resolve(answer)
  }

  ask(clientSeqNo: string): Promise<Result<Held | undefined>> {
    const mishap = this.asks.shift() ?? 'none'
    if (mishap.startsWith('crash')) return Promise.reject(new Crash())
    if (mishap !== 'none') return Promise.resolve(refuse(failure('portal.timeout', { seconds: 30 })))
    this.#unknown.delete(clientSeqNo)
    const held = this.filings.byNumber(clientSeqNo)
    return Promise.resolve(ok(held && heldOf(held)))
  }

  receipts(after: string): Promise<Result<ReceiptPage>> {
    const mishap = this.pages.shift() ?? 'none'
    if (mishap === 'lost') return Promise.resolve(refuse(failure('portal.broken')))
    const page = this.log.page(mishap === 'again' ? '' : after)
    if (mishap === 'shuffled') return Promise.resolve(ok({ ...page, items: [...page.items].reverse() }))
    // Every other receipt comes, and all of them again with the next page.
    if (mishap === 'torn') return Promise.resolve(ok({ cursor: after, items: everyOther(page.items) }))
    return Promise.resolve(ok(page))
  }

  time(): Promise<Result<{ now: string }>> {
    return Promise.resolve(ok({ now: new Date(this.#now()).toISOString() }))
  }

  close(): void {
    this.#window.db.close()
  }

  /** Lets everything arrive that was held back and is not too old. */
  arrive(): void {
    for (const { filing, until } of this.#onTheirWay) if (this.#now() <= until) this.#deliver(filing)
    this.#onTheirWay = []
  }

  #deliver(filing: OutgoingFiling): SendOutcome {
    const { clientSeqNo, bodySha256, body } = filing
    if (this.#wrong.has(bodySha256)) return declined(filing)
    const registration = this.#window.registrar.register({ clientSeqNo, bodySha256, body, facts })
    if (registration.kind === 'other-body') return { kind: 'refused', failure: failure('portal.otherBody') }
    if (registration.kind === 'taken') this.taken.push(clientSeqNo)
    const raw = Buffer.from(registration.answer)
    const receipt = readReceipt(raw)
    if (!receipt.ok) throw new Error(receipt.error.code)
    return { kind: 'accepted', answer: { receipt: receipt.value, raw } }
  }
}

const everyOther = (items: readonly ReceiptItem[]): ReceiptItem[] => items.filter((_item, at) => at % 2 === 0)

function declined({ clientSeqNo }: OutgoingFiling): SendOutcome {
  const raw = Buffer.from(
    writeReceipt({ form: 'DecImportResponse', responseCode: '-2', note: '演练退回', clientSeqNo, more: {} }),
  )
  const receipt = readReceipt(raw)
  if (!receipt.ok) throw new Error(receipt.error.code)
  return {
    kind: 'refused',
    failure: failure('portal.declined', { reason: '演练退回' }),
    answer: { receipt: receipt.value, raw },
  }
}
