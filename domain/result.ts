/** How everything that can fail answers, across services, IPC and processes. Bugs throw; all else is a value. */

/** A refusal: what happened, why, and what the clerk does now. */
export interface Failure {
  /** Stable code to quote, e.g. `card.removed`. */
  readonly code: string
  readonly what: string
  readonly why: string
  readonly todo: string
  /** Raw answer of the other side (status word, portal text); never a secret. */
  readonly detail?: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** A success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** A refusal. Make the failure with `failure()` of `domain/failures`. */
export const refuse = (error: Failure): Result<never> => ({ ok: false, error })
