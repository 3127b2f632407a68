import type { Helper } from '../process/helper.ts'
import { replySchema, type CardReply, type CardRequest } from './protocol.ts'

/** Times in milliseconds. */
export interface CardLimits {
  /** Between two signs of life that are asked for. */
  readonly pulse: number
  /** Without a sign of life for so long the process counts as hung. */
  readonly silence: number
  /** A job without any outcome for so long is hung too; longer than a card may think. */
  readonly job: number
  /** First and longest pause before a restart. */
  readonly restart: readonly [number, number]
}

export const usualLimits: CardLimits = { pulse: 2000, silence: 10_000, job: 40_000, restart: [300, 5000] }

export interface CardProcessOptions {
  readonly start: () => Helper
  readonly limits: CardLimits
  readonly onReply: (reply: CardReply) => void
  readonly onLost: (code: number) => void
}

type Order = Extract<CardRequest, { type: 'sign' | 'changePin' }>
export type JobOrder = Order extends infer O ? (O extends Order ? Omit<O, 'job'> : never) : never

/**
 * Keeps the card process alive: starts it, asks for its pulse, kills it when it hangs, starts it again. Time is counted in
 * pulses, not read from a clock: a clock that is set, or a machine that slept, must not end a signing.
 */
export class CardProcess {
  readonly #options: CardProcessOptions
  #helper: Helper | undefined
  #timer: NodeJS.Timeout | undefined
  #restart: NodeJS.Timeout | undefined
  /** Pulses since it was last heard of. */
  #quiet = 0
  #deaths = 0
  /** The job under way, and the pulses since it last told anything. */
  #job: { id: string; quiet: number } | undefined
  #ending: (() => void) | undefined

  constructor(options: CardProcessOptions) {
    this.#options = options
  }

  boot(): void {
    if (this.#helper || this.#ending) return
    clearTimeout(this.#restart)
    const helper = this.#options.start()
    this.#helper = helper
    this.#quiet = 0
    helper.onMessage((message) => this.#take(helper, message))
    helper.onExit((code) => this.#gone(helper, code))
    this.#timer = setInterval(() => this.#pulse(helper), this.#options.limits.pulse)
  }

  /** Asks the process to end, and kills it when it does not within the silence limit. */
  async shutdown(): Promise<void> {
    clearTimeout(this.#restart)
    const helper = this.#helper
    const gone = new Promise<void>((resolve) => {
      this.#ending = resolve
    })
    if (!helper) return
    helper.post({ type: 'stop' } satisfies CardRequest)
    const late = setTimeout(() => helper.kill(), this.#options.limits.pulse)
    await gone
    clearTimeout(late)
  }

  /** Sends a message; dropped when no process runs, because a new one asks for what it needs. */
  post(request: CardRequest): void {
    this.#helper?.post(request)
  }

  /** Sends a job with its secrets. They are zeroed here: posting has copied them. Answers whether it was sent. */
  run(job: string, order: JobOrder): boolean {
    const helper = this.#helper
    if (helper) {
      // A second job is refused over there; the watch stays with the first one.
      this.#job ??= { id: job, quiet: 0 }
      helper.post({ ...order, job } satisfies CardRequest)
    }
    if (order.type === 'sign') order.pin.fill(0)
    else for (const secret of [order.old, order.next]) secret.fill(0)
    return helper !== undefined
  }

  #take(helper: Helper, message: unknown): void {
    if (helper !== this.#helper) return
    const reply = replySchema.safeParse(message)
    if (!reply.success) return helper.kill()
    this.#quiet = 0
    if (reply.data.type === 'view') this.#deaths = 0
    const { data } = reply
    if (data.type === 'item' && data.job === this.#job?.id) this.#job.quiet = 0
    if (data.type === 'done' && data.job === this.#job?.id) this.#job = undefined
    this.#options.onReply(reply.data)
  }

  #pulse(helper: Helper): void {
    const { pulse, silence, job } = this.#options.limits
    this.#quiet++
    if (this.#job) this.#job.quiet++
    if (this.#quiet * pulse > silence || (this.#job && this.#job.quiet * pulse > job)) return helper.kill()
    helper.post({ type: 'ping', number: this.#quiet } satisfies CardRequest)
  }

  #gone(helper: Helper, code: number): void {
    if (helper !== this.#helper) return
    clearInterval(this.#timer)
    this.#helper = undefined
    this.#job = undefined
    this.#options.onLost(code)
    if (this.#ending) return this.#ending()
    const [first, longest] = this.#options.limits.restart
    this.#restart = setTimeout(() => this.boot(), Math.min(longest, first * 2 ** this.#deaths++))
  }
}
