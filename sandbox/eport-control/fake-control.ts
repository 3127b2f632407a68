import { WebSocketServer, type WebSocket } from 'ws'
import * as z from 'zod'
import { BlockReader } from './block-reader.ts'
import { ControlCard, type ControlError, type ControlResult } from './control-card.ts'

/** Ways in which a control, or another program on its port, can go wrong. */
export const controlFaults = [
  'none',
  'wrong-id',
  'wrong-method',
  'twice',
  'garbage',
  'huge',
  'binary',
  'silent',
  /** Answers when nobody waits any more. */
  'late',
  'close',
  /** Signs something else. */
  'wrong-signature',
  /** Repeats in its error what it was given. */
  'echo',
] as const
export type ControlFault = (typeof controlFaults)[number]

const requestSchema = z.object({
  _method: z.string(),
  _id: z.number(),
  args: z.record(z.string(), z.string()),
})
type Request = z.output<typeof requestSchema>

const pinMethods = ['cus-sec_SpcVerifyPIN', 'cus-sec_SpcChangePIN']
const noCard: ControlResult = { error: ['读卡器中没有卡:错误码=51590', 'Err:Custom51590'] }
const lateBy = 1500

/**
 * A control of the electronic port to practise and test with: same address form, same messages, a practice card
 * behind it. Method names and error numbers: signing.json.
 */
export class FakeControl {
  fault: ControlFault = 'none'
  /** Bends every answer before it is sent: for tests that try many. */
  bend: ((answer: string) => string | Buffer) | undefined
  /** Damaged blocks that are still to come. */
  spoiledBlocks = 0
  /** Calls that carried a PIN. */
  pinCalls = 0
  /** Names of the calls in order. */
  readonly calls: string[] = []
  #card: ControlCard | undefined
  readonly #server: WebSocketServer
  readonly #late = new Set<NodeJS.Timeout>()

  private constructor(server: WebSocketServer) {
    this.#server = server
    server.on('connection', (socket) => {
      const blocks = new BlockReader()
      socket.on('message', (data: Buffer) => this.#take(socket, blocks, data.toString('utf8')))
      socket.on('error', () => socket.terminate())
      this.#send(socket, { _id: 0, _method: 'open' }, { data: [] })
    })
  }

  /** @param port 0 takes a free one */
  static start(port: number): Promise<FakeControl> {
    const server = new WebSocketServer({ host: '127.0.0.1', port, maxPayload: 4 * 1024 * 1024 })
    return new Promise((resolve, reject) => {
      server.once('listening', () => resolve(new FakeControl(server)))
      server.once('error', reject)
    })
  }

  get port(): number {
    const address = this.#server.address()
    return typeof address === 'object' && address ? address.port : 0
  }

  insert(cardFile: string): void {
    this.#card = ControlCard.of(cardFile)
  }

  remove(): void {
    this.#card = undefined
  }

  async close(): Promise<void> {
    for (const timer of this.#late) clearTimeout(timer)
    for (const client of this.#server.clients) client.terminate()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #take(socket: WebSocket, blocks: BlockReader, frame: string): void {
    const step = blocks.take(frame, this.spoiledBlocks > 0 && this.spoiledBlocks-- > 0)
    if (step.kind === 'bad') return socket.terminate()
    if (step.kind === 'next') return this.#ask(socket, step.block, step.done)
    if (step.kind === 'finished') this.#ask(socket, { guid: step.guid, next: 0, finish: true }, true)
    const request = requestSchema.safeParse(JSON.parse(step.text))
    if (request.success) this.#serve(socket, request.data)
    else socket.terminate()
  }

  #ask(socket: WebSocket, block: object, done: boolean): void {
    socket.send(
      JSON.stringify({
        _id: 0,
        _method: '_nextBlock',
        _status: '00',
        _args: { Result: done, Data: [block], Error: [] },
      }),
    )
  }

  #serve(socket: WebSocket, { _method: method, _id: id, args }: Request): void {
    this.calls.push(method)
    if (pinMethods.includes(method)) this.pinCalls++
    if (this.#card) this.#card.liar = this.fault === 'wrong-signature'
    const result = this.#card?.run(method, args) ?? noCard
    const head = { _id: id, _method: method }
    switch (this.fault) {
      case 'silent':
        return
      case 'close':
        return socket.terminate()
      case 'garbage':
        return socket.send('<html>404</html>')
      case 'huge':
        return this.#send(socket, head, { data: ['x'.repeat(2 * 1024 * 1024)] })
      case 'binary':
        return socket.send(Buffer.from([0, 1, 2]), { binary: true })
      case 'wrong-id':
        return this.#send(socket, { ...head, _id: id + 1 }, result)
      case 'wrong-method':
        return this.#send(socket, { ...head, _method: `${method}X` }, result)
      case 'late':
        return this.#sendLate(socket, head, result)
      case 'echo':
        return this.#send(socket, head, { error: [`不能执行 ${JSON.stringify(args)}`, 'Err:Custom59999'] })
      case 'twice':
        this.#send(socket, head, result)
        return this.#send(socket, head, result)
      default:
        return this.#send(socket, head, result)
    }
  }

  #sendLate(socket: WebSocket, head: object, result: ControlResult): void {
    const timer = setTimeout(() => {
      this.#late.delete(timer)
      this.#send(socket, head, result)
    }, lateBy)
    this.#late.add(timer)
  }

  #send(socket: WebSocket, head: object, result: ControlResult): void {
    const none: ControlError | [] = []
    const args =
      'data' in result
        ? { Result: true, Data: result.data, Error: none }
        : { Result: false, Data: [], Error: result.error }
    const answer = JSON.stringify({ ...head, _status: '00', _args: args })
    const bent = this.bend?.(answer) ?? answer
    socket.send(bent, { binary: false })
  }
}
