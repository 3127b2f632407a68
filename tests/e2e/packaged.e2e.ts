import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractAll } from '@electron/asar'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder, isRoot } from '../../build/electron.mjs'
import { runNode } from '../../build/setup/run.mjs'
import { clearDesk } from '../support/desk.ts'
import { logOf } from '../support/desk-log.ts'
import { tempFolderOfSuite } from '../support/temp-folder.ts'
import { until } from '../support/until.ts'

/*
 * What clerks get is not the tree but the packaged folder: what its packing left out is missed nowhere else. Its fuses
 * refuse the driver of the other suites, so the page is reached by its debugging port.
 */

const program = join(appFolder, 'out', 'dist', 'linux-unpacked', 'declarant-desk')
let child: ChildProcess
let browser: Browser
let page: Page
let folder: string

/** Starts the packaged program. @returns the address of its debugging port */
function start(): Promise<string> {
  const rights = isRoot() ? ['--no-sandbox'] : []
  child = spawn(program, [...rights, `--user-data-dir=${folder}`, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let seen = ''
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`the packaged program ended: ${seen.slice(-800)}`)))
    child.stderr?.on('data', (chunk: Buffer) => {
      seen += chunk.toString()
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(seen)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
}

/** Packages that a piece of the bundle imports, by the names that it uses. */
const packagesOf = (code: string): string[] =>
  [...code.matchAll(/(?:^import\s[^'";]*?|^import|\bimport\()\s*['"]([^'"]+)['"]/gm)]
    .map(([, name = '']) => name)
    .filter((name) => !/^(?:\.|node:|electron$)/.test(name))

async function deskPage(): Promise<Page> {
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('the program has no page')
  return context.pages()[0] ?? context.waitForEvent('page')
}

beforeAll(async () => {
  const packed = await runNode('build/dist.mjs', [], { show: false })
  expect(packed.code).toBe(0)
  folder = tempFolderOfSuite()
  browser = await chromium.connectOverCDP(await start())
  page = await deskPage()
})
afterAll(async () => {
  await browser.close()
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill()
  await ended
  clearDesk(folder)
})

describe('the packaged program', () => {
  test('shows the card of practice in its card line: the card process finds all its parts', async () => {
    await page.getByRole('heading', { name: '今日工作台' }).waitFor()
    await page.locator('.card-line.is-good').waitFor()
    expect(logOf(folder)).not.toContain('helper.exit')
  })

  test('finds nothing broken in itself', async () => {
    await page.keyboard.press('Control+8')
    const rows = page.getByRole('table', { name: '自检结果' }).getByRole('row')
    // The portal of practice takes a while to start; the check is asked for again until it answers.
    const broken = async (): Promise<string[]> => {
      await page.keyboard.press('F5')
      await page.getByText(/没有发现问题|注意 \d+ 项|故障 \d+ 项/).waitFor()
      return (await rows.allTextContents()).filter((row) => row.includes('故障'))
    }
    await expect.poll(broken, { timeout: 60_000, interval: 1000 }).toEqual([])
    expect(await rows.count()).toBe(11)
  })

  test('carries every package that main and its helpers ask for, each whole enough to be loaded', async () => {
    const inside = join(folder, 'inside')
    extractAll(join(program, '..', 'resources', 'app.asar'), inside)
    const main = join(inside, 'out', 'app', 'main')
    const files = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
    const asked = new Set(files.flatMap((file) => packagesOf(readFileSync(join(main, file), 'utf8'))))
    expect([...asked]).toEqual(expect.arrayContaining(['koffi', 'better-sqlite3', 'fastify', 'hucre/xlsx']))
    const probe = join(main, 'probe.mjs')
    writeFileSync(probe, [...asked].map((name) => `await import(${JSON.stringify(name)})\n`).join(''))
    expect(await runNode(probe, [])).toEqual({ code: 0, output: '' })
  })

  test('opens its page to no debugger on the data folder of the clerk', async () => {
    const home = tempFolderOfSuite()
    const rights = isRoot() ? ['--no-sandbox'] : []
    const own = spawn(program, [...rights, '--remote-debugging-port=0'], {
      env: { ...process.env, XDG_CONFIG_HOME: home },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let words = ''
    own.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()))
    // The declarations are opened behind the window, long after a debugger would have been let in.
    const data = join(home, 'declarant-desk')
    await until(
      () => `the desk is up (${words.slice(-800)})`,
      () => existsSync(join(data, 'practice', 'declarations.db')),
      60_000,
    )
    const ended = new Promise((resolve) => own.once('exit', resolve))
    own.kill()
    await ended
    expect(words).not.toContain('DevTools listening')
    expect(existsSync(join(data, 'DevToolsActivePort'))).toBe(false)
  })
})
