import { _electron, errors, type ElectronApplication } from 'playwright-core'
import { appFolder, electronLaunch } from '../../build/electron.mjs'

/** Longest wait for one step of the start, in milliseconds: many times what a loaded machine needs. */
const patience = 40_000

/** Starts that the driver lost in this process. */
let lost = 0

/**
 * Starts the program with the driver attached before its first line runs.
 *
 * No `executablePath`: only then does the driver put its own loader before the app, which holds it until the driver
 * listens (the wrapper package finds our runtime by the environment). Without it the driver attaches to a page in the
 * middle of its first navigation and now and then waits for ever (seen twice in some hundred starts; the program itself
 * was up; microsoft/playwright#17765, #29386). One lost start is tried again, counted and told.
 */
export async function launchApp(folder: string, switches: readonly string[] = []): Promise<ElectronApplication> {
  const { args, env } = electronLaunch()
  Object.assign(process.env, env)
  const start = (): Promise<ElectronApplication> =>
    _electron.launch({
      args: [...args, `--user-data-dir=${folder}`, '--force-device-scale-factor=1', ...switches, appFolder],
      timeout: patience,
    })
  try {
    return await start()
  } catch (error) {
    // A program that ended is a fault of ours and is not tried again.
    if (!(error instanceof errors.TimeoutError)) throw error
    console.warn(`the driver lost a start (${++lost} in this process), trying once more: ${String(error)}`)
    return start()
  }
}

/** One step of the start; when it fails or is late the error says which, and what the program wrote. */
export async function startStep<T>(name: string, step: (wait: { timeout: number }) => Promise<T>, facts: () => string) {
  try {
    return await step({ timeout: patience })
  } catch (error) {
    throw new Error(`the desk did not start: ${name}\n${String(error)}\n${facts()}`, { cause: error })
  }
}
