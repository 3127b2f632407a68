import type { Failure, Result } from '../../domain/result.ts'

/** `saved`: everything is on disk. `pending`: typed, not sent yet. `saving`: sent, no answer yet. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface SaverOptions {
  /** Sends the present text with the revision it started from. */
  readonly send: (rev: number) => Promise<Result<{ rev: number; savedAt: string }>>
  readonly onState: (state: SaveState) => void
  /** Longest wait after a change, in milliseconds. */
  readonly delay?: number
}

export interface DraftSaver {
  /** Something was typed. */
  touch(): void
  /** Sends now what is not yet on disk; resolves when nothing is left or a save failed. `true`: all is on disk. */
  flush(): Promise<boolean>
  /**
   * Saves, and then runs something that works on what is on disk (attach, mark ready …) while no save runs.
   * `undefined`: the text could not be saved, nothing was run.
   */
  alone<T>(run: (rev: number) => Promise<T>): Promise<T | undefined>
  /** After a reload: start from this revision, with nothing unsaved. */
  reset(rev: number, savedAt: string): void
  /** The next save starts from this revision: main made it, or the clerk wants the own text over it. */
  rebase(rev: number): void
  /** `true` while something is not on disk. */
  dirty(): boolean
}

/**
 * Autosave: one thing at a time, in order. It says saved only after the answer, keeps what was typed meanwhile, and
 * never drops a failure: the text stays unsaved until a later save succeeds.
 */
export function createDraftSaver({ send, onState, delay = 250 }: SaverOptions): DraftSaver {
  let rev = 0
  let typed = 0
  let stored = 0
  /** Counts the declarations and reloads: an answer to an older one says nothing about the present text. */
  let era = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<unknown> = Promise.resolve()
  /** A flush that waits for its turn: whoever asks meanwhile gets the same one. */
  let waiting: Promise<boolean> | undefined

  const dirty = (): boolean => typed !== stored

  function inTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = last.then(job)
    last = turn.catch(() => undefined)
    return turn
  }

  async function saveOnce(): Promise<boolean> {
    const sent = typed
    const ours = era
    onState({ kind: 'saving' })
    const answer = await send(rev)
    if (ours !== era) return true
    if (!answer.ok) {
      onState({ kind: 'failed', failure: answer.error })
      return false
    }
    rev = answer.value.rev
    stored = sent
    onState(dirty() ? { kind: 'pending' } : { kind: 'saved', at: answer.value.savedAt })
    return true
  }

  async function saveAll(): Promise<boolean> {
    clearTimeout(timer)
    timer = undefined
    while (dirty()) if (!(await saveOnce())) return false
    return true
  }

  function flush(): Promise<boolean> {
    waiting ??= inTurn(() => {
      waiting = undefined
      return saveAll()
    })
    return waiting
  }

  return {
    touch() {
      if (!dirty()) onState({ kind: 'pending' })
      typed++
      timer ??= setTimeout(() => void flush(), delay)
    },
    flush,
    alone: (run) => inTurn(async () => ((await saveAll()) ? run(rev) : undefined)),
    reset(next, savedAt) {
      clearTimeout(timer)
      timer = undefined
      era++
      rev = next
      stored = typed
      onState({ kind: 'saved', at: savedAt })
    },
    rebase: (next) => (rev = next),
    dirty,
  }
}
