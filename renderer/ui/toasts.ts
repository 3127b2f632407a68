import { shallowReactive } from 'vue'
import type { Failure } from '../../domain/result.ts'

export interface Toast {
  readonly key: number
  readonly tone: 'done' | 'failure'
  readonly text: string
  readonly failure?: Failure
}

/** What the window says at the moment. Good news goes by itself; a failure stays until it is read and closed. */
export const toasts = shallowReactive<Toast[]>([])
let last = 0

export function dismiss(key: number): void {
  const at = toasts.findIndex((toast) => toast.key === key)
  if (at >= 0) toasts.splice(at, 1)
}

/** Takes away what is no longer true. */
export function dismissFailures(code: string): void {
  for (const toast of [...toasts]) if (toast.failure?.code === code) dismiss(toast.key)
}

function add(toast: Omit<Toast, 'key'>): number {
  const key = ++last
  toasts.push({ ...toast, key })
  if (toasts.length > 4) toasts.shift()
  return key
}

/** A short good word, e.g. 已复制. Said again, it stands once and anew. */
export function showDone(text: string): void {
  for (const toast of toasts.filter((each) => each.tone === 'done' && each.text === text)) dismiss(toast.key)
  const key = add({ tone: 'done', text })
  window.setTimeout(() => dismiss(key), 4000)
}

/** A failure with its three texts. The same one is not stacked. */
export function showFailure(failure: Failure): void {
  const same = toasts.find((toast) => toast.failure?.code === failure.code && toast.text === failure.what)
  if (same === undefined) add({ tone: 'failure', text: failure.what, failure })
}
