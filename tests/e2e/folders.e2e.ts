import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { seedFolderDesk } from '../support/seed-folder-desk.ts'

const pictures = join(appFolder, 'out/delivery')
const long = { timeout: 60_000 }

/** Signed declarations leave through the folders of the import client; each step waits for what a clerk should see. */
describe('a desk files through the folders of the import client', () => {
  let desk: Desk
  let client = ''
  let ids = new Map<string, string>()
  const press = (key: string): Promise<void> => desk.page.keyboard.press(key)
  const picture = (name: string): Promise<unknown> =>
    desk.page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
  /** The page of the filing with this bill of lading. */
  const openFiling = async (bill: string): Promise<void> => {
    await desk.page.evaluate((id) => (location.hash = `#/filings/${id}`), ids.get(bill) ?? '')
    await desk.page.getByRole('heading', { name: '申报进度' }).waitFor()
    await desk.page.locator('.facts').getByText(bill).waitFor()
  }
  const practise = async (fault: string): Promise<void> => {
    await press('Control+1')
    const choice = desk.page.getByLabel('练习故障')
    await choice.selectOption({ label: fault })
    await desk.page.waitForFunction(async (wanted) => {
      const answer = await window.api.practice.get({})
      return answer.ok && answer.value.fault === wanted
    }, { 一切正常: 'none', 客户端发送报文出错: 'busy', 等待响应超时: 'answer-lost', 客户端没有运行: 'portal-down' }[fault])
  }

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    const seeded = await seedFolderDesk(['YLOK0001', 'YLFAIL0002', 'YLLOST0003', 'YLWAIT0004'])
    client = seeded.client
    ids = seeded.ids
    desk = await openDesk(seeded.folder)
  })
  afterAll(async () => {
    await desk.close()
    clearDesk(desk.folder)
  })

  test('a declaration goes through OutBox and InBox to its release', async () => {
    await openFiling('YLOK0001')
    await press('F10')
    const line = desk.page.locator('.timeline')
    for (const word of ['报文已放进导入客户端的文件夹', '暂存/导入成功', '申报成功', '海关已放行'])
      await line.getByText(word).first().waitFor(long)
    await picture('01-released-through-folders')
    expect(readdirSync(join(client, 'OutBox'))).toEqual([])
    expect(readdirSync(join(client, 'SentBox'))).toHaveLength(1)
  })

  test('what the client could not send comes back with its text explained', async () => {
    await practise('客户端发送报文出错')
    await openFiling('YLFAIL0002')
    await press('F10')
    await desk.page.getByText('导入客户端没有把报文发出去').first().waitFor(long)
    await desk.page
      .getByText(/做“连接测试”/)
      .first()
      .waitFor()
    await picture('02-failed-with-explained-text')
    expect(readdirSync(join(client, 'FailBox'))).toHaveLength(1)
  })

  test('a time-out of the client is unknown, and its receipts are kept without a filing', async () => {
    await practise('等待响应超时')
    await openFiling('YLLOST0003')
    await press('F10')
    await desk.page.getByText('现在还不知道对方是否收到。').waitFor(long)
    await picture('03-unknown-after-time-out')
    await press('Control+5')
    await desk.page.getByRole('heading', { name: '发送与回执' }).waitFor()
    await desk.page.getByRole('button', { name: /^未归入 [1-9]/ }).waitFor(long)
    await picture('04-receipts')
  })

  test('an unmatched receipt is given to its filing by hand, and the others follow', async () => {
    await desk.page.getByRole('button', { name: /^未归入/ }).click()
    // The list of before is shown until the filtered one is there, and V speaks of the marked row.
    await desk.page.waitForFunction(() => {
      const rows = [...document.querySelectorAll('.data-table tbody tr')]
      return rows.length > 0 && rows.every(({ textContent }) => textContent.includes('未归入，按 G 归入'))
    })
    await press('v')
    await desk.page.getByRole('heading', { name: '回执原文' }).waitFor()
    // The number as the newest of them has it: SEQ_NO in the older form.
    await desk.page
      .getByText(/<(?:CUS_CIQ_NO|SEQ_NO)>/)
      .first()
      .waitFor()
    await picture('05-receipt-as-it-came')
    await press('Escape')
    // Keys go to the page again when the dialog is taken away, a moment after it is hidden.
    await desk.page.waitForFunction(() => document.querySelector('dialog') === null)
    await press('g')
    await desk.page.getByRole('heading', { name: '归入报关单' }).waitFor()
    await desk.page.getByLabel('查找报关单').fill('YLLOST0003')
    const choice = desk.page.getByRole('radio')
    await desk.page.waitForFunction(() => document.querySelectorAll('dialog input[type=radio]').length === 1)
    await choice.check()
    await desk.page.getByLabel('依据').fill('提运单号一致，网页查询为同一票')
    await picture('06-attach-by-hand')
    await press('Enter')
    await desk.page.getByRole('heading', { name: '申报进度' }).waitFor()
    await desk.page
      .getByText(/人工归入回执/)
      .first()
      .waitFor(long)
    await desk.page
      .locator('.page-head')
      .getByText('结果未知')
      .waitFor({ state: 'detached', ...long })
    await picture('07-filing-after-attach')
  })

  test('a message that the client does not take is shown with its reason; sending can be paused', async () => {
    await practise('客户端没有运行')
    await openFiling('YLWAIT0004')
    await press('F10')
    await desk.page.getByText('报文已放进导入客户端的文件夹').first().waitFor(long)
    await press('Control+5')
    await desk.page.getByText('在 OutBox，等导入客户端取走').waitFor(long)
    await press('p')
    await desk.page.getByText('发送已暂停。').waitFor()
    await picture('08-outbox-paused')
    await press('p')
    await desk.page.getByText('发送已暂停。').waitFor({ state: 'detached' })
    await practise('一切正常')
  })

  test('the board tells what came, refusals first, until the clerk has seen it', async () => {
    await press('Control+1')
    const digest = desk.page.getByRole('region', { name: '新到回执' })
    await digest.getByText('退单/退回').first().waitFor()
    await picture('09-board-digest')
    await press('d')
    await digest.waitFor({ state: 'detached' })
  })

  test('times and notices are settings, saved with one key and on leaving', async () => {
    await press('Control+9')
    await desk.page.getByRole('checkbox', { name: /在电脑桌面上提示/ }).waitFor()
    await desk.page.getByText('演练（导入客户端）').scrollIntoViewIfNeeded()
    await picture('10-settings')
    await desk.page.getByLabel('已暂存：分钟').fill('45')
    await press('Control+s')
    await desk.page.getByText('设置已保存').waitFor()
    await desk.page.getByLabel('申报人员证号').fill('3100000000992')
    await desk.page.getByLabel('放行：分钟').fill('一天')
    await press('Control+1')
    await desk.page.getByText(/提醒的分钟数只能是/).waitFor()
    await desk.page.getByLabel('放行：分钟').fill('1440')
    await press('Control+1')
    await desk.page.getByRole('heading', { level: 1, name: '今日工作台' }).waitFor()
    await press('Control+9')
    await desk.page.getByLabel('放行：分钟').waitFor()
    const fields = ['已暂存：分钟', '放行：分钟', '申报人员证号']
    expect(await Promise.all(fields.map((name) => desk.page.getByLabel(name).inputValue()))).toEqual([
      '45',
      '1440',
      '3100000000992',
    ])
  })

  test('the form of a site offers the way through the folders', async () => {
    await desk.page.getByRole('button', { name: '添加真实站点' }).click()
    await desk.page.getByLabel('申报方式').selectOption('folders')
    await desk.page.getByRole('button', { name: '选择文件夹…' }).waitFor()
    await picture('11-site-form')
    await press('Escape')
  })
})
