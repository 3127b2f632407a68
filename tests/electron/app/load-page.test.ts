import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadPage, type PageView } from '../../../electron/app/load-page.ts'
import { recordingLog } from '../../support/recording-log.ts'

const url = 'app://desk/index.html'
type Try = (view: TestView) => Promise<void>

/** A window that answers each load by the next plan. */
class TestView extends EventEmitter implements PageView {
  loads = 0
  stops = 0
  readonly #plans: Try[]
  constructor(...plans: Try[]) {
    super()
    this.#plans = plans
  }
  loadURL(): Promise<void> {
    return this.#plans[this.loads++]?.(this) ?? Promise.reject(new Error('one load too many'))
  }
  stop(): void {
    this.stops++
  }
}

const refused: Try = () => Promise.reject(Object.assign(new Error('ERR_FAILED (-2)'), { code: 'ERR_FAILED' }))
const silent: Try = () => new Promise(() => undefined)
/** Loads, but its script never comes: only the title of the document is seen. */
const blank: Try = (view) => Promise.resolve(void view.emit('page-title-updated', {}, '报关桌面'))
const good: Try = (view) => Promise.resolve(void view.emit('page-title-updated', {}, '今日工作台 - 报关桌面'))
const dying: Try = (view) => Promise.resolve(void view.emit('render-process-gone', {}, { reason: 'crashed' }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What comes of the plans when the clock runs on. */
async function load(...plans: Try[]) {
  const view = new TestView(...plans)
  const { log, lines } = recordingLog()
  let troubles = 0
  const outcome = loadPage(view, url, log, () => troubles++)
  await vi.runAllTimersAsync()
  return { outcome: await outcome, loads: view.loads, troubles, lines, left: view.eventNames().length }
}

describe('the page', () => {
  test('is loaded once when it comes', async () => {
    expect(await load(good)).toEqual({ outcome: 'here', loads: 1, troubles: 0, lines: [], left: 0 })
  })

  test.each([
    ['is refused', refused, 'ERR_FAILED'],
    ['is never answered', silent, 'late'],
    ['stays blank', blank, 'late'],
  ])('is loaded again when its load %s, and the log says why', async (_name, fault, reason) => {
    const { outcome, loads, troubles, lines, left } = await load(fault, fault, good)
    expect({ outcome, loads, troubles, left }).toEqual({ outcome: 'here', loads: 3, troubles: 2, left: 0 })
    expect(lines).toEqual([1, 2].map((attempt) => `warn page.loadFailed {"reason":"${reason}","attempt":${attempt}}`))
  })

  test('is given up after three tries', async () => {
    expect(await load(silent, refused, blank, good)).toMatchObject({
      outcome: 'missing',
      loads: 3,
      troubles: 3,
      left: 0,
    })
  })

  test('is left to others when its process dies or its window is closed', async () => {
    expect(await load(dying)).toMatchObject({ outcome: 'over', loads: 1, left: 0 })
    const view = new TestView(silent)
    const outcome = loadPage(view, url, recordingLog().log)
    view.emit('destroyed')
    expect(await outcome).toBe('over')
    expect(view.stops).toBe(0)
  })
})
