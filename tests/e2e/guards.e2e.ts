import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { logLines } from '../support/desk-log.ts'
import { foreignSite, type ForeignSite } from '../support/foreign-site.ts'
import { pageAttacks } from '../support/page-attacks.ts'
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
    const [x, y] = await desk.page.evaluate((origin) => {
      const link = document.createElement('a')
      Object.assign(link, { id: 'lure', target: '_blank', href: `${origin}/lure`, textContent: 'lure' })
      document.querySelector('h1')?.append(link)
      const { left, top } = link.getBoundingClientRect()
      return [left + 3, top + 8]
    }, site.origin)
    for (const key of ['', 'Control', 'Shift', 'Meta']) {
      if (key) await desk.page.keyboard.down(key)
      await desk.page.mouse.click(x ?? 0, y ?? 0, { button })
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

  test.each([
    ['location to another site', `location.href = 'SITE/a'`],
    ['location.replace', `location.replace('SITE/a')`],
    ['location to another page of the own origin', `location.href = '/other.html'`],
    ['location to a file', `location.href = 'app://print/x/index.html'`],
    ['a link that redirects', `Object.assign(document.createElement('a'), { href: 'SITE/redirect' }).click()`],
    [
      'a link to a program of the system',
      `Object.assign(document.createElement('a'), { href: 'ms-msdt:/id' }).click()`,
    ],
    ['a mail link', `location.href = 'mailto:nobody@example.invalid'`],
    [
      'a refresh in markup',
      `document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=SITE/a' }))`,
    ],
    ['reloading', `location.reload()`],
  ])('at %s', async (_name, code) => {
    const before = logLines(desk, 'guard.navigation').length
    await inPage(code.replaceAll('SITE', site.origin))
    await stays(before)
  })

  test('when a file is dropped, even where the page does not catch it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-drop-'))
    const file = join(folder, 'lure.html')
    writeFileSync(file, '<title>lure</title>')
    await inPage(`for (const name of ['dragenter', 'dragover', 'drop'])
      window.addEventListener(name, (event) => event.stopImmediatePropagation(), { capture: true, once: true })`)
    const session = await desk.page.context().newCDPSession(desk.page)
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', {
        type,
        x: 400,
        y: 300,
        data: { items: [], files: [file], dragOperationsMask: 1 },
      })
    await session.detach()
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
    const reached = await openElsewhere(`${site.origin}/framing`)
    expect(reached[0]).toBe(`${site.origin}/framing`)
    expect(site.asked).toContain('/framing')
    expect(site.asked).not.toContain('/framed')
  })
})

// security C: every permission and device is denied, asked or checked
describe('permissions', () => {
  const denied = [
    ...['accelerometer', 'background-sync', 'camera', 'clipboard-read', 'clipboard-write', 'display-capture'],
    ...['geolocation', 'gyroscope', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi'],
    ...['notifications', 'payment-handler', 'persistent-storage', 'screen-wake-lock', 'storage-access'],
    'window-management',
  ]

  test.each(denied)('%s is denied when the page asks for its state', async (name) => {
    const state = await desk.page.evaluate(
      (wanted) => navigator.permissions.query({ name: wanted as PermissionName }).then((found) => found.state),
      name,
    )
    expect(state).toBe('denied')
  })

  test.each([
    ['position', `new Promise((ok, no) => navigator.geolocation.getCurrentPosition(ok, no))`],
    ['reading the clipboard', `navigator.clipboard.readText()`],
    ['writing the clipboard', `navigator.clipboard.writeText('x')`],
    ['camera', `navigator.mediaDevices.getUserMedia({ video: true })`],
    ['microphone', `navigator.mediaDevices.getUserMedia({ audio: true })`],
    ['screen', `navigator.mediaDevices.getDisplayMedia()`],
    ['notifications', `Notification.requestPermission().then((state) => state === 'granted' || Promise.reject())`],
    ['USB', `navigator.usb.requestDevice({ filters: [] })`],
    ['serial port', `navigator.serial.requestPort()`],
    ['HID', `navigator.hid.requestDevice({ filters: [] }).then((all) => all.length || Promise.reject())`],
    ['MIDI', `navigator.requestMIDIAccess({ sysex: true })`],
    ['Bluetooth', `navigator.bluetooth.requestDevice({ acceptAllDevices: true })`],
    ['idle state', `IdleDetector.requestPermission().then((state) => state === 'granted' || Promise.reject())`],
    ['fonts', `queryLocalFonts().then((all) => all.length || Promise.reject())`],
    ['full screen', `document.body.requestFullscreen()`],
  ])('%s is refused when the page uses it', async (_name, code) => {
    expect(await desk.page.evaluate(`(${code}).then(() => 'given', () => 'refused')`)).toBe('refused')
  })
})

test('nothing is downloaded', async () => {
  const started = desk.app.evaluate(
    ({ session }) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          item.once('done', (_done, state) => resolve(state))
        })
      }),
  )
  void started.catch(() => undefined)
  await inPage(`Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'x.txt' }).click()`)
  await until('the refusal is in the log', () => logLines(desk, 'guard.download').length > 0)
})

// security C: app:// serves its own bundle and nothing else
describe('the scheme of the page', () => {
  /** What main answers to a request, past the parser of the page. */
  const ask = (url: string, method = 'GET'): Promise<{ status: number; text: string }> =>
    desk.app.evaluate(
      async ({ net }, [to, verb]) => {
        const answer = await net.fetch(to ?? '', { method: verb })
        return { status: answer.status, text: await answer.text() }
      },
      [url, method],
    )

  test('serves the page', async () => {
    expect(await ask(home)).toMatchObject({ status: 200, text: expect.stringContaining('id="app"') as string })
  })

  test.each([
    ['an encoded way up', 'desk/..%2f..%2f..%2fpackage.json'],
    ['a half encoded way up', 'desk/assets/%2e%2e/%2e%2e/main/main.js'],
    ['a way up', 'desk/../../main/main.js'],
    ['back slashes', 'desk/..\\..\\main\\main.js'],
    ['encoded back slashes', 'desk/%5c..%5c..%5cmain%5cmain.js'],
    ['twice encoded', 'desk/%252e%252e%252fmain%252fmain.js'],
    ['an absolute path', 'desk//etc/passwd'],
    ['a share', 'desk//host/share'],
    ['a drive', 'desk/C:/Windows/win.ini'],
    ['NUL', 'desk/index.html%00.png'],
    ['a long name', `desk/${'a'.repeat(5000)}`],
    ['a long path', `desk/${'a/'.repeat(5000)}`],
    ['a folder', 'desk/assets'],
    ['a hidden file', 'desk/.env'],
    ['another host', 'other/index.html'],
    ['no host', '/index.html'],
    ['a print that was never made', 'print/1/index.html'],
  ])('refuses %s', async (_name, path) => {
    const { status, text } = await ask(`app://${path}`)
    expect({ status, text }).toEqual({ status: 400, text: 'not found' })
  })

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('refuses the method %s', async (method) => {
    expect((await ask(home, method)).status).toBe(400)
  })

  test('has no files behind it', async () => {
    const reached = await desk.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const image = new Image()
          image.onload = () => resolve('loaded')
          image.onerror = () => resolve('refused')
          image.src = 'file:///usr/share/pixmaps/debian-logo.png'
        }),
    )
    expect(reached).toBe('refused')
  })
})
