/** Progress on the console: one line a step, in the clerk's language and in English. */

/** @param {string} chinese @param {string} english */
export const say = (chinese, english) => console.log(`${chinese} · ${english}`)

/**
 * Says what takes a while, and on a terminal counts the seconds until it is done.
 * @template T
 * @param {string} chinese
 * @param {string} english
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function during(chinese, english, work) {
  say(chinese, english)
  if (!process.stdout.isTTY) return work()
  const started = Date.now()
  const show = () => process.stdout.write(`\r  ${Math.round((Date.now() - started) / 1000)} s`)
  const timer = setInterval(show, 1000)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    process.stdout.write('\r\x1b[K')
  }
}

/** Something that the person at the keyboard has to put right; shown as it is, without a stack. */
export class SetupFailure extends Error {
  /**
   * @param {string} chinese what happened and what to do
   * @param {string} english the same
   * @param {string} [detail] last lines of a tool's own output
   */
  constructor(chinese, english, detail = '') {
    super(`${chinese}\n${english}${detail === '' ? '' : `\n\n${detail.trimEnd()}`}`)
    this.name = 'SetupFailure'
  }
}

/**
 * Runs a command's main function: a set-up failure is printed plainly, any other error is a bug and keeps its stack.
 * @param {() => Promise<number | void>} main returns the exit code, nothing for 0
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof SetupFailure ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}

/** @param {string} text @param {number} [lines] */
export const lastLines = (text, lines = 30) => text.trimEnd().split('\n').slice(-lines).join('\n')
