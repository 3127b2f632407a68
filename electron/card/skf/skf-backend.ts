import { failure } from '../../../domain/failures/index.ts'
import { refuse, type Result } from '../../../domain/result.ts'
import { SkfLibrary } from '../../../native/skf/library.ts'
import type { BackendPicture, Card, CardBackend, Place } from '../card.ts'
import { patience as usualPatience, type Patience } from '../profiles/profile.ts'
import type { FoundLibrary } from './find-library.ts'
import { SkfCard } from './skf-card.ts'
import { SkfLine } from './skf-line.ts'

export interface SkfOptions {
  /** Finds the library anew: it may be installed while we wait. */
  readonly find: () => FoundLibrary | undefined
  readonly patience?: Patience
  /** Between two looks for tokens, in milliseconds. */
  readonly look?: number
}

interface Loaded extends FoundLibrary {
  readonly code: SkfLibrary
}

/**
 * Tokens behind one vendor library. SKF_WaitForDevEvent would hold a thread for ever and cannot be called beside other
 * functions in every library, so tokens are counted every second; not while one is open, so that nothing disturbs it.
 */
export class SkfBackend implements CardBackend {
  readonly kind = 'skf'
  readonly #options: SkfOptions
  readonly #line: SkfLine
  readonly #insertions = new Map<string, number>()
  #here: ReadonlySet<string> = new Set()
  #loaded: Loaded | undefined
  #tell: ((picture: BackendPicture) => void) | undefined
  #timer: NodeJS.Timeout | undefined
  #looking: Promise<void> = Promise.resolve()
  #inUse = false
  #mute = false

  constructor(options: SkfOptions) {
    this.#options = options
    this.#line = new SkfLine(options.patience ?? usualPatience)
  }

  start(tell: (picture: BackendPicture) => void): void {
    this.#tell = tell
    this.#lookOn()
  }

  async stop(): Promise<void> {
    this.#tell = undefined
    clearTimeout(this.#timer)
    await this.#looking
  }

  async open(place: string): Promise<Result<Card>> {
    const loaded = this.#loaded
    if (!loaded || !this.#here.has(place)) return refuse(failure('card.noCard'))
    if (this.#inUse) return refuse(failure('card.busy'))
    this.#inUse = true
    const released = (): void => {
      this.#inUse = false
    }
    const through = { line: this.#line, library: loaded.code, vendor: loaded.library, released }
    const card = await SkfCard.open(through, place)
    if (!card.ok) released()
    return card
  }

  #lookOn(): void {
    this.#looking = this.#look().then(() => {
      if (this.#tell) this.#timer = setTimeout(() => this.#lookOn(), this.#options.look ?? 1000)
    })
  }

  async #look(): Promise<void> {
    if (this.#inUse) return
    const loaded = this.#load()
    if (typeof loaded === 'string') return this.#down(loaded)
    const devices = await this.#line.ask(() => loaded.code.devices())
    // A token that came into use meanwhile has a picture of its own.
    if (devices.ok) return this.#show(loaded, devices.value, 'present')
    if (devices.error.code === 'card.mute') return this.#show(loaded, [...this.#here], 'mute')
    this.#tell?.({ service: false, failure: devices.error })
  }

  /** The library, or why there is none. It is loaded once: vendors' libraries do not unload well. */
  #load(): Loaded | string {
    if (this.#loaded) return this.#loaded
    const found = this.#options.find()
    if (!found) return '没有装在本机'
    const loaded = SkfLibrary.load(found.path)
    if ('why' in loaded) return `${found.library.label}：${loaded.why}`
    this.#loaded = { ...found, code: loaded.library }
    return this.#loaded
  }

  #down(detail: string): void {
    this.#tell?.({ service: false, failure: failure('card.vendorLibrary', { detail }) })
  }

  /** Without a token one empty place is shown: token and reader are one thing, and the clerk is to plug it in. */
  #show({ library }: Loaded, devices: readonly string[], card: 'present' | 'mute'): void {
    // A library that hung and speaks again is read anew, as after an insertion.
    const woken = this.#mute && card === 'present'
    this.#mute = card === 'mute'
    for (const name of devices)
      if (woken || !this.#here.has(name)) this.#insertions.set(name, (this.#insertions.get(name) ?? 0) + 1)
    this.#here = new Set(devices)
    const places = devices.map((name): Place => {
      return { name, card, insertion: this.#insertions.get(name) ?? 1, atr: '' }
    })
    const none: Place = { name: library.label, card: 'absent', insertion: 0, atr: '' }
    this.#tell?.({ service: true, places: places.length > 0 ? places : [none] })
  }
}
