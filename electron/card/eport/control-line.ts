import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { utf8 } from '../../../domain/crypto/bytes.ts'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Failure, type Result } from '../../../domain/result.ts'
import { blockSize, toBlocks } from './blocks.ts'
import { controlFailure } from './eport-failures.ts'
import { longestAnswer, readAnswer, type ControlAnswer, type NextBlock } from './messages.ts'

export interface LineOptions {
  readonly host: string
  readonly port: number
  /** Longest wait for an answer, in milliseconds. */
  readonly patience: number
  readonly onClose: () => void
}

interface Call {
  readonly id: number
  readonly method: string
  readonly blocks: readonly Uint8Array[]
  readonly guid: string
  readonly end: (result: Result<readonly string[]>) => void
}

/**
 * One connection to the control. Calls go one at a time, because the control's own script mixes up two calls of one
 * method. Whatever does not fit the call that waits (another number, another method, no JSON, too long) closes the
 * connection: somebody else may sit on the port.
 */
export class ControlLine {
  readonly #options: LineOptions
  readonly #socket: WebSocket
  #number = 0
  #call: Call | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #closed: Failure | undefined

  private constructor(options: LineOptions, socket: WebSocket) {
    this.#options = options
    this.#socket = socket
    socket.on('message', (data: Buffer, binary) => this.#take(data, binary))
    socket.on('close', () => this.#close(failure('card.controlMissing')))
    socket.on('error', () => this.#close(failure('card.controlAnswer')))
  }

  /** Connects, or says that no control listens. */
  static open(options: LineOptions): Promise<Result<ControlLine>> {
    const socket = new WebSocket(`ws://${options.host}:${options.port}`, {
      maxPayload: longestAnswer,
      followRedirects: false,
      perMessageDeflate: false,
      handshakeTimeout: options.patience,
    })
    return new Promise((resolve) => {
      socket.once('open', () => resolve(ok(new ControlLine(options, socket))))
      socket.once('error', (error) => resolve(refuse(failure('card.controlMissing', { detail: error.message }))))
    })
  }

  get closed(): boolean {
    return this.#closed !== undefined
  }

  /**
   * Calls a method and answers its data.
   * @param read makes the values at the last moment, so that a PIN becomes a text only when it is sent
   */
  call(method: string, read: () => Readonly<Record<string, string>> = () => ({})): Promise<Result<readonly string[]>> {
    const run = this.#queue.then(() => this.#send(method, read()))
    this.#queue = run
    return run
  }

  end(): void {
    this.#close(failure('card.controlMissing'))
  }

  #send(method: string, args: Readonly<Record<string, string>>): Promise<Result<readonly string[]>> {
    if (this.#closed) return Promise.resolve(refuse(this.#closed))
    const id = ++this.#number
    const bytes = utf8(JSON.stringify({ _method: method, _id: id, args }))
    const guid = randomUUID()
    const blocks = bytes.length > blockSize ? toBlocks(bytes, guid) : []
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#close(failure('card.mute', { detail: method })), this.#options.patience)
      const end = (result: Result<readonly string[]>): void => {
        clearTimeout(late)
        this.#call = undefined
        resolve(result)
      }
      this.#call = { id, method, blocks, guid, end }
      // Blocks may cut a character in two, which a text frame must not carry; how the control's own script sends
      // them is not published (unverified).
      this.#socket.send(blocks[0] ?? bytes, { binary: blocks.length > 0 })
      bytes.fill(0)
    })
  }

  #take(data: Buffer, binary: boolean): void {
    const answer = binary ? undefined : readAnswer(data.toString('utf8'))
    if (!answer || !this.#call) return this.#close(failure('card.controlAnswer', { detail: 'frame' }))
    if ('guid' in answer) return this.#nextBlock(this.#call, answer)
    this.#end(this.#call, answer)
  }

  #nextBlock(call: Call, { guid, next, finish }: NextBlock): void {
    const block = call.blocks[next - 1]
    if (guid !== call.guid || (!finish && !block))
      return this.#close(failure('card.controlAnswer', { detail: 'block' }))
    if (!finish && block) this.#socket.send(block, { binary: true })
  }

  #end(call: Call, answer: ControlAnswer): void {
    if (answer.id !== call.id || answer.method !== call.method)
      return this.#close(failure('card.controlAnswer', { detail: `${answer.method} ${answer.id}` }))
    call.end(answer.done ? ok(answer.data) : refuse(controlFailure(answer.error)))
  }

  #close(because: Failure): void {
    if (this.#closed) return
    this.#closed = because
    this.#socket.terminate()
    this.#call?.end(refuse(because))
    this.#options.onClose()
  }
}
