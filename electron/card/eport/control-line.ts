import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Failure, type Result } from '../../../domain/result.ts'
import type { Patience } from '../profiles/profile.ts'
import { blockSize, toBlocks } from './blocks.ts'
import { controlFailure } from './eport-failures.ts'
import { longestAnswer, readAnswer, type ControlAnswer, type NextBlock } from './messages.ts'
import { isStranger } from './peer.ts'
import { hideSecrets, requestBytes, type ControlCall } from './request.ts'

export interface LineOptions {
  readonly host: string
  readonly port: number
  /** Longest waits for an answer; calls with a PIN and signatures may take longer. */
  readonly patience: Patience
  readonly onClose: () => void
}

interface Waiting {
  readonly id: number
  readonly call: ControlCall
  readonly blocks: readonly string[]
  readonly guid: string
  /** Blocks that may still be asked for again. */
  repeats: number
  readonly end: (result: Result<readonly string[]>) => void
}

/** Greeting after the connection, seen of real controls: number 0, method `open`. */
const greeting = 'open'

/**
 * One connection to the control. Calls go one at a time, because the control's own script mixes up two calls of one
 * method. Whatever does not fit the call that waits (another number, another method, no JSON, too long) closes the
 * connection: somebody else may sit on the port. So does patience that ends: the late answer has nowhere to come.
 */
export class ControlLine {
  readonly #options: LineOptions
  readonly #socket: WebSocket
  #number = 0
  #waiting: Waiting | undefined
  #queue: Promise<unknown> = Promise.resolve()
  #closed: Failure | undefined

  private constructor(options: LineOptions, socket: WebSocket) {
    this.#options = options
    this.#socket = socket
    socket.on('message', (data: Buffer, binary) => this.#take(data, binary))
    socket.on('close', () => this.#close(failure('card.controlMissing')))
    socket.on('error', (error) => this.#close(failure('card.controlAnswer', { detail: error.message })))
  }

  /** Connects, or says why not: nobody listens, what listens is no control, or another user's. */
  static open(options: LineOptions): Promise<Result<ControlLine>> {
    const socket = new WebSocket(`ws://${options.host}:${options.port}`, {
      maxPayload: longestAnswer,
      followRedirects: false,
      perMessageDeflate: false,
      handshakeTimeout: options.patience.command,
    })
    return new Promise((resolve) => {
      let stranger = false
      socket.once('upgrade', ({ socket: { localPort = 0, remotePort = 0 } }) => {
        stranger = isStranger(localPort, remotePort)
      })
      socket.once('open', () => {
        if (!stranger) return resolve(ok(new ControlLine(options, socket)))
        socket.terminate()
        resolve(refuse(failure('card.controlStranger')))
      })
      socket.once('error', (error: NodeJS.ErrnoException) => {
        const code = error.code === 'ECONNREFUSED' ? 'card.controlMissing' : 'card.controlAnswer'
        resolve(refuse(failure(code, { detail: error.message })))
      })
    })
  }

  get closed(): boolean {
    return this.#closed !== undefined
  }

  /** Calls a method and answers its data. Never repeated, whatever comes back. */
  call(call: ControlCall, kind: keyof Patience = 'command'): Promise<Result<readonly string[]>> {
    const run = this.#queue.then(() => this.#send(call, this.#options.patience[kind]))
    this.#queue = run
    return run
  }

  end(): void {
    this.#close(failure('card.controlMissing'))
  }

  #send(call: ControlCall, patience: number): Promise<Result<readonly string[]>> {
    if (this.#closed) return Promise.resolve(refuse(this.#closed))
    const id = ++this.#number
    const bytes = requestBytes(id, call)
    const guid = randomUUID()
    const blocks = bytes.length > blockSize ? toBlocks(new TextDecoder().decode(bytes), guid) : []
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#close(failure('card.mute', { detail: call.method })), patience)
      const end = (result: Result<readonly string[]>): void => {
        clearTimeout(late)
        this.#waiting = undefined
        resolve(result)
      }
      this.#waiting = { id, call, blocks, guid, repeats: 3 * blocks.length, end }
      this.#socket.send(blocks[0] ?? bytes, { binary: false }, () => bytes.fill(0))
    })
  }

  #take(data: Buffer, binary: boolean): void {
    const waiting = this.#waiting
    if (waiting) hideSecrets(data, waiting.call)
    const answer = binary ? undefined : readAnswer(data.toString('utf8'))
    if (answer && 'id' in answer && answer.method === greeting && answer.id === 0) return
    if (!answer || !waiting) return this.#stranger(waiting ? 'frame' : 'unasked')
    if ('guid' in answer) this.#nextBlock(waiting, answer)
    else this.#end(waiting, answer)
  }

  #nextBlock(waiting: Waiting, { guid, next, finish, done }: NextBlock): void {
    if (guid !== waiting.guid) return this.#stranger('block')
    if (finish) return
    const block = waiting.blocks[next]
    if (block === undefined || (!done && waiting.repeats-- <= 0)) return this.#stranger('block')
    this.#socket.send(block, { binary: false })
  }

  #end(waiting: Waiting, answer: ControlAnswer): void {
    if (answer.id !== waiting.id || answer.method !== waiting.call.method)
      return this.#stranger(`${answer.method} ${answer.id}`)
    waiting.end(answer.done ? ok(answer.data) : refuse(controlFailure(answer.error)))
  }

  #stranger(detail: string): void {
    this.#close(failure('card.controlAnswer', { detail }))
  }

  #close(because: Failure): void {
    if (this.#closed) return
    this.#closed = because
    this.#socket.terminate()
    this.#waiting?.end(refuse(because))
    this.#options.onClose()
  }
}
