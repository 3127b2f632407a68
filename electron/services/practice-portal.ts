import * as z from 'zod'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { Log } from '../log/log.ts'
import type { PortalTarget } from '../portal/target.ts'
import type { Helper, StartHelper } from '../process/helper.ts'
import { backOff } from './back-off.ts'
import type { Timers } from './timers.ts'

export interface PracticePortalParts {
  readonly start: StartHelper
  /** Practice folder. */
  readonly folder: string
  /** Folder in which a practice import client works between desk and portal; absent: none does. */
  readonly importClient?: string
  readonly timers: Timers
  readonly log: Log
  readonly random: () => number
  /** Told whenever the portal is up: outbox and receipts need not wait. */
  readonly onReady?: () => void
}

/** A start that takes longer counts as a failure, ms. It takes two seconds; a machine under load takes ten. */
const startsWithin = 60_000

const readySchema = z.object({ ready: z.literal(true), address: z.string().max(100), token: z.string().max(200) })

/** Runs the practice portal in a process of its own and starts it again when it dies. */
export class PracticePortal {
  readonly name = 'practice-portal'
  readonly #parts: PracticePortalParts
  #helper: Helper | undefined
  #target: PortalTarget | undefined
  #stopped = false
  #deaths = 0
  #cancel: () => void = () => undefined
  /** The first start is under way: that it does not answer yet is no trouble. */
  #starting = true

  constructor(parts: PracticePortalParts) {
    this.#parts = parts
  }

  boot(): void {
    const { start, folder, importClient, timers, log, onReady } = this.#parts
    this.#cancel()
    this.#cancel = timers.after(startsWithin, () => (this.#starting = false))
    const helper = start('sandbox', { folder, ...(importClient === undefined ? {} : { importClient }) })
    this.#helper = helper
    helper.onMessage((message) => {
      const ready = readySchema.safeParse(message)
      if (!ready.success || this.#helper !== helper) return log.warn('practicePortal.message')
      const { address, token } = ready.data
      this.#target = { baseAddress: address, token, extraCa: '', proxy: { kind: 'none', address: '' } }
      this.#deaths = 0
      this.#starting = false
      this.#cancel()
      onReady?.()
    })
    helper.onExit((exitCode) => this.#died(helper, exitCode))
  }

  shutdown(): void {
    this.#stopped = true
    this.#cancel()
    this.#target = undefined
    this.#helper?.kill()
  }

  /** Where the portal listens now. Refuses `portal.practiceStarting` at first, `portal.practiceDown` after it fell. */
  target(): Result<PortalTarget> {
    if (this.#target) return ok(this.#target)
    return refuse(failure(this.#starting ? 'portal.practiceStarting' : 'portal.practiceDown'))
  }

  #died(helper: Helper, exitCode: number): void {
    if (this.#helper !== helper) return
    this.#target = undefined
    this.#helper = undefined
    this.#starting = false
    if (this.#stopped) return
    this.#parts.log.warn('practicePortal.died', { exitCode })
    this.#deaths++
    // The first restart is at once: practice stands still meanwhile. One that dies again and again is given time.
    const wait = this.#deaths === 1 ? 0 : backOff(this.#deaths, this.#parts.random())
    this.#cancel()
    this.#cancel = this.#parts.timers.after(wait, () => this.boot())
  }
}
