import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { writeDecMessage } from '../../domain/message/write.ts'
import { exportDeclaration, importDeclaration } from '../fixtures/declarations.ts'
import { chooseFile, chooseTarget, clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { saved } from '../support/main-job.ts'
import { makePdf } from '../support/make-pdf.ts'
import { seedDesk } from '../support/seed-desk.ts'

const pictures = join(appFolder, 'out/never-twice')

/** A day before today, yyyyMMdd: nothing is late whenever this runs. */
const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv').replaceAll('-', '')

/** Copies, templates, what is known of customers and goods, and messages of other programs; no mouse. */
describe('nothing is typed twice', () => {
  let desk: Desk
  let folder: string
  const press = (key: string): Promise<void> => desk.page.keyboard.press(key)
  const field = (path: string) => desk.page.locator(`[data-path="${path}"]`).first()
  const picture = (name: string) => desk.page.screenshot({ path: join(pictures, `${name}.png`) })
  const openRecent = async (): Promise<void> => {
    await press('Control+1')
    await desk.page.getByRole('grid', { name: '最近的报关单' }).waitFor()
    await press('r')
    await press('Enter')
    await desk.page.getByRole('heading', { name: '进口报关单' }).waitFor()
  }
  const retype = async (path: string, text: string): Promise<void> => {
    await field(path).focus()
    await press('Control+A')
    await desk.page.keyboard.type(text)
    await press('Enter')
  }

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    const seeded = await seedDesk([{ ieFlag: 'I', message: importDeclaration() }])
    folder = seeded.folder
    desk = await openDesk(folder)
    // A pointer that moves or clicks would not be the keyboard alone.
    await desk.page.evaluate(() => {
      for (const kind of ['mousedown', 'pointerdown', 'click'])
        window.addEventListener(
          kind,
          (event) => {
            if (event instanceof MouseEvent && event.detail > 0) document.documentElement.dataset['mouse'] = kind
          },
          true,
        )
    })
  })
  afterAll(async () => {
    await desk.close()
    clearDesk(folder)
  })

  test('a declaration becomes a template, and a finished one teaches the goods', async () => {
    await openRecent()
    await press('Control+Shift+S')
    await desk.page.getByLabel('模板名称').waitFor()
    await desk.page.keyboard.type('演练进口模板')
    await picture('template-save')
    await press('Enter')
    await desk.page.getByText('已存为模板').waitFor()
    await press('F9')
    await desk.page.getByRole('heading', { name: '签名与申报' }).waitFor()
  })

  test('a template copy with five changes is ready to be signed', async () => {
    await press('Control+1')
    await desk.page.getByRole('heading', { name: '今日工作台' }).waitFor()
    await press('v')
    await desk.page.getByRole('grid', { name: '模板' }).waitFor()
    await picture('template-choose')
    await press('Enter')
    await desk.page.getByText('已从模板').waitFor()
    await desk.page.getByText(/合计\s*3\s*项/).waitFor()
    for (const [path, text] of [
      ['DecHead.IEDate', daysAgo(3)],
      ['DecHead.TrafName', 'YANLIAN SUN'],
      ['DecFreeTxt.VoyNo', '031W'],
      ['DecHead.BillNo', 'YLHAM2611777'],
      ['DecHead.DespDate', daysAgo(30)],
    ] as const)
      await retype(path, text)
    // Papers belong to one shipment and are never copied: the invoice of this one is attached.
    const invoice = join(folder, '演练发票.pdf')
    writeFileSync(invoice, makePdf('invoice'))
    await chooseFile(desk, invoice)
    await press('Alt+5')
    await desk.page.waitForFunction(() => document.activeElement?.closest('.attachments-block') !== null)
    await desk.page.keyboard.type('00000001')
    await press('Enter')
    await desk.page.getByRole('table', { name: '随附单据' }).getByText('演练发票.pdf').waitFor()
    await saved(desk)
    const found = desk.page.getByRole('complementary', { name: '检查结果' })
    await expect.poll(() => found.getByText(/^红 \d/).innerText(), { timeout: 30_000 }).toBe('红 0')
    await picture('template-changed')
    expect(await field('DecHead.BillNo').inputValue()).toBe('YLHAM2611777')
    await press('F9')
    await desk.page.getByRole('heading', { name: '签名与申报' }).waitFor()
    await desk.page.getByRole('heading', { name: 'SM3 摘要' }).waitFor()
    expect(await desk.page.evaluate(() => document.documentElement.dataset['mouse'])).toBeUndefined()
  })

  test('the head of the customer and its goods are offered in an empty form', async () => {
    await press('Control+1')
    await desk.page.getByRole('heading', { name: '今日工作台' }).waitFor()
    await press('n')
    await desk.page.getByRole('heading', { name: '进口报关单' }).waitFor()
    await retype('DecHead.TradeName', importDeclaration().DecHead?.TradeName ?? '')
    await press('Control+I')
    await desk.page.getByText('只填这里空着的').waitFor()
    await picture('customer-head')
    await press('Enter')
    await desk.page.getByText(/^已带出 \d+ 项/).waitFor()
    expect(await field('DecHead.CutMode').inputValue()).toContain('101')
    await press('Alt+2')
    await press('Control+G')
    await desk.page.getByLabel('查找申报过的商品').waitFor()
    await desk.page.keyboard.type('轴承')
    await desk.page.getByRole('grid', { name: '申报过的商品' }).getByText('深沟球轴承').waitFor()
    await picture('goods-memory')
    await press('Enter')
    await desk.page.getByText('已带出“深沟球轴承”').waitFor()
    await saved(desk)
  })

  test('a message of another program becomes a draft; what it does not know is told first', async () => {
    const file = join(folder, 'other.xml')
    const text = writeDecMessage(exportDeclaration()).replace('</DecHead>', '<NewThing>1</NewThing></DecHead>')
    writeFileSync(file, text)
    await chooseFile(desk, file)
    await press('Control+3')
    await desk.page.getByRole('heading', { name: '导入客户表格' }).waitFor()
    await press('Control+O')
    await desk.page.getByText('不认识或多余的内容，不会导入：DecHead/NewThing').waitFor()
    await picture('message-found')
    await press('Enter')
    await desk.page.getByRole('heading', { name: '出口报关单' }).waitFor()
    await desk.page.getByText(/合计\s*3\s*项/).waitFor()
  })

  test.each([
    [
      'entity.xml',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      '报文被拒绝读取',
    ],
    ['page.xml', '<html/>', '这不是可以读取的报文'],
    ['half.zip', 'PK\u0003\u0004', '压缩包'],
  ])('a hostile file %s is refused in words', async (name, text, words) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    await chooseFile(desk, file)
    await press('Control+3')
    await desk.page.getByRole('heading', { name: '导入客户表格' }).waitFor()
    await press('Control+O')
    await desk.page.getByText(words).first().waitFor()
    await picture(`hostile-${name}`)
    if (name.endsWith('.xml')) await press('Escape')
    await press('Control+1')
    await desk.page.getByRole('heading', { name: '今日工作台' }).waitFor()
  })

  test.each([
    ['program.xlsx', 'MZ\u0090', '可执行程序'],
    ['page.xls', '<html><table><tr><td>1</td></tr></table></html>', '网页'],
    ['cut.xlsx', 'PK\u0003\u0004', '损坏'],
  ])('a hostile spreadsheet %s is refused in words', async (name, text, words) => {
    const file = join(folder, name)
    writeFileSync(file, text)
    await chooseFile(desk, file)
    await press('Control+3')
    await desk.page.getByRole('heading', { name: '导入客户表格' }).waitFor()
    await press('F10')
    await desk.page.getByText(words).first().waitFor()
    await picture(`hostile-${name}`)
    await press('Control+1')
    await desk.page.getByRole('heading', { name: '今日工作台' }).waitFor()
  })

  test('the list finds, ticks, marks and exports by keyboard', async () => {
    await press('Control+2')
    await desk.page.getByLabel('查找', { exact: true }).waitFor()
    await desk.page.keyboard.type('轴承')
    await desk.page.getByRole('grid', { name: '报关单' }).waitFor()
    await press('ArrowDown')
    await press('a')
    await desk.page.getByText(/已勾选 \d/).waitFor()
    await press('m')
    await desk.page.getByText(/^已标记 \d+ 票/).waitFor()
    const target = join(folder, 'out.zip')
    await chooseTarget(desk, target)
    await press('x')
    await desk.page.getByText(/^已导出 \d+ 票/).waitFor()
    await chooseTarget(desk, join(folder, 'list.xlsx'))
    await press('l')
    await desk.page.getByText(/^已导出 \d+ 行/).waitFor()
    await press('f')
    await desk.page.getByRole('dialog').getByText('含“轴承”').waitFor()
    await desk.page.keyboard.type('轴承的单')
    await press('Enter')
    await desk.page.getByText('已存为“轴承的单”').waitFor()
    await picture('list')
    await press('Control+7')
    await desk.page.getByRole('table', { name: '本月报关单现在的状态' }).waitFor()
    await picture('figures')
  })
})
