import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { logOf } from './desk-log.ts'
import { launchApp, startStep } from './launch.ts'

/** The real app in a real window with a data folder of its own. */
export interface Desk {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  /** Ends it in good order; the folder stays. */
  close(): Promise<void>
  /** `kill -9` of the whole program: what a power cut leaves behind. */
  kill(): Promise<void>
}

/** One question in some thousands is lost; two at once were seen in a run of 450 rounds. */
const mostQuestions = 5

/**
 * Asks main once more when its garbage collector took the answer away before it was sent: the inspector of V8 holds it
 * by a weak handle only (microsoft/playwright#33737).
 */
function askAgainWhenCollected(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (...given: unknown[]) => Promise<unknown>
  const again = async (...given: unknown[]): Promise<unknown> => {
    for (let question = 1; ; question++) {
      try {
        return await evaluate(...given)
      } catch (error) {
        if (question === mostQuestions || !/promise was (garbage )?collected/i.test(String(error))) throw error
      }
    }
  }
  app.evaluate = again as typeof app.evaluate
}

/** Opens the desk. With the folder of an earlier one it opens on what that one left. */
export async function openDesk(
  folder = mkdtempSync(join(tmpdir(), 'desk-')),
  switches: readonly string[] = [],
): Promise<Desk> {
  const app = await launchApp(folder, switches)
  askAgainWhenCollected(app)
  const facts = (): string =>
    `windows: ${app
      .windows()
      .map((page) => page.url())
      .join(' ')}\nlog:\n${logOf(folder)}`
  const page = await startStep('no window', (wait) => app.firstWindow(wait), facts)
  await startStep('no page', (wait) => page.getByRole('heading', { level: 1 }).waitFor(wait), facts)
  // Asked for now: of a program that is gone the driver forgets it.
  const child = app.process()
  return {
    app,
    page,
    folder,
    close: () => app.close(),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      // The driver starts the program as a group of its own: page and helpers go with it, as at a power cut.
      if (child.pid === undefined || process.platform === 'win32') child.kill('SIGKILL')
      else process.kill(-child.pid, 'SIGKILL')
      await ended
    },
  }
}

/** Removes what a desk left; helpers of a killed one may still be writing for a moment (each wait is 0.1 s longer). */
export const clearDesk = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 25 })

/** The next open dialog answers with these files: the only stand-in, because nobody can click in a system dialog here. */
export async function chooseFile(desk: Desk, ...paths: string[]): Promise<void> {
  await desk.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
  }, paths)
}

/** The next save dialog answers with this path. */
export async function chooseTarget(desk: Desk, filePath: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
}
