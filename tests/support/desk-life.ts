import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { appFolder, electronLaunch } from '../../build/electron.mjs'
import type { Desk } from './desk.ts'
import { until } from './until.ts'

/** Starts the program once more on the same data folder. @returns its exit code */
export async function startAgain(folder: string): Promise<number | null> {
  const { executablePath, args, env } = electronLaunch()
  const child = spawn(executablePath, [...args, `--user-data-dir=${folder}`, appFolder], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  await once(child, 'exit')
  return child.exitCode
}

/** Process numbers of the whole program: main, page and helpers. */
export const processesOf = (desk: Desk): Promise<number[]> =>
  desk.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))

/** Whether a process still runs. One that has ended and that nobody has asked about yet (a zombie) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Waits until the program has ended by itself. @returns its exit code, `null` when a signal ended it */
export async function ended(desk: Desk): Promise<number | null> {
  const child = desk.app.process()
  await until('the program has ended', () => child.exitCode !== null || child.signalCode !== null, 60_000)
  return child.exitCode
}

/** Kills the process of the page, as a fault in it would. */
export const crashPage = (desk: Desk): Promise<void> =>
  desk.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('render-process-gone', () => resolve())
        contents?.forcefullyCrashRenderer()
      }),
  )

/** Runs code in the page by way of main: after a crash the driver's own line to the page is dead. */
export const insidePage = (desk: Desk, code: string): Promise<unknown> =>
  desk.app.evaluate(
    ({ BrowserWindow }, text) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript(text)
        .catch(() => undefined) as Promise<unknown>,
    code,
  )
