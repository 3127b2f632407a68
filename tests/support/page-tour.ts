import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { appFolder } from '../../build/electron.mjs'
import type { Desk } from './desk.ts'

/** A page of the router: its name and path. */
export interface TourPage {
  readonly name: string
  readonly path: string
}

/** Every page that the router knows, read from its source: a new page is on the tour without a word here. */
export function allPages(): TourPage[] {
  const source = readFileSync(join(appFolder, 'renderer/router.ts'), 'utf8')
  const routes = source.matchAll(/path: '([^']+)',\s*name: '([^']+)'/g)
  return [...routes].map(([, path = '', name = '']) => ({ name, path }))
}

/** Goes to a page as a link would; answers when its heading is there. */
export async function visit(
  desk: Desk,
  { name, path }: TourPage,
  parameters: Readonly<Record<string, string>>,
): Promise<void> {
  const filled = path.replace(
    /(\/):(\w+)(\([^)]*\))?(\?)?/g,
    (_, slash: string, parameter: string, _form, optional) => {
      const own = parameters[`${name}.${parameter}`]
      if (own === undefined && optional !== undefined) return ''
      const value = own ?? parameters[parameter]
      if (value === undefined) throw new Error(`the tour knows no ${parameter} for ${name}`)
      return `${slash}${value}`
    },
  )
  await desk.page.evaluate((hash) => (location.hash = hash), filled)
  // A page that begins something goes on to what it began.
  const place = filled.replace(/new$/, '')
  await desk.page.waitForFunction((start) => location.hash.startsWith(`#${start}`), place)
  await desk.page.getByRole('heading', { level: 1 }).first().waitFor()
  await settle(desk)
}

/** Waits until nothing is being read any more and the page was painted. */
export async function settle({ page }: Desk): Promise<void> {
  await page.waitForFunction(() => !/正在读取|正在打开/.test(document.body.innerText))
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => requestAnimationFrame(() => resolve()), { timeout: 2000 })
      }),
  )
}

/** Serious and critical faults that axe-core finds, one line each; colours of the present theme included. */
export async function accessibilityFaults({ page }: Desk): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 5).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
    )
}

/** The size of the content of the window. */
export async function resize(desk: Desk, width: number, height: number): Promise<void> {
  await desk.app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
  await desk.page.waitForFunction((wanted) => Math.abs(window.innerWidth - wanted) <= 2, width)
}

/** Light or dark, as the system says it; the setting of a new desk follows the system. */
export async function setTheme({ page }: Desk, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.waitForFunction((wanted) => document.documentElement.dataset['theme'] === wanted, theme)
}

/** Buttons and fields of the head of a page that stand outside of the window: nobody can see them. */
export const cutOff = ({ page }: Desk): Promise<string[]> =>
  page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      ':is(.page-head, .filter, .status) :is(button, input, select)',
    )
    const outside = [...controls].filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1)
    const words = outside.map((each) => each.innerText || each.getAttribute('aria-label') || each.tagName)
    return document.documentElement.scrollWidth > window.innerWidth + 1 ? [...words, 'the page itself'] : words
  })

/** What the window shows, PNG, at whatever zoom. */
export async function windowPicture({ app }: Desk): Promise<Buffer> {
  const base64 = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  return Buffer.from(base64, 'base64')
}
