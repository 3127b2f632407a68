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
  const late = Symbol('late')
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds)
  })
  try {
    for (;;) {
      const value = await Promise.race([holds(), deadline])
      if (value === late) throw new Error(`waited in vain: ${typeof what === 'string' ? what : what()}`)
      if (value) return value
      await Promise.race([new Promise((resolve) => setTimeout(resolve, 5)), deadline])
    }
  } finally {
    clearTimeout(timer)
  }
}
