import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { logLines } from '../support/desk-log.ts'
import { foreignSite, type ForeignSite } from '../support/foreign-site.ts'
import { navigationAttacks, pageAttacks } from '../support/page-attacks.ts'
import { deniedPermissions, permissionUses } from '../support/permission-uses.ts'
import { until } from '../support/until.ts'

const home = 'app://desk/index.html'
let desk: Desk
let site: ForeignSite

beforeAll(async () => {
  site = await foreignSite()
  desk = await openDesk()
  await desk.page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
  })
})
afterAll(async () => {
  await desk.close()
  await site.close()
  clearDesk(desk.folder)
})

const windows = (): Promise<number> => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const address = (): Promise<string> => desk.page.evaluate(() => location.href.replace(/#.*/, ''))

/** Runs code in the page as a script of the page would; the answer is not waited for. */
const inPage = (code: string): Promise<unknown> => desk.page.evaluate(`void (() => { ${code} })()`)

// security A: renderer without Node
describe('the page is a plain web page', () => {
  test('no part of Node is in reach', async () => {
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'setImmediate']
    expect(await desk.page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([])
  })

  test('the window keeps the rights that the house has set', async () => {
    const rights = await desk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      return contents.getLastWebPreferences()
    })
    expect(rights).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  test('developer tools do not open', async () => {
    for (const key of ['F12', 'Control+Shift+I', 'Control+Shift+J']) await desk.page.keyboard.press(key)
    const open = await desk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.openDevTools()
      return contents?.isDevToolsOpened()
    })
    expect(open).toBe(false)
  })
})

// security C: the policy is judged by what it stops, not by its header
describe('the content policy', () => {
  beforeEach(() => desk.page.evaluate(() => (window as unknown as { seen: string[] }).seen.splice(0)))

  test.each(pageAttacks)('stops $name by $stoppedBy', async ({ code, stoppedBy }) => {
    const before = site.asked.length
    await inPage(code.replaceAll('SITE', site.origin))
    await until(`a violation of ${stoppedBy}`, () =>
      desk.page.evaluate((name) => (window as unknown as { seen: string[] }).seen.includes(name), stoppedBy),
    )
    expect(await desk.page.evaluate(() => 'hit' in window)).toBe(false)
    expect(site.asked.length).toBe(before)
  })

  test('a frame that the policy has no word for holds no bridge', async () => {
    const found = await desk.page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const bridge = frame.contentWindow !== null && 'api' in frame.contentWindow
      frame.remove()
      return bridge
    })
    expect(found).toBe(false)
  })
})

// security A: one privileged window
describe('no second window opens', () => {
  afterEach(async () => {
    expect(await windows()).toBe(1)
    expect(await address()).toBe(home)
  })

  test.each(['about:blank', 'app://desk/index.html', 'https://example.invalid/', 'javascript:1'])(
    'by window.open of %s',
    async (url) => expect(await desk.page.evaluate((to) => window.open(to) === null, url)).toBe(true),
  )

  test.each(['left', 'middle'] as const)('by a %s click on a link to a new window', async (button) => {
    const place = await desk.page.evaluate((origin) => {
      const link = document.createElement('a')
      Object.assign(link, { id: 'lure', target: '_blank', href: `${origin}/lure`, textContent: 'lure' })
      document.querySelector('h1')?.append(link)
      const { left, top } = link.getBoundingClientRect()
      return { x: left + 3, y: top + 8 }
    }, site.origin)
    for (const key of ['', 'Control', 'Shift', 'Meta']) {
      if (key) await desk.page.keyboard.down(key)
      await desk.page.mouse.click(place.x, place.y, { button })
      if (key) await desk.page.keyboard.up(key)
    }
    await desk.page.evaluate(() => document.querySelector('#lure')?.remove())
    expect(site.asked).toEqual([])
  })

  test('by a form with a target', async () => {
    const before = logLines(desk, 'guard.popup').length
    await inPage(`const form = document.createElement('form'); form.target = '_blank'
      document.body.append(form); form.submit(); form.remove(); window.open('/index.html')`)
    await until('the refusal is in the log', () => logLines(desk, 'guard.popup').length > before)
  })

  test('by a web view', async () => {
    await inPage(`document.body.append(Object.assign(document.createElement('webview'), { src: 'app://desk/' }))`)
    expect(await desk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  })
})

// security C: navigation refused, for the main frame, for sub-frames and on redirects
describe('the page keeps its address', () => {
  let mark = ''
  beforeEach(async () => {
    mark = String(Math.random())
    await desk.page.evaluate((value) => (document.body.dataset['mark'] = value), mark)
  })
  /** A document that was loaded anew would have lost the mark. */
  const stays = async (refusals: number): Promise<void> => {
    await until('the refusal is in the log', () => logLines(desk, 'guard.navigation').length > refusals)
    expect(await address()).toBe(home)
    expect(await desk.page.evaluate(() => document.body.dataset['mark'])).toBe(mark)
    expect(site.asked).toEqual([])
  }

  test.each(navigationAttacks)('at %s', async (_name, code) => {
    const before = logLines(desk, 'guard.navigation').length
    await inPage(code.replaceAll('SITE', site.origin))
    await stays(before)
  })

  test('when a file is dropped, even where the page does not catch it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-drop-'))
    const file = join(folder, 'lure.html')
    writeFileSync(file, '<title>lure</title>')
    await inPage(`for (const name of ['dragenter', 'dragover', 'drop']) window.addEventListener(name, (event) => {
        event.stopImmediatePropagation()
        if (name === 'drop') window.dropped = event.dataTransfer.files.length
        else event.preventDefault()
      }, { capture: true })`)
    const session = await desk.page.context().newCDPSession(desk.page)
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', {
        type,
        x: 400,
        y: 300,
        data: { items: [], files: [file], dragOperationsMask: 1 },
      })
    await session.detach()
    await desk.page.waitForFunction(() => (window as unknown as { dropped?: number }).dropped === 1)
    rmSync(folder, { recursive: true })
    expect(await address()).toBe(home)
    expect(await desk.page.evaluate(() => document.body.dataset['mark'])).toBe(mark)
    expect(await windows()).toBe(1)
  })
})

// security C: will-navigate speaks of main frames only, and not of redirects
describe('a strange page in a window of its own', () => {
  /** What such a window shows in the end, by main frame and sub-frames. */
  const openElsewhere = (url: string): Promise<string[]> =>
    desk.app.evaluate(async ({ BrowserWindow }, wanted) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      await window.loadURL(wanted).catch(() => undefined)
      const reached = window.webContents.mainFrame.framesInSubtree.map((frame) => frame.url)
      window.destroy()
      return reached
    }, url)

  test('is not redirected into the desk', async () => {
    const before = logLines(desk, 'guard.navigation').length
    const reached = await openElsewhere(`${site.origin}/redirect`)
    expect(reached.filter((url) => url.startsWith('app:'))).toEqual([])
    expect(logLines(desk, 'guard.navigation').length).toBeGreaterThan(before)
  })

  test('loads no frames', async () => {
    const reached = await openElsewhere(`${site.origin}/framing?/framed`)
    expect(reached[0]).toBe(`${site.origin}/framing?/framed`)
    expect(site.asked).toContain('/framing?/framed')
    expect(site.asked).not.toContain('/framed')
  })
})

// security C: every permission and device is denied, asked or checked
describe('permissions', () => {
  test.each(deniedPermissions)('%s is denied when the page asks for its state', async (name) => {
    const state = await desk.page.evaluate(
      (wanted) => navigator.permissions.query({ name: wanted as PermissionName }).then((found) => found.state),
      name,
    )
    expect(state).toBe('denied')
  })

  test.each(permissionUses)('%s is refused when the page uses it', async (_name, code) => {
    expect(await desk.page.evaluate(`(async () => ${code})().then(() => 'given', () => 'refused')`)).toBe('refused')
  })

  test('full screen is refused when the page uses it', async () => {
    const before = logLines(desk, 'guard.permission').length
    await inPage(`void document.body.requestFullscreen().catch(() => 0)`)
    await until('the refusal is in the log', () => logLines(desk, 'guard.permission').length > before)
    expect(await desk.page.evaluate(() => document.fullscreenElement)).toBeNull()
  })
})

test('nothing is downloaded', async () => {
  await inPage(`Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'x.txt' }).click()`)
  await until('the refusal is in the log', () => logLines(desk, 'guard.download').length > 0)
})
