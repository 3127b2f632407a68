import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { practicePin } from '../../domain/practice/practice-company.ts'
import type { DeclarationState } from '../../domain/states/declaration.ts'
import { exportDeclaration, importDeclaration, manyLines } from '../fixtures/declarations.ts'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { fillDeclarations } from '../support/many-declarations.ts'
import {
  accessibilityFaults,
  allPages,
  cutOff,
  resize,
  setTheme,
  settle,
  visit,
  windowPicture,
  type TourPage,
} from '../support/page-tour.ts'
import { fileDeclarations, readyDeclaration } from '../support/ready-declaration.ts'
import { seedDesk } from '../support/seed-desk.ts'
import { until } from '../support/until.ts'

const pictures = join(appFolder, 'out/pages')
const themes = ['light', 'dark'] as const
const sizes = [
  [1366, 768],
  [1920, 1080],
] as const
const pages = allPages()
const pageNamed = (name: string): TourPage => {
  const page = pages.find((each) => each.name === name)
  if (page === undefined) throw new Error(`there is no page ${name}`)
  return page
}

/** Begins one draft of each wizard whose page wants one. @returns the parameters of those pages */
const beginPreparations = ({ page }: Desk): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const wanted = [
      ['prepare-operator.id', 'operator', ''],
      ['prepare-application.id', 'qualification', 'new'],
      ['prepare-card.id', 'cardMedia', 'new'],
    ] as const
    const found: Record<string, string> = {}
    for (const [parameter, kind, variant] of wanted) {
      const made = await window.api.wizards.create({ kind, variant })
      if (!made.ok) throw new Error(`${kind}: ${made.error.code}`)
      found[parameter] = made.value.id
    }
    return found
  })

/** Files one declaration that is released and one that is refused, and leaves one to be signed. @returns the first */
async function fileSome(desk: Desk): Promise<string> {
  const file = async (outcome: 'release' | 'refuse', end: DeclarationState): Promise<string> => {
    const id = await readyDeclaration(desk)
    // Refused as long as the practice portal is starting.
    await until('practice that is set', () =>
      desk.page.evaluate(async (wanted) => (await window.api.practice.set({ outcome: wanted, speed: 0 })).ok, outcome),
    )
    await fileDeclarations(desk, [id], practicePin)
    let state = ''
    await until(
      () => `a filing that is ${end}, it is ${state}`,
      async () => {
        const answer = await desk.page.evaluate((one) => window.api.drafts.open({ id: one }), id)
        state = answer.ok ? answer.value.summary.state : answer.error.code
        return state === end
      },
    )
    return id
  }
  await file('refuse', 'refused')
  const released = await file('release', 'closed')
  await readyDeclaration(desk)
  return released
}

/** Every page in every look: pictures for people in `out/pages`, and what axe-core finds as failures. */
describe('every page', () => {
  let desk: Desk
  let folder: string
  let parameters: Readonly<Record<string, string>>
  /** Declarations beside the one of the parameters: with as many lines as there may be, and with nothing in it. */
  let others: Readonly<Record<'full' | 'empty', string>>
  const file = (name: string): string => join(pictures, `${name}.png`)
  const shoot = async (name: string): Promise<void> => {
    await desk.page.screenshot({ path: file(name) })
  }

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    const many = manyLines(50)
    const drafts = [exportDeclaration(), many, importDeclaration()]
    const seeded = await seedDesk(
      drafts.map((message) => ({ ieFlag: message.DecHead?.IEFlag === 'E' ? 'E' : 'I', message })),
      (db) => fillDeclarations(db, 240, Date.now() - 3_600_000),
    )
    folder = seeded.folder
    desk = await openDesk(folder)
    await desk.page.locator('.card-line.is-good').waitFor()
    parameters = {
      id: seeded.ids[2] ?? '',
      'filing.id': await fileSome(desk),
      ...(await beginPreparations(desk)),
    }
    const empty = await desk.page.evaluate(async () => {
      const made = await window.api.drafts.create({ ieFlag: 'I' })
      return made.ok ? made.value.summary.id : made.error.code
    })
    others = { full: seeded.ids[1] ?? '', empty }
  })
  afterAll(async () => {
    await desk.close()
    clearDesk(folder)
  })

  test.each(themes.flatMap((theme) => sizes.map((size) => [theme, ...size] as const)))(
    'is there in %s at %i×%i, and axe-core finds nothing serious',
    async (theme, width, height) => {
      await resize(desk, width, height)
      await setTheme(desk, theme)
      const faults: string[] = []
      for (const page of pages) {
        await visit(desk, page, parameters)
        const name = `${page.name}-${theme}-${width}`
        await shoot(name)
        expect(existsSync(file(name))).toBe(true)
        // What axe-core judges is the same in both sizes; it takes most of the time of the tour.
        const found = width === sizes[0][0] ? await accessibilityFaults(desk) : []
        faults.push(...found.map((fault) => `${page.name}: ${fault}`))
      }
      expect(faults).toEqual([])
    },
    600_000,
  )

  test('fits into the window at 150 %, and says all in the colours of the system', async () => {
    await setTheme(desk, 'light')
    await resize(desk, 1366, 768)
    const zoom = (factor: number) =>
      desk.app.evaluate(
        ({ BrowserWindow }, by) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(by),
        factor,
      )
    const faults: string[] = []
    await zoom(1.5)
    for (const page of pages) {
      await visit(desk, page, parameters)
      writeFileSync(file(`${page.name}-150`), await windowPicture(desk))
      faults.push(...(await cutOff(desk)).map((what) => `${page.name} at 150 %: ${what}`))
    }
    await zoom(1)
    await desk.page.emulateMedia({ forcedColors: 'active' })
    for (const page of pages) {
      await visit(desk, page, parameters)
      await shoot(`${page.name}-contrast`)
    }
    await desk.page.emulateMedia({ forcedColors: null })
    expect(faults).toEqual([])
  }, 600_000)

  const views: readonly (readonly [name: string, page: string, key: string])[] = [
    ['data', 'diagnostics', 'Alt+2'],
    ['trail', 'diagnostics', 'Alt+3'],
    ['by-card', 'prepare-login', 'Alt+2'],
    ['activate', 'prepare-login', 'Alt+3'],
    ['password', 'prepare-login', 'Alt+4'],
    ['user-name', 'prepare-login', 'Alt+5'],
  ]

  test.each(themes)(
    'shows what stands behind its tabs, and a full and an empty declaration, in %s, faultless',
    async (theme) => {
      await resize(desk, 1366, 768)
      await setTheme(desk, theme)
      const faults: string[] = []
      const look = async (name: string): Promise<void> => {
        await settle(desk)
        await shoot(`view-${name}-${theme}`)
        faults.push(...(await accessibilityFaults(desk)).map((fault) => `${name}: ${fault}`))
      }
      for (const [name, at, key] of views) {
        await visit(desk, pageNamed(at), parameters)
        await desk.page.keyboard.press(key)
        await look(name)
      }
      for (const [name, id] of Object.entries(others)) {
        await visit(desk, pageNamed('declaration'), { id })
        await look(name)
      }
      expect(faults).toEqual([])
    },
    600_000,
  )

  const dialogs: readonly (readonly [name: string, page: string, key: string])[] = [
    ['palette', 'home', 'Control+K'],
    ['sheet', 'home', '?'],
    ['item-help', 'declaration', 'F1'],
    ['who', 'home', 'Control+U'],
    ['templates', 'declarations', 'v'],
    ['filters', 'declarations', 'f'],
    ['copy', 'declaration', 'Control+Shift+C'],
    ['template', 'declaration', 'Control+Shift+S'],
    ['history', 'declaration', 'Control+H'],
    ['comment', 'declaration', 'Control+M'],
    ['customer-head', 'declaration', 'Control+I'],
    ['goods-memory', 'declaration', 'Control+G'],
  ]

  test.each(themes)(
    'opens its dialogs by key in %s, faultless, and gives the cursor back',
    async (theme) => {
      await resize(desk, 1366, 768)
      await setTheme(desk, theme)
      const faults: string[] = []
      for (const [name, at, key] of dialogs) {
        await visit(desk, pageNamed(at), parameters)
        if (at === 'declaration') await desk.page.locator('[data-path="DecHead.ContrNo"]').focus()
        else await desk.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
        const before = await desk.page.evaluate(() => document.activeElement?.id ?? '')
        await desk.page.keyboard.press(key)
        const dialog = desk.page.getByRole('dialog')
        await dialog.waitFor()
        await settle(desk)
        await shoot(`dialog-${name}-${theme}`)
        faults.push(...(await accessibilityFaults(desk)).map((fault) => `${name}: ${fault}`))
        await desk.page.keyboard.press('Escape')
        await dialog.waitFor({ state: 'detached' })
        const after = await desk.page.evaluate(() => document.activeElement?.id ?? '')
        if (at === 'declaration' && after !== before)
          faults.push(`${name}: the cursor was at ${before}, is at ${after}`)
      }
      expect(faults).toEqual([])
    },
    600_000,
  )
})
