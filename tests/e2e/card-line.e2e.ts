import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { DraftsRepo } from '../../electron/store/drafts.repo.ts'
import { deskMigrations, migrations } from '../../electron/store/migrations/index.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { SettingsRepo } from '../../electron/store/settings.repo.ts'
import { SitesRepo } from '../../electron/store/sites.repo.ts'
import { siteSchema } from '../../electron/services/sites.ts'
import { openAuthority } from '../../sandbox/authority/authority.ts'
import { readCardFile, writeCardFile } from '../../sandbox/authority/card-file.ts'
import type { CardName } from '../../sandbox/authority/card-plans.ts'
import { practicePin } from '../../sandbox/authority/practice-company.ts'
import type { CardMachine } from '../../sandbox/card/card-machine.ts'
import { FaultyCard, parseFaults } from '../../sandbox/card/faults.ts'
import { ForeignCard } from '../../sandbox/card/foreign-card.ts'
import { Iso7816Card } from '../../sandbox/card/iso7816-card.ts'
import { insertCard, type InsertedCard } from '../../sandbox/card/vpcd.ts'
import { importDeclaration } from '../fixtures/declarations.ts'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { madeUpCard } from '../support/made-up-card.ts'
import { PcscProgram } from '../support/pcsc-program.ts'
import { Pcscd } from '../support/pcscd.ts'
import { until } from '../support/until.ts'

/** The card line and the signing page of the real app, at a real site's profile, over pcscd and virtual readers. */
const daemon = new Pcscd()
process.env['PCSCLITE_CSOCK_NAME'] = daemon.socket
const folder = mkdtempSync(join(tmpdir(), 'desk-card-'))
const cards = mkdtempSync(join(tmpdir(), 'cards-'))
const pictures = join(appFolder, 'out/card-line')
const authority = openAuthority(cards)
const real = madeUpCard(cards)
const declarations = 12
let desk: Desk
let inserted: InsertedCard | undefined
let card: FaultyCard | undefined

/** A desk that works with a real site over PC/SC, with declarations that wait for their signature. */
async function prepare(): Promise<void> {
  const store = await openStore({ folder, name: 'desk', migrations: deskMigrations, now: Date.now })
  if (!store.ok) throw new Error(store.error.code)
  const site = {
    id: 'site-1',
    name: '测试站点',
    baseAddress: 'https://127.0.0.1:9/',
    extraCa: '',
    cardCa: [real.authority, ...authority.registry.roots].join('\n'),
    proxy: { kind: 'none' as const, address: '' },
    cardBackend: 'pcsc' as const,
  }
  new SitesRepo(store.value.db, siteSchema).put(site, Date.now())
  new SettingsRepo(store.value.db).put('activeSite', site.id)
  store.value.db.close()
  const own = join(folder, 'sites', site.id)
  const drafts = await openStore({ folder: own, name: 'declarations', migrations, now: Date.now })
  if (!drafts.ok) throw new Error(drafts.error.code)
  const repo = new DraftsRepo(drafts.value.db, Date.now, () => '2026-11-10')
  for (let one = 0; one < declarations; one++) {
    const made = repo.create([{ ieFlag: 'I', message: importDeclaration(), customer: `演练客户 ${one + 1}` }])[0]
    if (made) repo.move(made.summary.id, 'markReady')
  }
  drafts.value.db.close()
}

beforeAll(async () => {
  await prepare()
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  desk = await openDesk(folder)
  await desk.page.getByRole('link', { name: /签名/ }).first().click()
  await desk.page.getByRole('heading', { name: '签名与申报' }).waitFor()
}, 60_000)
afterAll(async () => {
  inserted?.remove()
  await desk.close()
  await daemon.close()
  clearDesk(folder)
  rmSync(cards, { recursive: true })
})

const line = () => desk.page.locator('.card-line')
const says = (words: RegExp): Promise<void> => line().filter({ hasText: words }).waitFor({ timeout: 15_000 })

/** Waits for the words in the card line and takes a picture of the whole page while they stand there. */
async function shown(name: string, words: RegExp): Promise<void> {
  await says(words)
  await desk.page.screenshot({ path: join(pictures, `${name}.png`) })
}

async function insert(machine: CardMachine, faults = ''): Promise<void> {
  inserted?.remove()
  card = new FaultyCard(machine, parseFaults(faults))
  await says(/请把操作员卡插入读卡器/)
  inserted = await insertCard(card, daemon.port)
}
function practice(name: CardName): Iso7816Card {
  return new Iso7816Card(authority.card(name))
}

describe('the card line in the real window', () => {
  test('says that no service runs, and the button looks again', async () => {
    await shown('01-no-service', /读卡服务/)
    await line().getByRole('button', { name: '重新检测' }).click()
    await says(/读卡服务/)
  })

  test('finds the service and says that no reader is there', async () => {
    await daemon.start(false)
    await shown('02-no-reader', /没有找到读卡器/)
  })

  test('finds the readers and asks for the card', async () => {
    await daemon.kill('SIGTERM')
    await daemon.start()
    await shown('03-no-card', /请把操作员卡插入读卡器/)
  })

  test.each([
    ['04-certificate-expired', 'expired', /过期/],
    ['05-certificate-not-yet', 'not-yet', /才有效/],
    ['06-certificate-bad', 'stranger', /证书不能使用/],
  ] as const)('names the trouble of a certificate (%s)', async (picture, name, words) => {
    await insert(practice(name))
    await shown(picture, words)
  })

  test('says where a blocked card is unblocked, and takes no PIN', async () => {
    const path = authority.card('second')
    writeCardFile(path, { ...readCardFile(path), triesLeft: 0 })
    await insert(practice('second'))
    await shown('07-blocked', /已锁死/)
    expect(await desk.page.getByLabel('卡密码（PIN）').isDisabled()).toBe(true)
  })

  test('says that a card does not answer', async () => {
    await insert(practice('operator'), 'mute@2')
    await shown('08-mute', /没有应答/)
  })

  test('says that another program holds the card', async () => {
    await insert(practice('operator'), 'delay=400')
    const reader = await until('the reader', () => line().textContent())
    expect(reader).not.toBe('')
    const program = await PcscProgram.start('Virtual PCD 00 00')
    program.say('own')
    await program.heard('own')
    await line()
      .getByRole('button', { name: '重新检测' })
      .click({ timeout: 500 })
      .catch(() => undefined)
    await program.end()
    await says(/演练员甲/)
  })

  test('leaves a card of another program alone and keeps asking for the operator card', async () => {
    const foreign = new ForeignCard()
    await insert(foreign)
    await until('the question', () => foreign.commands.length === 1)
    await shown('09-other-card-beside-an-empty-reader', /请把操作员卡插入读卡器/)
  })

  test('shows the operator who is ready, and what stands against a practice card at a real site', async () => {
    await insert(practice('operator'))
    await says(/演练员甲/)
    await desk.page.getByText('演练卡不能用于正式站点').first().waitFor()
    await desk.page.screenshot({ path: join(pictures, '10-practice-card-at-a-real-site.png') })
  })

  test('shows the tries left before the PIN is typed, and one fewer after a wrong one', async () => {
    await insert(new Iso7816Card(real.file))
    await says(/演练员甲/)
    await desk.page.getByText('还可输入 6 次').waitFor()
    await desk.page.screenshot({ path: join(pictures, '11-ready.png') })
    await desk.page.getByLabel('卡密码（PIN）').fill('00000000')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText('还可输入 5 次').waitFor()
    await desk.page.screenshot({ path: join(pictures, '12-wrong-pin.png') })
    expect(card?.pinCommands).toBe(1)
  })

  test('signs the whole list with one PIN and shows that it is at work', async () => {
    await insert(new Iso7816Card(real.file), 'delay=60')
    await desk.page.getByText('还可输入 5 次').waitFor()
    await desk.page.getByLabel('卡密码（PIN）').fill(practicePin)
    await desk.page.keyboard.press('Enter')
    await shown('13-signing', /正在签名|签名/)
    await desk.page.getByText(`已签待发 ${declarations} 票`).waitFor({ timeout: 30_000 })
    await desk.page.screenshot({ path: join(pictures, '14-signed.png') })
    expect(card?.pinCommands).toBe(1)
  })

  test('changes the PIN in the window, with one presentation of the old one', async () => {
    await insert(new Iso7816Card(real.file))
    await desk.page.getByRole('button', { name: '修改卡密码…' }).click()
    const dialog = desk.page.getByRole('dialog', { name: '修改卡密码' })
    await dialog.getByLabel('旧密码', { exact: true }).fill(practicePin)
    await dialog.getByLabel('新密码', { exact: true }).fill('24682468')
    await dialog.getByLabel('再输一次新密码').fill('24682468')
    await desk.page.screenshot({ path: join(pictures, '15-change-pin.png') })
    await dialog.getByRole('button', { name: '修改' }).last().click()
    await dialog.waitFor({ state: 'hidden' })
    expect(readCardFile(real.file).pin).toBe('24682468')
    expect(card?.pinCommands).toBe(1)
  })

  test('says that the card process stopped, and comes back by itself', async () => {
    await says(/演练员甲/)
    const kill = (): Promise<void> =>
      desk.app.evaluate(({ app }) => {
        for (const { name, pid } of app.getAppMetrics()) if (name === 'declarant-card') process.kill(pid, 'SIGKILL')
      })
    await kill()
    await shown('16-stopped', /读卡程序中断/)
    await says(/演练员甲/)
    expect(await desk.page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  })
})
