import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { openAuthority } from '../../sandbox/authority/authority.ts'
import { readCardFile, writeCardFile } from '../../sandbox/authority/card-file.ts'
import type { CardName } from '../../sandbox/authority/card-plans.ts'
import { practicePin } from '../../sandbox/authority/practice-company.ts'
import type { CardMachine } from '../../sandbox/card/card-machine.ts'
import { FaultyCard, parseFaults } from '../../sandbox/card/faults.ts'
import { ForeignCard } from '../../sandbox/card/foreign-card.ts'
import { Iso7816Card } from '../../sandbox/card/iso7816-card.ts'
import { insertCard, type InsertedCard } from '../../sandbox/card/vpcd.ts'
import { Pcsc } from '../../native/pcsclite/pcsc.ts'
import type { Picture } from '../../native/pcsclite/monitor.ts'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { madeUpCard } from '../support/made-up-card.ts'
import { PcscProgram } from '../support/pcsc-program.ts'
import { Pcscd } from '../support/pcscd.ts'
import { realSiteDesk } from '../support/real-site-desk.ts'
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
/** Unlike anything else on the desk, so that a file which holds one is found. */
const [wrongPin, newPin] = ['73915728', '64829173']
let desk: Desk
let inserted: InsertedCard | undefined
let card: FaultyCard | undefined
/** What the service itself says of its readers, whatever the desk shows. */
const monitor = new Pcsc()
let picture: Picture = { service: false, code: 0 }
const holds = (slot: number): boolean => picture.service && picture.readers[slot]?.card === 'present'
const others: InsertedCard[] = []

beforeAll(async () => {
  await realSiteDesk(folder, [real.authority, ...authority.registry.roots], declarations)
  monitor.start((next) => (picture = next))
  rmSync(pictures, { recursive: true, force: true })
  mkdirSync(pictures, { recursive: true })
  desk = await openDesk(folder)
  await desk.page.getByRole('link', { name: /签名/ }).first().click()
  await desk.page.getByRole('heading', { name: '签名与申报' }).waitFor()
}, 60_000)
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await desk.page.screenshot({ path: join(pictures, `failed-${task.id}.png`) })
})
afterAll(async () => {
  inserted?.remove()
  await desk.close()
  await monitor.stop()
  await daemon.close()
  clearDesk(folder)
  rmSync(cards, { recursive: true })
})

const line = () => desk.page.locator('.card-line')
const says = (words: RegExp): Promise<void> => line().filter({ hasText: words }).waitFor({ timeout: 30_000 })

/** Waits for the words in the card line and takes a picture of the whole page while they stand there. */
async function shown(name: string, words: RegExp): Promise<void> {
  await says(words)
  await desk.page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** Takes every card out and waits until the service has seen it: a card put in before that would not be looked at. */
async function takeOut(): Promise<void> {
  inserted?.remove()
  for (const other of others.splice(0)) other.remove()
  await until('both readers are empty', () => !holds(0) && !holds(1))
}

async function insert(machine: CardMachine, faults = ''): Promise<void> {
  await takeOut()
  await says(/请把操作员卡插入读卡器/)
  card = new FaultyCard(machine, parseFaults(faults))
  inserted = await insertCard(card, daemon.port)
  // The driver of the virtual reader now and then lets go of a card at once: nobody saw it, so it is put in again.
  for (let left = 2; left > 0 && !(await seen()); left--) {
    inserted.remove()
    inserted = await insertCard(card, daemon.port)
  }
}
/** Does the service see a card, mute or not, within some seconds? */
const seen = (): Promise<boolean> =>
  until('a card is seen', () => picture.service && picture.readers[0]?.card !== 'absent', 5000).then(
    () => true,
    () => false,
  )
/** Declarations that are signed and wait to be sent, as the head of the page counts them. */
async function heldCount(): Promise<number> {
  const words = await desk.page.getByText(/已签待发 \d+ 票/).textContent()
  return Number(/已签待发 (\d+) 票/.exec(words ?? '')?.[1])
}
function practice(name: CardName): Iso7816Card {
  return new Iso7816Card(authority.card(name))
}

/** Opens what the button of the line shows, takes a picture, and closes it. */
async function opens(button: string, name: string, words: string): Promise<void> {
  await line().getByRole('button', { name: button }).click()
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByText(words).first().waitFor()
  await desk.page.screenshot({ path: join(pictures, `${name}.png`) })
  await desk.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}
const pinField = () => desk.page.getByLabel('卡密码（PIN）')
const results = () => desk.page.getByRole('status', { name: '本次结果' })

describe('the card line in the real window', () => {
  test('says that no service runs, and its button says how to start it', async () => {
    await shown('01-no-service', /读卡服务/)
    await opens('怎样启动', '01-no-service-help', 'pcscd')
  })

  test('finds the service and says that no reader is there', async () => {
    await daemon.start(false)
    await shown('02-no-reader', /没有找到读卡器/)
    await opens('怎样处理', '02-no-reader-help', 'USB')
  })

  test('finds the readers and asks for the card', async () => {
    await daemon.kill('SIGTERM')
    await daemon.start()
    await shown('03-no-card', /请把操作员卡插入读卡器/)
    await line().getByRole('button', { name: '重新检测' }).click()
    await says(/请把操作员卡插入读卡器/)
  })

  test('says that it is reading a card that takes its time', async () => {
    await insert(practice('operator'), 'delay=1500')
    await shown('04-reading', /正在读卡/)
    expect(await desk.page.locator('.card-panel .link--good').count()).toBe(1)
  })

  test.each([
    ['05-certificate-expired', 'expired', /过期/, '办理更新'],
    ['06-certificate-not-yet', 'not-yet', /才有效/, '本机的日期'],
    ['07-certificate-bad', 'stranger', /证书不能使用/, '不是受信任的发证机构'],
  ] as const)('names the trouble of a certificate and shows it (%s)', async (name, card, words, reason) => {
    await insert(practice(card))
    await shown(name, words)
    await opens('查看证书', `${name}-view`, reason)
  })

  test('says where a blocked card is unblocked, and takes no PIN', async () => {
    const path = authority.card('second')
    writeCardFile(path, { ...readCardFile(path), triesLeft: 0 })
    await insert(practice('second'))
    await shown('08-blocked', /已锁死/)
    expect(await pinField().isDisabled()).toBe(true)
    await opens('怎样解锁', '08-blocked-help', '制卡点')
  })

  test('says that a card does not answer', async () => {
    await insert(practice('operator'), 'mute@2')
    await shown('09-mute', /没有应答/)
  })

  test('says that another program holds the card, and goes on by itself when it lets go', async () => {
    await insert(new Iso7816Card(real.file))
    await says(/演练员甲/)
    const program = await PcscProgram.start('Virtual PCD 00 00')
    program.say('own')
    await program.heard('own')
    await shown('10-held-by-another-program', /占用/)
    expect(await pinField().isDisabled()).toBe(true)
    await program.end()
    await says(/证书有效至/)
    expect(card?.pinCommands).toBe(0)
  })

  test('leaves cards of other programs alone, and names one where no reader is empty', async () => {
    const foreign = [new ForeignCard(), new ForeignCard()] as const
    await insert(foreign[0])
    await until('the question', () => foreign[0].commands.length === 1)
    await says(/请把操作员卡插入读卡器/)
    others.push(await insertCard(new FaultyCard(foreign[1]), daemon.port + 1))
    await shown('11-card-of-another-program', /不是操作员卡/)
    await opens('怎样处理', '11-card-of-another-program-help', '没有向它发送密码')
    expect(foreign.map(({ commands }) => commands.length)).toEqual([1, 1])
  })

  test('shows the operator who is ready, and what stands against a practice card at a real site', async () => {
    await insert(practice('operator'))
    await says(/演练员甲/)
    await desk.page.getByText('演练卡不能用于正式站点').first().waitFor()
    await desk.page.screenshot({ path: join(pictures, '12-practice-card-at-a-real-site.png') })
  })

  test('lets the clerk choose between two cards by name', async () => {
    await insert(new Iso7816Card(real.file))
    others.push(await insertCard(new FaultyCard(practice('legal')), daemon.port + 1))
    const choice = desk.page.getByRole('group', { name: /用谁的卡/ })
    await choice.getByRole('radio', { name: /演练法人/ }).check()
    await says(/演练法人/)
    await desk.page.getByText('法人卡不能签报关单').first().waitFor()
    await desk.page.screenshot({ path: join(pictures, '13-legal-person-card.png') })
    await choice.getByRole('radio', { name: /演练员甲/ }).check()
    await says(/演练员甲/)
    await desk.page.screenshot({ path: join(pictures, '13-two-cards.png') })
  })

  test('shows the tries left before the PIN is typed, and one fewer after a wrong one', async () => {
    await insert(new Iso7816Card(real.file))
    await says(/演练员甲/)
    await desk.page.getByText('还可输入 6 次').waitFor()
    await desk.page.screenshot({ path: join(pictures, '14-ready.png') })
    await pinField().fill(wrongPin)
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText('还可输入 5 次').waitFor()
    await results()
      .getByText(/没有签 12 票/)
      .waitFor()
    await desk.page.screenshot({ path: join(pictures, '15-wrong-pin.png') })
    expect(card?.pinCommands).toBe(1)
  })

  test('shows how far a batch is, stops when it is told to, and keeps what was signed', async () => {
    // Slower than any real card, so that the picture is taken and the key is pressed while it is at work.
    await insert(new Iso7816Card(real.file), 'delay=500')
    await desk.page.getByText(/还可输入 \d 次/).waitFor()
    await desk.page
      .getByLabel(/^签名 /)
      .first()
      .uncheck()
    await pinField().fill(practicePin)
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText(/[1-9] \/ 11 票/).waitFor()
    await shown('16-signing', /正在签名，请不要拔卡/)
    await desk.page.keyboard.press('Escape')
    await results()
      .getByText(/没有签 \d+ 票/)
      .waitFor()
    await desk.page.screenshot({ path: join(pictures, '17-stopped-by-the-clerk.png') })
    expect(card?.pinCommands).toBe(1)
  })

  test('goes on with the rest after a pulled card, and leaves out what the clerk unticked', async () => {
    const before = await heldCount()
    await insert(new Iso7816Card(real.file), 'delay=20')
    await says(/演练员甲/)
    await pinField().fill(practicePin)
    // Counted from here on: while the PIN is typed the line looks at the card as well.
    if (card) card.faults = [...card.faults, { kind: 'pull', at: card.commands + 9 }]
    await desk.page.keyboard.press('Enter')
    // Where the service learns of it first the card is gone; where the command breaks off first the line is.
    await results()
      .getByText(/卡被拔出|通信中断/)
      .first()
      .waitFor()
    await desk.page.screenshot({ path: join(pictures, '18-pulled.png') })
    expect(await heldCount()).toBeGreaterThanOrEqual(before)
    await insert(new Iso7816Card(real.file))
    await says(/演练员甲/)
    await pinField().fill(practicePin)
    await desk.page.getByRole('button', { name: /接着签 \d+ 票/ }).click()
    await desk.page.getByText(`已签待发 ${declarations - 1} 票`).waitFor({ timeout: 30_000 })
    await desk.page.screenshot({ path: join(pictures, '19-signed.png') })
    expect(card?.pinCommands).toBe(1)
  })

  test('changes the PIN in the window, with one presentation of the old one', async () => {
    await insert(new Iso7816Card(real.file))
    await desk.page.getByRole('button', { name: '修改卡密码…' }).click()
    const dialog = desk.page.getByRole('dialog', { name: '修改卡密码' })
    await dialog.getByLabel('旧密码', { exact: true }).fill(practicePin)
    await dialog.getByLabel('新密码', { exact: true }).fill(newPin)
    await dialog.getByLabel('再输一次新密码').fill(newPin)
    await desk.page.screenshot({ path: join(pictures, '20-change-pin.png') })
    await dialog.getByRole('button', { name: '修改' }).last().click()
    await dialog.waitFor({ state: 'hidden' })
    expect(readCardFile(real.file).pin).toBe(newPin)
    expect(card?.pinCommands).toBe(1)
  })

  test('says that the card process stopped, and its button starts it at once', async () => {
    await says(/演练员甲/)
    // Killed again and again: each restart waits longer, so that the state stands still for the picture.
    await desk.app.evaluate(({ app }) => {
      const kill = (): void => {
        for (const { name, pid } of app.getAppMetrics()) if (name === 'declarant-card') process.kill(pid, 'SIGKILL')
      }
      Object.assign(globalThis, { killing: setInterval(kill, 20) })
    })
    await shown('21-stopped', /读卡程序中断/)
    await desk.app.evaluate(() => clearInterval((globalThis as unknown as { killing: NodeJS.Timeout }).killing))
    const button = line().getByRole('button', { name: '立即启动' })
    // It may come back by itself in this very moment.
    await button.click({ timeout: 2000 }).catch(() => undefined)
    await says(/演练员甲/)
  })

  test('explains what is signed, with which card and where it goes', async () => {
    await desk.page.getByRole('link', { name: /签的是什么/ }).click()
    await desk.page.getByRole('heading', { name: '签名说明' }).waitFor()
    await desk.page.getByText('https://127.0.0.1:9/').waitFor()
    await desk.page.screenshot({ path: join(pictures, '22-guide.png') })
    await desk.page.keyboard.press('Escape')
    await desk.page.getByRole('heading', { name: '签名与申报' }).waitFor()
  })

  test('looks right in dark colours', async () => {
    await desk.page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
    await says(/演练员甲/)
    await desk.page.screenshot({ path: join(pictures, '23-dark-ready.png') })
    await takeOut()
    await shown('24-dark-no-card', /请把操作员卡插入读卡器/)
  })

  test('offers the ways to a card and the libraries of the allow-list in the settings', async () => {
    await desk.page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'))
    await desk.page.keyboard.press('Control+9')
    await desk.page.getByRole('button', { name: '修改' }).click()
    const dialog = desk.page.getByRole('dialog', { name: '修改站点' })
    await dialog.getByLabel('读卡方式').selectOption('skf')
    await dialog.getByLabel('程序库').selectOption('gm3000')
    await dialog.getByText('本机没有装这个程序库').waitFor()
    await desk.page.screenshot({ path: join(pictures, '25-library.png') })
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.waitFor({ state: 'detached' })
    const saved = await desk.page.evaluate(() => window.api.sites.list({}))
    expect(saved.ok && saved.value.sites.at(-1)).toMatchObject({ cardBackend: 'skf', skfLibrary: 'gm3000' })
  })

  test('leaves no PIN in any file of the desk', async () => {
    await desk.close()
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const holding = files.filter((entry) => {
      const content = readFileSync(join(entry.parentPath, entry.name), 'latin1')
      return [newPin, wrongPin].some((pin) => content.includes(pin))
    })
    expect(files.length).toBeGreaterThan(5)
    expect(holding.map(({ name }) => name)).toEqual([])
  })
})
