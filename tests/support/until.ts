/**
 * Waits for a thing, not for a time: asks again every few milliseconds until it holds.
 * @throws with `what` when it does not hold in time
 */
export async function until<T>(
  what: string | (() => string),
  holds: () => T | Promise<T>,
  milliseconds = 10_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + milliseconds
  for (;;) {
    const value = await holds()
    if (value) return value
    if (Date.now() > end) throw new Error(`waited in vain: ${typeof what === 'string' ? what : what()}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
