import koffi from 'koffi'
import type { PcscAbi } from './abi.ts'

/** Handle of a context or of a card; its width differs by platform. */
export type Handle = number | bigint

/** SCARD_READERSTATE as the library fills it. */
export interface ReaderState {
  szReader: string
  pvUserData: null
  dwCurrentState: number
  /** koffi gives a bigint where a number has no room. */
  dwEventState: number | bigint
  cbAtr: number | bigint
  rgbAtr: Uint8Array | number[]
}

type Done = (error: Error | null, result: number | bigint) => void
interface Foreign {
  (...values: unknown[]): number | bigint
  async(...values: unknown[]): void
}

/** Codes arrive sign-extended; 32 bits of them count. */
const code32 = (result: number | bigint): number =>
  typeof result === 'number' ? result >>> 0 : Number(BigInt.asUintN(32, result))

/**
 * Who waits for a call: a thread of its own, or the thread that calls. The second is the faster (two changes of thread
 * fewer) and stops everything else there: for a thread that serves one reader and nothing else.
 */
export type Waiting = 'ownThread' | 'caller'

/**
 * The system's PC/SC library through koffi: one method a function, each answering the 32-bit code. Nothing is judged
 * here. One instance serves a thread, because koffi's type names are global there.
 */
export class PcscLibrary {
  readonly abi: PcscAbi
  readonly #waiting: Waiting
  readonly #functions: Record<string, Foreign>

  /** @throws when the library is not installed */
  constructor(abi: PcscAbi, waiting: Waiting = 'ownThread') {
    this.abi = abi
    this.#waiting = waiting
    const { dword, handle, result, suffix } = abi
    const library = koffi.load(abi.libraries[0] ?? '')
    const struct = abi.packed ? koffi.pack : koffi.struct
    struct('SCARD_READERSTATE', {
      szReader: 'const char *',
      pvUserData: 'void *',
      dwCurrentState: dword,
      dwEventState: dword,
      cbAtr: dword,
      rgbAtr: koffi.array('uint8', abi.atrBytes, 'Typed'),
    })
    const bind = (name: string, parameters: string): Foreign =>
      library.func(`${result} ${name}(${parameters.replaceAll('DWORD', dword).replaceAll('HANDLE', handle)})`)
    this.#functions = {
      establish: bind('SCardEstablishContext', 'DWORD scope, void *a, void *b, _Out_ HANDLE *context'),
      release: bind('SCardReleaseContext', 'HANDLE context'),
      list: bind(
        `SCardListReaders${suffix}`,
        'HANDLE context, const char *groups, _Out_ uint8_t *readers, _Inout_ DWORD *length',
      ),
      status: bind(
        `SCardGetStatusChange${suffix}`,
        'HANDLE context, DWORD timeout, _Inout_ SCARD_READERSTATE *states, DWORD count',
      ),
      cancel: bind('SCardCancel', 'HANDLE context'),
      connect: bind(
        `SCardConnect${suffix}`,
        'HANDLE context, const char *reader, DWORD share, DWORD protocols, _Out_ HANDLE *card, _Out_ DWORD *protocol',
      ),
      reconnect: bind(
        'SCardReconnect',
        'HANDLE card, DWORD share, DWORD protocols, DWORD initialization, _Out_ DWORD *protocol',
      ),
      disconnect: bind('SCardDisconnect', 'HANDLE card, DWORD disposition'),
      begin: bind('SCardBeginTransaction', 'HANDLE card'),
      end: bind('SCardEndTransaction', 'HANDLE card, DWORD disposition'),
      transmit: bind(
        'SCardTransmit',
        'HANDLE card, void *pci, void *send, DWORD sendLength, void *receivePci, void *receive, void *receiveLength',
      ),
    }
  }

  #call(name: string, ...values: unknown[]): Promise<number> {
    const foreign = this.#functions[name]
    if (!foreign) throw new Error(`${name} is not bound`)
    return this.#run(foreign, values)
  }

  #run(foreign: Foreign, values: unknown[]): Promise<number> {
    if (this.#waiting === 'caller') return Promise.resolve(code32(foreign(...values)))
    return new Promise((resolve, reject) => {
      const done: Done = (error, result) => (error ? reject(error) : resolve(code32(result)))
      foreign.async(...values, done)
    })
  }

  async establish(): Promise<{ code: number; context: Handle }> {
    const context: Handle[] = [0]
    const code = await this.#call('establish', 2, null, null, context)
    return { code, context: context[0] ?? 0 }
  }
  release(context: Handle): Promise<number> {
    return this.#call('release', context)
  }
  cancel(context: Handle): Promise<number> {
    return this.#call('cancel', context)
  }

  async list(context: Handle): Promise<{ code: number; readers: string[] }> {
    const buffer = Buffer.alloc(16_384)
    const length = [buffer.length]
    const code = await this.#call('list', context, null, buffer, length)
    const text = buffer.toString('utf8', 0, code === 0 ? length[0] : 0)
    return { code, readers: text.split('\0').filter((name) => name !== '') }
  }

  status(context: Handle, timeout: number, states: ReaderState[]): Promise<number> {
    return this.#call('status', context, timeout, states, states.length)
  }

  async connect(context: Handle, reader: string, share: number, protocols: number) {
    const [card, protocol]: [Handle[], number[]] = [[0], [0]]
    const code = await this.#call('connect', context, reader, share, protocols, card, protocol)
    return { code, card: card[0] ?? 0, protocol: Number(protocol[0]) }
  }
  async reconnect(card: Handle, share: number, protocols: number, initialization: number) {
    const protocol = [0]
    const code = await this.#call('reconnect', card, share, protocols, initialization, protocol)
    return { code, protocol: Number(protocol[0]) }
  }
  disconnect(card: Handle, disposition: number): Promise<number> {
    return this.#call('disconnect', card, disposition)
  }
  begin(card: Handle): Promise<number> {
    return this.#call('begin', card)
  }
  end(card: Handle, disposition: number): Promise<number> {
    return this.#call('end', card, disposition)
  }

  /** @param receive buffer for the answer; as long as the longest answer that may come */
  async transmit(card: Handle, protocol: number, command: Uint8Array, receive: Uint8Array) {
    const [pci, length] = [this.#pci(protocol), new Uint32Array([receive.length, 0])]
    const code = await this.#call('transmit', card, pci, command, command.length, null, receive, length)
    return { code, length: length[0] ?? 0 }
  }

  /** SCARD_IO_REQUEST as bytes: two DWORD, protocol and length of the struct. Bytes pass faster than objects. */
  #pci(protocol: number): Uint32Array {
    return this.abi.dword === 'ulong' ? new Uint32Array([protocol, 0, 16, 0]) : new Uint32Array([protocol, 8])
  }
}

let loaded: PcscLibrary | undefined

/** The one instance of this thread, or `undefined` where the library is not installed. The first to ask says who waits. */
export function pcscLibrary(abi: PcscAbi | undefined, waiting: Waiting): PcscLibrary | undefined {
  if (loaded || !abi) return loaded
  try {
    loaded = new PcscLibrary(abi, waiting)
  } catch {
    // koffi throws when the file is not there; the caller tells the clerk, and asks again later.
    return undefined
  }
  return loaded
}
