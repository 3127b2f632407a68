import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { DraftListRepo } from '../../electron/store/draft-list.repo.ts'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { crashPage, ended, insidePage, isAlive, processesOf, startAgain } from '../support/desk-life.ts'
import { deskLog, logLines } from '../support/desk-log.ts'
import { until } from '../support/until.ts'

const bill = (desk: Desk) => desk.page.locator('[data-path="DecHead.BillNo"]').first()

/** A new import declaration is open. */
async function newDeclaration(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('n')
  await bill(desk).waitFor()
}

async function type(desk: Desk, text: string): Promise<void> {
  await bill(desk).focus()
  await desk.page.keyboard.press('Control+A')
  await desk.page.keyboard.type(text)
}

/** The bill number of the newest declaration, as it lies on disk. */
function billOnDisk(folder: string): string {
  const db = new Database(join(folder, 'practice', 'declarations.db'), { readonly: true })
  try {
    return new DraftListRepo(db).list({}).rows[0]?.billNo ?? 'no declaration'
  } finally {
    db.close()
  }
}

describe('a running desk', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(async () => {
    await desk.close()
    clearDesk(desk.folder)
  })

  // security H: one writer
  test('is brought to the front by a second start, which ends', async () => {
    const focused = (): Promise<boolean> =>
      desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused() === true)
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur())
    await until('the window has lost the focus', async () => !(await focused()))
    expect(await startAgain(desk.folder)).toBe(0)
    await until('the first window is in front', focused)
    expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(await desk.page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  })

  // security I: an error of the page is told in the clerk's words, and its own words reach neither screen nor log
  test.each([
    ['thrown in the page', `setTimeout(() => { throw new Error('raw-words 演练客户') })`],
    ['of a promise in the page', `void Promise.reject(new TypeError('raw-words 演练客户'))`],
    ['that is no error at all', `setTimeout(() => { throw 'raw-words 演练客户' })`],
  ])('tells an error %s in words of its own', async (_name, code) => {
    const before = logLines(desk, 'page.error').length
    await desk.page.evaluate(code)
    await desk.page.getByText('程序内部出错，操作没有完成').first().waitFor()
    await until('the log has it', () => logLines(desk, 'page.error').length > before)
    expect(await desk.page.locator('body').innerText()).not.toContain('raw-words')
    expect(deskLog(desk)).not.toMatch(/raw-words|演练客户/)
    await desk.page
      .getByRole('button', { name: /知道了|关闭/ })
      .first()
      .click()
  })

  test('tells a broken channel in words of its own', async () => {
    const before = logLines(desk, 'page.error').length
    await desk.app.evaluate(({ ipcMain }) => ipcMain.removeHandler('drafts.create'))
    await desk.page.keyboard.press('n')
    await desk.page.getByText('程序内部出错，操作没有完成').first().waitFor()
    expect(await desk.page.locator('body').innerText()).not.toMatch(/handler|invok|Error/i)
    await until('the log has it', () => logLines(desk, 'page.error').length > before)
  })

  test('goes on after an error in main', async () => {
    const pid = desk.app.process().pid
    await desk.app.evaluate(() => {
      setTimeout(() => {
        throw new Error('raw-words')
      })
      void Promise.reject(new Error('raw-words'))
    })
    await until(
      'both are in the log',
      () => logLines(desk, 'app.uncaught').length + logLines(desk, 'app.unhandled').length === 2,
    )
    expect(deskLog(desk)).not.toContain('raw-words')
    expect(desk.app.process().pid).toBe(pid)
    expect(await desk.page.evaluate(() => window.api.app.info({}).then((answer) => answer.ok))).toBe(true)
  })
})

// security I: a crash keeps the work
describe('a crash of the page', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(async () => {
    await desk.kill()
    clearDesk(desk.folder)
  })
  const billShown = (): Promise<unknown> =>
    insidePage(desk, `document.querySelector('[data-path="DecHead.BillNo"]')?.value`)

  test('brings the clerk back to the same declaration and the same field, with what was saved', async () => {
    await newDeclaration(desk)
    await type(desk, 'YLHAM2610021')
    await desk.page
      .getByText(/^已保存/)
      .first()
      .waitFor()
    await crashPage(desk)
    await until('the text is back', async () => (await billShown()) === 'YLHAM2610021')
    await until(
      'the cursor is back',
      async () => (await insidePage(desk, `document.activeElement?.dataset.path`)) === 'DecHead.BillNo',
    )
    expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true)
  })

  test('leaves the bridge working', async () => {
    expect(await insidePage(desk, `window.api.app.info({}).then((answer) => answer.ok)`)).toBe(true)
  })

  test('is overcome as well when the scheme refuses the page at first', async () => {
    await desk.app.evaluate(
      ({ protocol, net }, folder) => {
        let refusals = 2
        protocol.unhandle('app')
        protocol.handle('app', (request) =>
          refusals-- > 0 ? Response.error() : net.fetch(`file://${folder}${new URL(request.url).pathname}`),
        )
      },
      join(appFolder, 'out/app/renderer'),
    )
    await crashPage(desk)
    await until('the text is back', async () => (await billShown()) === 'YLHAM2610021')
    expect(logLines(desk, 'page.loadFailed').map((line) => line.split('"reason":')[1]?.slice(0, 12))).toEqual([
      '"ERR_FAILED"',
      '"ERR_FAILED"',
    ])
  })

  test('is told in words when the page dies again and again', async () => {
    await desk.app.evaluate(({ dialog }) => {
      const told: unknown[] = []
      Object.assign(globalThis, { told })
      dialog.showMessageBox = (...given: unknown[]) => {
        told.push(given.at(-1))
        return new Promise(() => undefined)
      }
    })
    // How many it takes depends on how many of the crashes above lie within the last minute.
    const givenUp = (): boolean => logLines(desk, 'page.givenUp').length > 0
    for (let crash = 0; crash < 4 && !givenUp(); crash++) {
      await crashPage(desk)
      await until('the page is back or given up', async () => givenUp() || (await billShown()) !== undefined)
    }
    expect(givenUp()).toBe(true)
    const told = await desk.app.evaluate(() => JSON.stringify((globalThis as unknown as { told: unknown }).told))
    expect(told).toContain('重新打开')
  })
})

// security I: nothing typed is lost by leaving at once
describe('leaving right after typing', () => {
  let desk: Desk
  afterEach(() => clearDesk(desk.folder))

  const leave: readonly (readonly [way: string, go: (desk: Desk) => unknown])[] = [
    [
      'by closing the window',
      ({ app }) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    ],
    ['by quitting the program', ({ app }) => app.evaluate(({ app: program }) => program.quit())],
    ['by a signal of the system, as at the end of a session', ({ app }) => app.process().kill('SIGTERM')],
  ]
  test.each(leave)('%s ends all processes in good order and keeps the text', async (_way, go) => {
    desk = await openDesk()
    await newDeclaration(desk)
    await type(desk, 'LAST-WORDS')
    const processes = await processesOf(desk)
    await Promise.resolve(go(desk)).catch(() => undefined)
    expect(await ended(desk)).toBe(0)
    await until('no process is left', () => !processes.some(isAlive))
    expect(billOnDisk(desk.folder)).toBe('LAST-WORDS')
    expect(logLines(desk, 'app.shutdownFailed')).toEqual([])
  })
})
