import { WebSocketServer, type WebSocket } from 'ws'
import { toBase64, utf8 } from '../../domain/crypto/bytes.ts'
import { readCertificate, type Certificate } from '../../domain/crypto/certificate.ts'
import { digestInfo } from '../../domain/crypto/rsa.ts'
import { digestFor, rsaHashOf } from '../../domain/crypto/verify-signature.ts'
import { Chip } from '../card/chip.ts'
import { BlockReader } from './block-reader.ts'

/** Ways in which a control, or another program on its port, can go wrong. */
export type ControlFault =
  | 'none'
  | 'wrong-id'
  | 'wrong-method'
  | 'twice'
  | 'garbage'
  | 'huge'
  | 'silent'
  | 'close'
  | 'wrong-signature'
  | 'binary'

interface Request {
  readonly _method: string
  readonly _id: number
  readonly args: Record<string, string>
}

type Values = readonly string[]
class Refusal extends Error {
  readonly error: Values
  constructor(...error: string[]) {
    super(error[0])
    this.error = error
  }
}

/**
 * A control of the electronic port to practise and test with: same address form, same messages, a practice card
 * behind it. Method names and error numbers: signing.json.
 */
export class FakeControl {
  fault: ControlFault = 'none'
  /** PIN presentations that reached it. */
  pinCalls = 0
  /** Names of the calls in order. */
  readonly calls: string[] = []
  /** Most calls that were ever under way at once. */
  atOnce = 0
  #running = 0
  #chip: Chip | undefined
  #certificate: Certificate | undefined
  #open = false
  readonly #server: WebSocketServer
  readonly #blocks = new BlockReader()

  private constructor(server: WebSocketServer) {
    this.#server = server
    server.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => this.#take(socket, new Uint8Array(data)))
      socket.on('error', () => socket.terminate())
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
    this.#chip = new Chip(cardFile)
    this.#certificate = readCertificate(this.#chip.certificate)
    this.#open = false
  }

  remove(): void {
    this.#chip = undefined
    this.#open = false
  }

  async close(): Promise<void> {
    for (const client of this.#server.clients) client.terminate()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #take(socket: WebSocket, bytes: Uint8Array): void {
    const step = this.#blocks.take(bytes)
    if (step.kind === 'more') return socket.send(JSON.stringify({ _method: '_nextBlock', _id: 0, _args: step.next }))
    if (step.kind === 'whole') this.#serve(socket, JSON.parse(new TextDecoder().decode(step.bytes)) as Request)
  }

  #serve(socket: WebSocket, request: Request): void {
    const { _method: method, _id: id } = request
    this.calls.push(method)
    this.atOnce = Math.max(this.atOnce, ++this.#running)
    const frame = this.#answer(request)
    this.#running--
    const text = JSON.stringify(frame)
    switch (this.fault) {
      case 'silent':
        return
      case 'close':
        return socket.terminate()
      case 'garbage':
        return socket.send('<html>404</html>')
      case 'huge':
        return socket.send(JSON.stringify({ ...frame, filler: 'x'.repeat(2 * 1024 * 1024) }))
      case 'binary':
        return socket.send(Buffer.from(text), { binary: true })
      case 'wrong-id':
        return socket.send(JSON.stringify({ ...frame, _id: id + 1 }))
      case 'wrong-method':
        return socket.send(JSON.stringify({ ...frame, _method: `${method}X` }))
      case 'twice':
        socket.send(text)
        return socket.send(text)
      default:
        return socket.send(text)
    }
  }

  #answer({ _method, _id, args }: Request) {
    const head = { _id, _method, _status: '00' }
    try {
      return { ...head, _args: { Result: true, Data: this.#run(_method, args), Error: [] } }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { ...head, _args: { Result: false, Data: [], Error: error.error } }
    }
  }

  #run(method: string, args: Record<string, string>): Values {
    if (method === 'cus-sec_SpcClearEnv') {
      this.#open = false
      if (this.#chip) this.#chip.verified = false
      return []
    }
    const chip = this.#chip
    if (!chip || !this.#certificate) throw new Refusal('读卡器中没有卡', 'Err:CusSec51590')
    if (method === 'cus-sec_SpcInitEnvEx') this.#open = true
    if (!this.#open) throw new Refusal('没有打开卡', 'Err:CusSec50200')
    return this.#ofCard(method, args, chip, this.#certificate)
  }

  #ofCard(method: string, args: Record<string, string>, chip: Chip, certificate: Certificate): Values {
    switch (method) {
      case 'cus-sec_SpcInitEnvEx':
        return []
      case 'cus-sec_SpcGetCertNo':
        return [certificate.serialHex.toLowerCase()]
      case 'cus-sec_SpcGetCardID':
        return [`03-${certificate.card.cardNo}`]
      case 'cus-sec_SpcGetSignCertAsPEM':
        return [toBase64(certificate.der)]
      case 'cus-sec_SpcVerifyPIN':
        this.#present(chip, args['passwd'] ?? '')
        return []
      case 'cus-sec_SpcChangePIN':
        this.#present(chip, args['oldPin'] ?? '')
        chip.changePin(args['newPin'] ?? '')
        return []
      case 'cus-sec_SpcSignDataAsPEM':
        return this.#sign(chip, certificate, args['inData'] ?? '')
      default:
        throw new Refusal('参数错误', 'Err:Base50000')
    }
  }

  #present(chip: Chip, pin: string): void {
    this.pinCalls++
    const result = chip.presentPlain(utf8(pin))
    if (result.kind === 'ok') return
    const left = result.kind === 'blocked' ? 0 : result.left
    throw new Refusal(`卡密码错误，还剩${left}次机会`, 'Err:CusSec51571')
  }

  #sign(chip: Chip, certificate: Certificate, text: string): Values {
    if (!chip.verified) throw new Refusal('没有验证密码', 'Err:CusSec51572')
    const digest = digestFor(utf8(this.fault === 'wrong-signature' ? `${text}!` : text), certificate)
    const signature =
      certificate.algorithm === 'SM2' ? chip.signSm2(digest) : chip.signRsa(digestInfo(rsaHashOf(certificate), digest))
    return [toBase64(signature), certificate.serialHex.toLowerCase()]
  }
}
