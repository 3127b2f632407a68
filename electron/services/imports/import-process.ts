import { failure } from '../../../domain/failures/index.ts'
import { refuse, type Failure, type Result } from '../../../domain/result.ts'
import type { Helper, StartHelper } from '../../process/helper.ts'
import type { ImportAnswers, ImportRequest } from './session.ts'

type Settle = (answer: Result<never>) => void
type OnProgress = (progress: { readonly done: number; readonly total: number }) => void

/**
 * The owner's end of one import process. It is started by the first request; a request that takes longer than the
 * limit ends the process, and so does a cancel.
 */
export class ImportProcess {
  readonly #start: StartHelper
  readonly #seconds: number
  readonly #waiting = new Map<number, Settle>()
  readonly #followers = new Map<number, OnProgress>()
  #helper: Helper | undefined
  #nextId = 1

  constructor(start: StartHelper, seconds: number) {
    this.#start = start
    this.#seconds = seconds
  }

  /** The process runs, with the file in it once `open` was answered. */
  get running(): boolean {
    return this.#helper !== undefined
  }

  /** Asks the process. Answers `imports.tooSlow`, `imports.stopped` or `app.cancelled` when it ends instead. */
  ask<K extends ImportRequest['kind']>(
    request: Extract<ImportRequest, { kind: K }>,
    onProgress?: OnProgress,
  ): Promise<Result<ImportAnswers[K]>> {
    const helper = (this.#helper ??= this.#launch())
    const id = this.#nextId++
    if (onProgress !== undefined) this.#followers.set(id, onProgress)
    return new Promise((resolve) => {
      const limit = setTimeout(
        () => this.stop(failure('imports.tooSlow', { seconds: this.#seconds })),
        this.#seconds * 1000,
      )
      this.#waiting.set(id, (answer) => {
        clearTimeout(limit)
        this.#followers.delete(id)
        resolve(answer)
      })
      helper.post({ id, request })
    })
  }

  /** Ends the process; what was asked is answered with the reason. */
  stop(reason: Failure = failure('app.cancelled')): void {
    const helper = this.#helper
    this.#helper = undefined
    helper?.kill()
    this.#settleAll(reason)
  }

  #launch(): Helper {
    const helper = this.#start('import', {})
    helper.onMessage((message) => {
      const { id, answer, progress } = message as {
        id?: number
        answer?: Result<never>
        progress?: Parameters<OnProgress>[0]
      }
      if (id === undefined || this.#helper !== helper) return
      if (progress !== undefined) this.#followers.get(id)?.(progress)
      if (answer === undefined) return
      this.#waiting.get(id)?.(answer)
      this.#waiting.delete(id)
    })
    helper.onExit((code) => {
      if (this.#helper !== helper) return
      this.#helper = undefined
      this.#settleAll(failure('imports.stopped', { detail: String(code) }))
    })
    return helper
  }

  #settleAll(reason: Failure): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const settle of waiting) settle(refuse(reason))
  }
}
