import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { appFolder } from '../../build/electron.mjs'
import { clearDesk } from '../support/desk.ts'
import { until } from '../support/until.ts'
import { against, median, type BenchRow } from './row.ts'

interface Launch {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

interface Target {
  readonly type: string
  readonly title: string
  readonly webSocketDebuggerUrl: string
}

/** Address of the debugging port, which Electron prints when it listens. */
function debuggerHost(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      const found = /DevTools listening on ws:\/\/([\d.:]+)\//.exec(seen)?.[1]
      if (found) resolve(found)
    })
    child.on('exit', () => reject(new Error(`the window closed before it was usable: ${seen.slice(-400)}`)))
  })
}

/** The page, once it bears its title: nothing is attached to a page that still loads, which would slow it down. */
async function pageWith(title: string, host: string): Promise<Target> {
  return until(`a page called ${title}`, async () => {
    const targets = (await fetch(`http://${host}/json/list`).then((answer) => answer.json())) as Target[]
    const found = targets.find((target) => target.type === 'page' && target.title.includes(title))
    return found ?? new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 40))
  })
}

/** Runs in the page: the moment of the mark on the clock of the system, also when it was set long ago. */
const momentOfMark = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const mark = list.getEntriesByName('desk:usable')[0]
    if (mark) resolve(performance.timeOrigin + mark.startTime)
  }).observe({ type: 'mark', buffered: true })
})`

/** Asks a page over its debugger. */
function ask(target: Target, expression: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const line = new WebSocket(target.webSocketDebuggerUrl)
    line.once('error', reject)
    line.once('open', () => {
      const params = { expression, awaitPromise: true, returnByValue: true }
      line.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }))
    })
    line.on('message', (data: Buffer) => {
      const answer = JSON.parse(data.toString()) as { id?: number; result?: { result?: { value?: unknown } } }
      if (answer.id !== 1) return
      line.close()
      resolve(Number(answer.result?.result?.value))
    })
  })
}

/** Milliseconds from starting the executable to the mark `desk:usable` of its page. */
async function once(launch: Launch, what: string, title: string, folder: string): Promise<number> {
  const started = Date.now()
  const child = spawn(
    launch.executablePath,
    [...launch.args, '--remote-debugging-port=0', `--user-data-dir=${folder}`, what],
    { env: { ...process.env, ...launch.env }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise((resolve) => child.on('exit', resolve))
  try {
    return (await ask(await pageWith(title, await debuggerHost(child)), momentOfMark)) - started
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

/** Start-up to the board from which the clerk works on, against a bare Electron window of the same run, turn about. */
export async function startUp(launch: Launch, rounds = 9): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  const bareFolder = `${folder}-bare`
  const bare: number[] = []
  const desk: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      bare.push(await once(launch, join(import.meta.dirname, 'bare'), 'bare', bareFolder))
      desk.push(await once(launch, appFolder, '今日工作台', folder))
    }
  } finally {
    clearDesk(folder)
    clearDesk(bareFolder)
  }
  return [against('start-up to the usable board', median(desk), 'ms', 'bare Electron window', median(bare), 1.5)]
}
