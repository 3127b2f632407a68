import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeContainerNumber } from '../../domain/identity/container-number.ts'
import { parties } from '../fixtures/parties.ts'
import { allSaved, fillWithEnter, focusedPath, keyAway, typeOver } from '../support/clerk-keys.ts'
import { chooseFile, clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { makePdf } from '../support/make-pdf.ts'
import { watchMouse } from '../support/no-mouse.ts'

/** A day before today in message form: nothing is late whenever this runs. */
const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv').replaceAll('-', '')

const head: Readonly<Record<string, string>> = {
  CustomMaster: '2248',
  IEPort: 'ysgq',
  ContrNo: 'YL-KB-20',
  IEDate: daysAgo(3),
  TradeCoScc: parties.importer.credit,
  TradeCode: parties.importer.customs,
  TradeName: parties.importer.name,
  OverseasConsignorEname: parties.overseas.seller,
  OwnerCodeScc: parties.owner.credit,
  OwnerCode: parties.owner.customs,
  OwnerName: parties.owner.name,
  TrafMode: 'slys',
  TrafName: 'YANLIAN STAR',
  VoyNo: '026W',
  BillNo: 'YLHAM2610020',
  GoodsPlace: '演练一号堆场',
  TradeMode: '一般贸易',
  CutMode: '101',
  TradeAreaCode: 'DEU',
  TradeCountry: 'deguo',
  DespPortCode: 'DEU063',
  DistinatePort: 'DEU063',
  EntyPortCode: '311002',
  TransMode: '1',
  WrapType: '22',
  PackNo: '20',
  GrossWet: '2600',
  NetWt: '2100',
  MarkNo: 'N/M',
}

/** One goods line as it is typed: bearings, counted in sets and weighed. */
const line = (number: number): Record<string, string> => ({
  CodeTS: '8482102000',
  CiqCode: '999',
  GName: `深沟球轴承${number}型`,
  GModel: `4|3|用于机床|钢|内径${number}mm|演练牌|YL-${number}`,
  GQty: '100',
  GUnit: '套',
  DeclPrice: '12.5',
  TradeCurr: 'EUR',
  FirstQty: '100',
  FirstUnit: '套',
  SecondQty: '105',
  SecondUnit: '千克',
  OriginCountry: 'DEU',
  DestinationCountry: 'CHN',
  DistrictCode: '31222',
  DestCode: '310115',
  DutyMode: '1',
})

/** A block as a spreadsheet copies it, in the order of the grid's columns. */
const block = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => {
    const { CodeTS, GName, GModel, GQty, GUnit, DeclPrice, TradeCurr } = line(from + at)
    return [
      CodeTS,
      GName,
      GModel,
      GQty,
      GUnit,
      DeclPrice,
      '1250',
      TradeCurr,
      '100',
      '套',
      '105',
      '千克',
      'Germany',
      'CHN',
    ].join('\t')
  }).join('\r\n')

const answers = ['0', '0', '0', '0', '0']
/** Generous: the machine may be busy with other tests. */
const soon = { timeout: 30_000 }
const difference = '发票总价24999，商品项总价合计25000'

describe('a 20-line import from an empty form to ready-to-sign, by keyboard alone', () => {
  let desk: Desk
  let mouse: () => Promise<string[]>
  const files = mkdtempSync(join(tmpdir(), 'desk-keys-'))
  const total = (count: number): Promise<void> => desk.page.getByText(new RegExp(`合计\\s*${count}\\s*项`)).waitFor()

  const pane = (): Locator => desk.page.getByRole('complementary', { name: '检查结果' })

  beforeAll(async () => {
    desk = await openDesk()
    mouse = await watchMouse(desk.page)
  })
  afterAll(async () => {
    await desk.close()
    clearDesk(desk.folder)
    rmSync(files, { recursive: true, force: true })
  })

  test('N makes an empty form with the cursor in its first field', async () => {
    await desk.page.getByRole('heading', { name: '今日工作台' }).waitFor()
    await desk.page.keyboard.press('n')
    await desk.page.getByRole('heading', { name: '进口报关单' }).waitFor()
    await expect.poll(() => focusedPath(desk), soon).toBe('DecHead.CustomMaster')
  })

  test('the head is typed field by field with Enter: codes, names, pinyin', async () => {
    await fillWithEnter(desk, head)
    expect(await desk.page.locator('[data-path="DecHead.IEPort"]').inputValue()).toContain('洋山')
    expect(await desk.page.locator('[data-path="DecHead.TrafMode"]').inputValue()).toBe('2 水路运输')
  })

  test('two lines are typed in full; Enter at the end makes the next one', async () => {
    await desk.page.keyboard.press('Alt+2')
    await desk.page.keyboard.press('Insert')
    await expect.poll(() => focusedPath(desk), soon).toBe('DecLists.0.CodeTS')
    await fillWithEnter(desk, line(1))
    await keyAway(desk, 'Enter')
    await expect.poll(() => focusedPath(desk), soon).toBe('DecLists.1.CodeTS')
    await fillWithEnter(desk, line(2))
    expect(await desk.page.locator('[data-path="DecLists.1.DeclTotal"]').inputValue()).toBe('1250')
    await total(2)
  })

  test('F4 edits the elements part by part', async () => {
    await desk.page.keyboard.press('F4')
    await desk.page.getByRole('dialog').waitFor()
    for (let part = 0; part < 2; part++) await desk.page.keyboard.press('Enter')
    await typeOver(desk, '用于泵')
    await desk.page.keyboard.press('Control+Enter')
    await expect
      .poll(() => desk.page.locator('[data-path="DecLists.1.GModel"]').inputValue(), soon)
      .toBe('4|3|用于泵|钢|内径2mm|演练牌|YL-2')
  })

  test('a block of 13 lines is pasted from a spreadsheet into the grid', async () => {
    await desk.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), block(3, 13))
    await desk.page.keyboard.press('Insert')
    await expect.poll(() => focusedPath(desk), soon).toBe('DecLists.2.CodeTS')
    await desk.page.keyboard.press('F6')
    await desk.page.waitForFunction(() => document.activeElement?.closest('.goods-grid') !== null)
    await desk.page.keyboard.press('Control+V')
    await total(15)
    await desk.page.keyboard.press('F6')
    await desk.page.keyboard.press('Control+ArrowDown')
    expect(await focusedPath(desk)).toContain('DecLists.3.')
  })

  test('in the grid arrows, Tab, Ctrl+D, undo and Alt+arrows work on the cell with the cursor, which never gets lost', async () => {
    const { keyboard } = desk.page
    const name = (line: number): Promise<string | null> =>
      desk.page
        .locator(`.goods-grid tbody tr[aria-rowindex="${line + 2}"] td`)
        .nth(1)
        .textContent()
    await keyboard.press('F6')
    await desk.page.waitForFunction(() => document.activeElement?.closest('.goods-grid') !== null)
    await keyboard.press('Control+Home')
    await expect.poll(() => focusedPath(desk), soon).toBe('DecLists.0.CodeTS')
    await keyAway(desk, 'ArrowDown')
    await keyAway(desk, 'Tab')
    expect(await focusedPath(desk)).toBe('DecLists.1.GName')
    await typeOver(desk, '另一种')
    await keyboard.press('Control+D')
    await expect.poll(() => desk.page.locator('.has-editor input').inputValue(), soon).toBe('深沟球轴承1型')
    expect(await focusedPath(desk)).toBe('DecLists.1.GName')
    await keyboard.press('Control+Z')
    await keyboard.press('Control+Z')
    await expect.poll(() => name(1), soon).toBe('深沟球轴承2型')
    await keyboard.press('Alt+2')
    await keyboard.press('Alt+ArrowDown')
    await expect.poll(() => name(2), soon).toBe('深沟球轴承2型')
    await keyboard.press('Alt+ArrowUp')
    await expect.poll(() => name(1), soon).toBe('深沟球轴承2型')
  })

  test('Tab goes to the last column of the grid and Shift+Tab back; the cell is always in sight beside those that stay', async () => {
    const inSight = (): Promise<boolean> =>
      desk.page.evaluate(() => {
        const [cell, frame] = [document.activeElement, document.querySelector('.goods-grid')]
        const pinned = document.querySelector('.goods-grid .is-pinned')
        if (cell === null || frame === null || pinned === null) return false
        const [box, room] = [cell.getBoundingClientRect(), frame.getBoundingClientRect()]
        const left = pinned.contains(cell) ? room.left : pinned.getBoundingClientRect().right
        return box.left >= left - 1 && box.right <= room.right + 1 && box.bottom <= room.bottom + 1
      })
    await desk.page.keyboard.press('F6')
    await desk.page.waitForFunction(() => document.activeElement?.closest('.goods-grid') !== null)
    await desk.page.keyboard.press('Control+Home')
    await expect.poll(() => focusedPath(desk), soon).toBe('DecLists.0.CodeTS')
    const columns = Number(await desk.page.locator('.goods-grid').getAttribute('aria-colcount')) - 1
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let step = 1; step < columns; step++) {
        await keyAway(desk, key)
        expect(await inSight(), `${key} ${step}`).toBe(true)
      }
    }
    expect(await focusedPath(desk)).toBe('DecLists.0.CodeTS')
    await desk.page.keyboard.press('F6')
    await desk.page.waitForFunction(() => document.activeElement?.closest('.goods-grid') === null)
  })

  test('five lines are copies, each changed; undo and redo bring a line back', async () => {
    for (let count = 16; count <= 20; count++) {
      const from = await focusedPath(desk)
      await desk.page.keyboard.press('Control+Shift+D')
      await total(count)
      await expect.poll(() => focusedPath(desk), soon).not.toBe(from)
    }
    await desk.page.keyboard.press('Control+Z')
    await total(19)
    await desk.page.keyboard.press('Control+Y')
    await total(20)
  })

  test('Ctrl+D takes the value of the line above, Ctrl+Shift+Down fills a column to the end', async () => {
    await desk.page.keyboard.press('Alt+2')
    for (let line = 0; line < 25; line++) await desk.page.keyboard.press('Control+ArrowUp')
    await expect.poll(() => focusedPath(desk), soon).toMatch(/^DecLists\.0\./)
    await fillWithEnter(desk, { DistrictCode: '31222' })
    await desk.page.keyboard.press('Control+Shift+ArrowDown')
    await fillWithEnter(desk, { DestCode: '310115' })
    await desk.page.keyboard.press('Control+Shift+ArrowDown')
    await fillWithEnter(desk, { DutyMode: '1' })
    await desk.page.keyboard.press('Control+Shift+ArrowDown')
    await desk.page.keyboard.press('Control+ArrowDown')
    await expect.poll(() => focusedPath(desk), soon).toBe('DecLists.1.DutyMode')
    await typeOver(desk, '3')
    await desk.page.keyboard.press('Control+D')
    await expect.poll(() => desk.page.locator('[data-path="DecLists.1.DutyMode"]').inputValue(), soon).toContain('1 ')
  })

  test('a container is tied to all lines, the answers and the day of departure are given', async () => {
    await desk.page.keyboard.press('Alt+3')
    await desk.page.keyboard.press('Enter')
    await expect.poll(() => focusedPath(desk), soon).toBe('DecContainers.0.ContainerId')
    await fillWithEnter(desk, {
      ContainerId: makeContainerNumber('YLDU', '202601'),
      ContainerMd: '11',
      GoodsContaWt: '4800',
      GoodsNo: '1-20',
    })
    await keyAway(desk, 'Enter')
    await desk.page.keyboard.press('Alt+6')
    await expect.poll(() => focusedPath(desk), soon).toBe('DecHead.PromiseItmes')
    for (const answer of answers) {
      await typeOver(desk, answer)
      await desk.page.keyboard.press('Enter')
    }
    await desk.page.keyboard.press('Alt+7')
    await fillWithEnter(desk, { DespDate: daysAgo(30) })
    const lines = Array.from({ length: 20 }, (_, at) => String(at + 1)).join(',')
    await expect
      .poll(() => desk.page.locator('[data-path="DecContainers.0.GoodsNo"]').getAttribute('title'), soon)
      .toContain('20 深沟球轴承')
    expect(await desk.page.locator('[data-path="DecContainers.0.GoodsNo"]').inputValue()).toBe(lines)
  })

  test('the figures of the papers are typed, and a wrong one is shown with its basis', async () => {
    await desk.page.keyboard.press('Alt+9')
    await expect.poll(() => focusedPath(desk), soon).toBe('Papers.InvoiceNo')
    await fillWithEnter(desk, { InvoiceNo: 'YL-1', InvoiceTotal: '24999', InvoiceCurr: 'EUR' })
    await keyAway(desk, 'Enter')
    await pane().getByText(difference).waitFor()
    await desk.page.keyboard.press('Alt+9')
    await fillWithEnter(desk, { InvoiceTotal: '25000' })
    await keyAway(desk, 'Enter')
    await pane().getByText(difference).waitFor({ state: 'detached' })
  })

  test('four PDFs are attached', async () => {
    for (const [kind, name] of [
      ['00000001', '演练发票.pdf'],
      ['00000002', '演练装箱单.pdf'],
      ['00000003', '演练提运单.pdf'],
      ['00000004', '演练合同.pdf'],
    ] as const) {
      const file = join(files, name)
      writeFileSync(file, makePdf(name))
      await chooseFile(desk, file)
      await desk.page.keyboard.press('Alt+5')
      await desk.page.waitForFunction(() => document.activeElement?.closest('.attachments-block') !== null)
      await typeOver(desk, kind)
      await desk.page.keyboard.press('Enter')
      await desk.page.getByRole('table', { name: '随附单据' }).getByText(name).waitFor()
    }
  })

  test('F8 leads to what is yellow, F7 accepts it with a note, and nothing red is left', async () => {
    await expect
      .poll(() => pane().getByRole('region', { name: '红色：必须改' }).locator('li').allTextContents(), soon)
      .toEqual([])
    await desk.page.keyboard.press('F8')
    await desk.page.locator('.finding-groups li.is-current').getByText(/依据/).waitFor()
    // A list that the page gives no room is in the document and yet not on the screen.
    const room = await desk.page.getByRole('complementary', { name: '检查结果' }).boundingBox()
    expect(room?.height).toBeGreaterThan(300)
    mkdirSync('out/editor', { recursive: true })
    await desk.page.screenshot({ path: 'out/editor/keyboard-20-lines.png' })
    await desk.page.keyboard.press('F7')
    await desk.page.getByRole('dialog', { name: '认可这条提醒' }).waitFor()
    await desk.page.keyboard.type('已与客户核对')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText('已与客户核对').waitFor()
    await allSaved(desk)
  })

  test('F9 makes it ready: the page of the signature opens, and no mouse was used on the way', async () => {
    await desk.page.keyboard.press('F9')
    await desk.page.getByRole('heading', { name: '签名与申报' }).waitFor()
    await desk.page.getByRole('heading', { name: 'SM3 摘要' }).waitFor()
    expect(await mouse()).toEqual([])
  })
})
