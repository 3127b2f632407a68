import { createHash } from 'node:crypto'
import { writeReceipt } from '../../domain/message/write-receipt.ts'
import { numberIn } from '../../domain/portal/exchange-names.ts'
import type { Fault, ReceiptPage } from '../../domain/portal/answers.ts'
import { unpackFiling, type FilingBody } from '../../domain/portal/package.ts'
import type { Checked } from '../portal/intake/check-filing.ts'
import type { CheckedFiling, Registration } from '../portal/registrar.ts'
import { beijingDigits } from '../../domain/message/beijing-time.ts'
import type { ClientFolders, Waiting } from './client-folders.ts'

/** The single window as the client reaches it. */
export interface SingleWindow {
  check(body: FilingBody): Checked
  register(filing: CheckedFiling): Registration
  /** Business receipts after a cursor. */
  receipts(after: string): ReceiptPage
  /** What is being practised now. */
  fault(): Fault
}

export interface ClientParts {
  readonly folders: ClientFolders
  readonly window: SingleWindow
  /** How far the receipts were put into InBox. */
  readonly cursor: { get(): string; set(cursor: string): void }
  readonly now: () => number
}

/** Texts of the client, as its manual has them. */
const texts = {
  network: 'Send->RabbitMQ 发送报文时发送错误',
  noAnswer: '等待响应超时',
} as const

const typeOf = (fileName: string): FilingBody['contentType'] =>
  /\.zip$/i.test(fileName) ? 'application/zip' : 'application/xml'
const baseOf = (fileName: string): string => fileName.replace(/\.[^.]+$/, '')

/**
 * Stands for the official import client: takes messages from OutBox, oldest first, hands them to the single window,
 * moves them to SentBox or FailBox and answers into InBox. Each round is one look; nothing is kept but the cursor.
 */
export class ImportClient {
  readonly #parts: ClientParts

  constructor(parts: ClientParts) {
    this.#parts = parts
  }

  /** One look into OutBox and one at the receipts. */
  run(): void {
    const { folders, window } = this.#parts
    const fault = window.fault()
    // Not running, not logged in, no card: everything stays where it lies.
    if (fault === 'portal-down') return
    for (const message of folders.waiting()) this.#take(message, fault)
    this.#deliver()
  }

  #take(message: Waiting, fault: Fault): void {
    const { folders, window, now } = this.#parts
    const body: FilingBody = { contentType: typeOf(message.fileName), bytes: message.bytes }
    // A package with folders or other files in it is never picked up; the client says nothing about it.
    if (!unpackFiling(body).ok) return
    if (fault === 'busy') return this.#turnDown(message, 'FailBox', '-1001', texts.network)
    const checked = window.check(body)
    if (checked.kind === 'refused')
      return this.#turnDown(message, 'FailBox', String(checked.refusal.code), checked.refusal.text)
    const { clientSeqNo, facts } = checked
    const bodySha256 = createHash('sha256').update(message.bytes).digest('hex')
    const registration = window.register({ clientSeqNo, bodySha256, body, facts })
    if (registration.kind === 'other-body')
      return this.#turnDown(message, 'SentBox', '-9', '该客户端编号已有内容不同的报关单')
    if (fault === 'answer-lost') return this.#turnDown(message, 'SentBox', '-1002', texts.noAnswer)
    folders.move(message.fileName, 'SentBox', now())
    folders.answer(`Successed_${baseOf(message.fileName)}_${beijingDigits(now())}.xml`, registration.answer)
  }

  #turnDown({ fileName }: Waiting, box: 'SentBox' | 'FailBox', responseCode: string, note: string): void {
    const { folders, now } = this.#parts
    const clientSeqNo = numberIn(baseOf(fileName)) ?? ''
    const answer = writeReceipt({ form: 'DecImportResponse', responseCode, note, clientSeqNo, more: {} })
    folders.move(fileName, box, now())
    folders.answer(`Failed_${baseOf(fileName)}_${beijingDigits(now())}.xml`, answer)
  }

  /** Business receipts go to InBox in their order; after a crash in between some come twice, as they do in practice. */
  #deliver(): void {
    const { folders, window, cursor } = this.#parts
    for (;;) {
      const page = window.receipts(cursor.get())
      if (page.items.length === 0) return
      for (const { fileName, content } of page.items) folders.answer(fileName, Buffer.from(content, 'base64'))
      cursor.set(page.cursor)
    }
  }
}
