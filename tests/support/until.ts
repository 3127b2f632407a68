/**
 * Waits for a thing, not for a time: asks again every few milliseconds until it holds. A question that is never answered
 * ends as well.
 * @throws with `what` when it does not hold in time
 */
export async function until<T>(
  what: string | (() => string),
  holds: () => T | Promise<T>,
  milliseconds = 30_000,
): Promise<NonNullable<T>> {
  let late = false
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      late = true
      resolve(undefined)
    }, milliseconds)
  })
  try {
    for (;;) {
      const value = await Promise.race([holds(), deadline])
      if (value) return value
      if (late) throw new Error(`waited in vain: ${typeof what === 'string' ? what : what()}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  } finally {
    clearTimeout(timer)
  }
}
