import { abiOf } from './abi.ts'
import { pcscCodes } from './codes.ts'
import { Connection } from './connection.ts'
import { pcscLibrary, type Handle, type PcscLibrary, type Waiting } from './library.ts'
import { endsContext, Monitor, type Picture } from './monitor.ts'
import { refused, success, type PcscResult } from './result.ts'

/**
 * The system's PC/SC service: a live picture of the readers, and connections to cards. Each reader has a context of
 * its own, because a command that blocks holds its whole context.
 */
export class Pcsc {
  readonly #abi = abiOf(process.platform)
  readonly #waiting: Waiting
  readonly #contexts = new Map<string, Handle>()
  #monitor: Monitor | undefined
  #retry: NodeJS.Timeout | undefined

  constructor(waiting: Waiting = 'ownThread') {
    this.#waiting = waiting
  }

  get #library(): PcscLibrary | undefined {
    return pcscLibrary(this.#abi, this.#waiting)
  }

  /** Tells the picture now and at every change. Without a PC/SC library it says so and looks again. */
  start(tell: (picture: Picture) => void): void {
    const library = this.#library
    if (!library) {
      tell({ service: false, code: pcscCodes.NO_LIBRARY })
      this.#retry = setTimeout(() => this.start(tell), 5000)
      return
    }
    this.#monitor = new Monitor(library, (picture) => {
      if (!picture.service) void this.#release(library)
      tell(picture)
    })
    this.#monitor.start()
  }

  async stop(): Promise<void> {
    clearTimeout(this.#retry)
    await this.#monitor?.stop()
    const library = this.#library
    if (library) await this.#release(library)
  }

  /** Also when the service went away under them: the library keeps a socket for each context until it is released. */
  async #release(library: PcscLibrary): Promise<void> {
    const open = [...this.#contexts.values()]
    this.#contexts.clear()
    await Promise.all(open.map((context) => library.release(context)))
  }

  async #contextOf(library: PcscLibrary, reader: string): Promise<PcscResult<Handle>> {
    const known = this.#contexts.get(reader)
    if (known !== undefined) return success(known)
    const { code, context } = await library.establish()
    if (code !== 0) return refused(code)
    this.#contexts.set(reader, context)
    return success(context)
  }

  /** Connects to the card in a reader, shared. A dead context is thrown away once and a new one tried. */
  async connect(reader: string): Promise<PcscResult<Connection>> {
    const library = this.#library
    if (!library) return refused(pcscCodes.NO_LIBRARY)
    const context = await this.#contextOf(library, reader)
    if (!context.ok) return context
    const opened = await Connection.open(library, context.value, reader)
    if (opened.ok || !endsContext(opened.code)) return opened
    this.#contexts.delete(reader)
    await library.release(context.value)
    const fresh = await this.#contextOf(library, reader)
    return fresh.ok ? Connection.open(library, fresh.value, reader) : fresh
  }
}
