import type { Page } from 'playwright-core'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import { manyLines } from '../fixtures/declarations.ts'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { quantile, within, type BenchRow } from './row.ts'

/*
 * The form of 50 lines in the real window. A key press is measured from the time stamp that the system gave its event
 * to the first task after the frame in which the typed text is painted (requestAnimationFrame, then a message, which
 * runs after the paint). The page of the test display has 60 frames a second, so up to 16.7 ms of each figure are
 * waiting for the next frame: typing is measured with the frame limit off.
 */

interface Bridge {
  readonly api: {
    readonly drafts: {
      create(input: { ieFlag: 'I' }): Promise<{ ok: true; value: { summary: { id: string; rev: number } } }>
      save(input: object): Promise<{ ok: boolean }>
    }
  }
}

const openRounds = 5
const presses = 80

/** A draft of 50 lines in the store of the desk. */
const makeDraft = (page: Page): Promise<void> =>
  page.evaluate(async (message: DecMessage) => {
    const { drafts } = (window as unknown as Bridge).api
    const { value } = await drafts.create({ ieFlag: 'I' })
    const { id, rev } = value.summary
    const saved = await drafts.save({ id, rev, message, accepted: {}, errors: 0, warnings: 0 })
    if (!saved.ok) throw new Error('the draft was not saved')
  }, manyLines(50))

/** Milliseconds from Enter on the board until the form with its 50 lines is painted. */
async function openOnce({ page }: Desk): Promise<number> {
  await page.keyboard.press('Control+1')
  await page.getByRole('grid', { name: '最近的报关单' }).waitFor()
  await page.keyboard.press('r')
  await page.evaluate(() => {
    const state = window as unknown as { opened: Promise<number> }
    state.opened = new Promise((resolve) => {
      const begin = (event: KeyboardEvent): void => {
        if (event.key !== 'Enter') return
        window.removeEventListener('keydown', begin, true)
        const look = (): void => {
          const rows = document.querySelectorAll('.goods-grid tbody tr[aria-rowindex]').length
          const total = document.querySelector('.totals-line')?.textContent ?? ''
          if (rows < 5 || !total.includes('50')) requestAnimationFrame(look)
          else {
            // The lines are painted in this frame.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - event.timeStamp)
            port2.postMessage(0)
          }
        }
        requestAnimationFrame(look)
      }
      window.addEventListener('keydown', begin, true)
    })
  })
  await page.keyboard.press('Enter')
  return page.evaluate(() => (window as unknown as { opened: Promise<number> }).opened)
}

/** Types into a cell in the middle of the grid and gives the milliseconds from each press to the paint. */
async function typeInGrid({ page }: Desk): Promise<number[]> {
  await page.keyboard.press('Alt+2')
  for (let line = 0; line < 25; line++) await page.keyboard.press('Control+ArrowDown')
  await page.keyboard.press('F6')
  await page.waitForFunction(() => document.activeElement?.closest('.goods-grid') !== null)
  await page.keyboard.press('Tab')
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    window.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => taken.push(performance.now() - timeStamp)
          port2.postMessage(0)
        }),
      true,
    )
  })
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press(press % 20 === 19 ? 'Home' : String.fromCharCode(97 + (press % 26)))
    // A fast typist: some 15 presses a second, at moments that have nothing to do with the frames.
    await new Promise((resolve) => setTimeout(resolve, 37 + ((press * 17) % 41)))
  }
  return page.evaluate(() => (window as unknown as { taken: number[] }).taken.slice(20))
}

async function withDesk<T>(flags: readonly string[], run: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await openDesk(undefined, flags)
  try {
    await makeDraft(desk.page)
    await desk.page.keyboard.press('Control+2')
    return await run(desk)
  } finally {
    await desk.close()
    clearDesk(desk.folder)
  }
}

/** Opening the form, and typing into its grid. */
export async function fullForm(): Promise<BenchRow[]> {
  const opened = await withDesk([], async (desk) => {
    const taken: number[] = []
    for (let round = 0; round < openRounds; round++) taken.push(await openOnce(desk))
    return taken
  })
  const typed = await withDesk(['--disable-frame-rate-limit', '--disable-gpu-vsync'], async (desk) => {
    await openOnce(desk)
    return typeInGrid(desk)
  })
  return [
    within('form with 50 lines open after Enter, median', quantile(opened, 0.5), 'ms', 150),
    within('key press to paint in a full 50-line grid, p95', quantile(typed, 0.95), 'ms', 16),
  ]
}
