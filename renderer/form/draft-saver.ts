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
  /** The revision on disk. */
  rev(): number
  /** After a reload: start from this revision, with nothing unsaved. */
  reset(rev: number, savedAt: string): void
  /** The clerk wants the own text over a newer revision: the next save starts from that one. */
  rebase(rev: number): void
  /** `true` while something is not on disk. */
  dirty(): boolean
  stop(): void
}

/**
 * Autosave: one save at a time, the next one starts when the answer is there. It says saved only after the answer,
 * keeps what was typed meanwhile, and never drops a failure: the text stays unsaved until a later save succeeds.
 */
export function createDraftSaver({ send, onState, delay = 250 }: SaverOptions): DraftSaver {
  let rev = 0
  let typed = 0
  let stored = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  let stopped = false

  const dirty = (): boolean => typed !== stored

  async function saveOnce(): Promise<boolean> {
    const sent = typed
    onState({ kind: 'saving' })
    const answer = await send(rev)
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
    while (dirty()) if (!(await saveOnce())) return false
    return true
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer)
    timer = undefined
    running ??= saveAll().finally(() => (running = undefined))
    return running
  }

  return {
    touch() {
      typed++
      if (running === undefined) onState({ kind: 'pending' })
      if (timer === undefined && !stopped)
        timer = setTimeout(() => {
          timer = undefined
          void flush()
        }, delay)
    },
    flush,
    rev: () => rev,
    reset(next, savedAt) {
      clearTimeout(timer)
      timer = undefined
      rev = next
      stored = typed
      onState({ kind: 'saved', at: savedAt })
    },
    rebase: (next) => (rev = next),
    dirty,
    stop() {
      stopped = true
      clearTimeout(timer)
      timer = undefined
    },
  }
}
