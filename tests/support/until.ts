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
  let timer: NodeJS.Timeout | undefined
  let late = false
  const isLate = (): boolean => late
  const deadline = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      late = true
      resolve(undefined)
    }, milliseconds)
  })
  try {
    // Asked of a flag, because a race between "no" and a deadline that has passed is won by "no" each time.
    while (!isLate()) {
      const value = await Promise.race([holds(), deadline])
      if (value) return value
      await Promise.race([new Promise((resolve) => setTimeout(resolve, 5)), deadline])
    }
    throw new Error(`waited in vain: ${typeof what === 'string' ? what : what()}`)
  } finally {
    clearTimeout(timer)
  }
}
