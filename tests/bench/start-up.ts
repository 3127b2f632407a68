import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { appFolder } from '../../build/electron.mjs'
import { clearDesk } from '../support/desk.ts'
import { against, median, type BenchRow } from './row.ts'

interface Launch {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Address of the debugging port, which Electron prints when it listens. */
function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(seen)?.[1]
      if (found) resolve(found)
    })
    child.on('exit', () => reject(new Error(`the window closed before it was usable: ${seen.slice(-400)}`)))
  })
}

/** Milliseconds from starting the executable to the mark `desk:usable` of its page. */
async function once(launch: Launch, what: string, folder: string): Promise<number> {
  const started = Date.now()
  const child = spawn(
    launch.executablePath,
    [...launch.args, '--remote-debugging-port=0', `--user-data-dir=${folder}`, what],
    { env: { ...process.env, ...launch.env }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise((resolve) => child.on('exit', resolve))
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(child))
    const context = browser.contexts()[0]
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
    if (!page) throw new Error('no page')
    await page.waitForFunction(() => performance.getEntriesByName('desk:usable').length > 0)
    const usable = await page.evaluate(
      () => performance.timeOrigin + (performance.getEntriesByName('desk:usable')[0]?.startTime ?? Number.NaN),
    )
    await browser.close()
    return usable - started
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

/** Start-up to the board from which the clerk works on, against a bare Electron window of the same run, turn about. */
export async function startUp(launch: Launch, rounds = 7): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  const bareFolder = `${folder}-bare`
  const bare: number[] = []
  const desk: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      bare.push(await once(launch, join(import.meta.dirname, 'bare'), bareFolder))
      desk.push(await once(launch, appFolder, folder))
    }
  } finally {
    clearDesk(folder)
    clearDesk(bareFolder)
  }
  return [against('start-up to the usable board', median(desk), 'ms', 'bare Electron window', median(bare), 1.5)]
}
