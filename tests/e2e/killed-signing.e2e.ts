import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { practicePin } from '../../sandbox/authority/practice-company.ts'
import { readCardFile } from '../../sandbox/authority/card-file.ts'
import { FaultyCard, parseFaults } from '../../sandbox/card/faults.ts'
import { Iso7816Card } from '../../sandbox/card/iso7816-card.ts'
import { insertCard, type InsertedCard } from '../../sandbox/card/vpcd.ts'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { madeUpCard } from '../support/made-up-card.ts'
import { Pcscd } from '../support/pcscd.ts'
import { ownFolder, realSiteDesk } from '../support/real-site-desk.ts'
import { until } from '../support/until.ts'

const daemon = new Pcscd()
process.env['PCSCLITE_CSOCK_NAME'] = daemon.socket
const cards = mkdtempSync(join(tmpdir(), 'cards-'))
const folder = mkdtempSync(join(tmpdir(), 'desk-killed-'))
const pictures = join(appFolder, 'out/killed-signing')
const real = madeUpCard(cards)
const declarations = 8
/** Slower than any real card, so that the kill comes in the middle. */
const slow = parseFaults('delay=250') ?? []

/** What lies on disk, looked at from outside. */
interface Kept {
  readonly declaration: string
  readonly state: string
  readonly rows: number
}
function kept(): Kept[] {
  const db = new Database(join(ownFolder(folder), 'declarations.db'), { readonly: true })
  try {
    return db
      .prepare<[], Kept>(
        `SELECT d.id AS declaration, d.state, (SELECT count(*) FROM outbox WHERE declaration_id = d.id) AS rows
         FROM declarations d ORDER BY d.id`,
      )
      .all()
  } finally {
    db.close()
  }
}
const signedOnDisk = (): number => kept().filter(({ state }) => state === 'queued').length

describe('killed in the middle of a signing', () => {
  let desk: Desk
  let inserted: InsertedCard
  let card: FaultyCard
  const pinField = () => desk.page.getByLabel('卡密码（PIN）')
  const line = () => desk.page.locator('.card-line')
  const ready = () => line().filter({ hasText: '演练员甲' }).waitFor({ timeout: 60_000 })
  const picture = (name: string) => desk.page.screenshot({ path: join(pictures, `${name}.png`) })
  const signingPage = async (): Promise<void> => {
    await desk.page.getByRole('link', { name: /签名/ }).first().click()
    await desk.page.getByRole('heading', { name: '签名与申报' }).waitFor()
    await ready()
  }
  /** Types the PIN, signs, and waits until two more than before are signed. */
  const signTwo = async (): Promise<void> => {
    const before = signedOnDisk()
    await pinField().fill(practicePin)
    await desk.page.keyboard.press('Enter')
    await until('two are signed', () => signedOnDisk() >= before + 2, 60_000)
  }

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    await realSiteDesk(folder, [real.authority], declarations)
    await daemon.start()
    card = new FaultyCard(new Iso7816Card(real.file), slow)
    inserted = await insertCard(card, daemon.port)
    desk = await openDesk(folder)
    await signingPage()
  }, 120_000)
  afterAll(async () => {
    await desk.kill()
    inserted.remove()
    await daemon.close()
    clearDesk(folder)
    rmSync(cards, { recursive: true, force: true })
  })

  test('the card process: what was signed stays, the rest is told why, and no PIN is tried again', async () => {
    await signTwo()
    await desk.app.evaluate(({ app }) => {
      for (const { name, pid } of app.getAppMetrics()) if (name === 'declarant-card') process.kill(pid, 'SIGKILL')
    })
    const results = desk.page.getByRole('status', { name: '本次结果' })
    await results.getByText('读卡程序中断').first().waitFor()
    const told = await results.innerText()
    expect(told).toContain('读卡的后台程序退出了')
    expect(told).toContain('需要重新输入密码')
    await ready()
    await picture('card-process')
    // It came back and read the card by itself; the PIN is not its to give.
    expect(card.pinCommands).toBe(1)
    expect(await pinField().inputValue()).toBe('')
    const signed = signedOnDisk()
    expect(signed).toBeGreaterThanOrEqual(2)
    expect(signed).toBeLessThan(declarations)
    expect(kept().map(({ state, rows }) => rows === (state === 'queued' ? 1 : 0))).not.toContain(false)
  })

  test('main: at the next start the reason is told, what was signed is there once, and no PIN is tried', async () => {
    await signTwo()
    await desk.kill()
    const left = kept()
    const tries = card.pinCommands
    expect(tries).toBe(2)
    desk = await openDesk(folder)
    const notice = desk.page.getByRole('alert').filter({ hasText: '上次程序没有正常退出' })
    await notice.waitFor()
    expect(await notice.innerText()).toMatch(/强行结束[^]*没有签好的请重新签[^]*app\.endedBadly/)
    await picture('main-start')
    await signingPage()
    await picture('main')
    expect(kept()).toEqual(left)
    expect(kept().every(({ rows }) => rows <= 1)).toBe(true)
    expect(card.pinCommands).toBe(tries)
    expect(readCardFile(real.file).triesLeft).toBe(6)
  })

  test('then the rest is signed with one PIN, each declaration once', async () => {
    await notAlarmed()
    await pinField().fill(practicePin)
    await desk.page.keyboard.press('Enter')
    await until('all are signed', () => signedOnDisk() === declarations, 60_000)
    expect(kept().map(({ rows }) => rows)).toEqual(Array.from({ length: declarations }, () => 1))
    expect(card.pinCommands).toBe(3)
    await desk.close()
    desk = await openDesk(folder)
    await signingPage()
    // An end in good order is nothing to tell.
    expect(await desk.page.getByText('上次程序没有正常退出').count()).toBe(0)
  })

  const notAlarmed = async (): Promise<void> => {
    await desk.page.getByRole('button', { name: '知道了' }).first().click()
    await desk.page.getByText('上次程序没有正常退出').waitFor({ state: 'hidden' })
  }
})
