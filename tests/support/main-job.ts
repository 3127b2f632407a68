import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appFolder } from '../../build/electron.mjs'
import { practicePin } from '../../domain/practice/practice-company.ts'
import { parties } from '../fixtures/parties.ts'
import { chooseFile, chooseTarget, openDesk, type Desk } from './desk.ts'
import { filedPapers } from './filed-papers.ts'
import { makePdf } from './make-pdf.ts'

/** One declaration on its way from the customer's spreadsheet to the release, in the real app, without a mouse. */
export interface MainJob {
  desk: Desk
  /** Where papers and screenshots go. */
  readonly out: string
}

export interface Step {
  readonly name: string
  readonly run: (job: MainJob) => Promise<void> | void
}

const sheet = join(appFolder, 'tests/fixtures/spreadsheets/packing-invoice-20.xlsx')

/** What the clerk types into the head: element → text. What the sheet and the settings gave stays. */
const head: Readonly<Record<string, string>> = {
  CustomMaster: '2248',
  IEPort: 'ysgq',
  IEDate: '',
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
  BillNo: 'YLHAM2610021',
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
  MarkNo: 'N/M',
}

/** A day before today as the form takes it, yyyyMMdd: nothing is late whenever this runs. */
const daysAgo = (days: number): string => {
  const day = new Date(Date.now() - days * 86_400_000)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('')
}

/** Opens the declaration that was worked on last, from the board. */
async function openNewest({ page }: Desk): Promise<void> {
  await page.keyboard.press('Control+1')
  await page.getByRole('grid', { name: '最近的报关单' }).waitFor()
  await page.keyboard.press('r')
  await page.keyboard.press('Enter')
}

const focusedPath = (desk: Desk): Promise<string> =>
  desk.page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['path'] ?? '') : '',
  )

/** The form says that all is on disk. */
export const saved = (desk: Desk): Promise<void> =>
  desk.page
    .getByText(/^已保存/)
    .first()
    .waitFor()

async function type(desk: Desk, text: string): Promise<void> {
  await desk.page.keyboard.press('Control+A')
  await desk.page.keyboard.type(text)
}

/** What F8 leads to and what the clerk types there; the two bad cells of the sheet are among it. */
const mends: readonly { end: string; text: () => string; parts: number }[] = [
  { end: '.GQty', text: () => '800', parts: 1 },
  { end: '.OriginCountry', text: () => 'KOR', parts: 1 },
  { end: '.PromiseItmes', text: () => '0', parts: 5 },
  { end: '.DespDate', text: () => daysAgo(30), parts: 1 },
]

/** Goes through the head with Enter and types where there is something to type. */
async function fillHead(desk: Desk): Promise<void> {
  const { page } = desk
  const todo = new Map(Object.entries({ ...head, IEDate: daysAgo(3) }))
  await page.keyboard.press('Alt+1')
  for (let stop = 0; stop < 80 && todo.size > 0; stop++) {
    const path = await focusedPath(desk)
    const element = path.split('.')[1] ?? ''
    const text = todo.get(element)
    if (text !== undefined) {
      await type(desk, text)
      todo.delete(element)
    }
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (before) => (document.activeElement as HTMLElement | null)?.dataset['path'] !== before,
      path,
    )
  }
  if (todo.size > 0) throw new Error(`no field came by for ${[...todo.keys()].join(', ')}`)
}

async function attach(desk: Desk, kind: string, name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-pdf-'))
  const file = join(folder, name)
  writeFileSync(file, makePdf(name))
  await chooseFile(desk, file)
  await desk.page.keyboard.press('Alt+5')
  await desk.page.waitForFunction(() => document.activeElement?.closest('.attachments-block') !== null)
  await type(desk, kind)
  await desk.page.keyboard.press('Enter')
  await desk.page.getByRole('table', { name: '随附单据' }).getByText(name).waitFor()
  rmSync(folder, { recursive: true })
}

/** Every step of the main job in order. Each throws when what a clerk should see is not there. */
export const mainJob: readonly Step[] = [
  {
    name: '工作台：演练模式，卡线完好',
    run: async ({ desk }) => {
      await desk.page.keyboard.press('Control+1')
      await desk.page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
      await desk.page.getByText('演练模式', { exact: true }).waitFor()
      await desk.page.locator('.card-line.is-good').waitFor()
    },
  },
  {
    name: '打开客户表格，认出表头和栏目',
    run: async ({ desk }) => {
      await chooseFile(desk, sheet)
      await desk.page.keyboard.press('Control+3')
      await desk.page.getByRole('heading', { name: '导入客户表格' }).waitFor()
      await desk.page.keyboard.press('F10')
      await desk.page.getByRole('region', { name: '对应栏目' }).waitFor()
    },
  },
  {
    name: '预览：错的格标红',
    run: async ({ desk }) => {
      await desk.page.keyboard.press('F10')
      await desk.page.locator('.cell--error').first().waitFor()
    },
  },
  {
    name: '生成进口报关单草稿，20 项商品',
    run: async ({ desk }) => {
      await desk.page.getByLabel('客户', { exact: true }).focus()
      await desk.page.keyboard.type('演练客户')
      await desk.page.keyboard.press('F10')
      await desk.page.getByRole('heading', { name: '进口报关单' }).waitFor()
      await desk.page.getByText(/合计\s*20\s*项/).waitFor()
    },
  },
  {
    name: '录入表头：编号、名称、拼音首字母，全用键盘',
    run: async ({ desk }) => {
      await fillHead(desk)
      await saved(desk)
    },
  },
  {
    name: '断电（kill -9），重新打开，一个字不少',
    run: async (job) => {
      await job.desk.kill()
      job.desk = await openDesk(job.desk.folder)
      const { page } = job.desk
      const notice = page.getByText('上次程序没有正常退出')
      await notice.waitFor()
      await page.keyboard.press('Control+Shift+X')
      await notice.waitFor({ state: 'detached' })
      await openNewest(job.desk)
      await page.getByRole('heading', { name: '进口报关单' }).waitFor()
      await page.getByText(/合计\s*20\s*项/).waitFor()
      for (const [element, text] of [
        ['TradeName', parties.importer.name],
        ['VoyNo', '026W'],
        ['MarkNo', 'N/M'],
      ] as const) {
        const section = element === 'VoyNo' ? 'DecFreeTxt' : 'DecHead'
        const found = await page.locator(`[data-path="${section}.${element}"]`).first().inputValue()
        if (found !== text) throw new Error(`${element} holds ${found}`)
      }
    },
  },
  {
    name: 'F8 逐条看红黄，改正表格里的错',
    run: async ({ desk }) => {
      const { page } = desk
      for (let turn = 0; turn < 8; turn++) {
        await page.keyboard.press('F8')
        const path = await focusedPath(desk)
        const mend = mends.find(({ end }) => path.endsWith(end))
        if (mend === undefined) continue
        for (let part = 0; part < mend.parts && (await focusedPath(desk)) === path; part++) {
          await type(desk, mend.text())
          await page.keyboard.press('Enter')
        }
      }
      await saved(desk)
    },
  },
  {
    name: '添加随附单据',
    run: async ({ desk }) => {
      await attach(desk, '00000001', '演练发票.pdf')
      await attach(desk, '00000002', '演练装箱单.pdf')
      await attach(desk, '00000003', '演练提运单.pdf')
      await attach(desk, '00000004', '演练合同.pdf')
      await desk.page
        .getByText(/红\s*0/)
        .first()
        .waitFor()
    },
  },
  {
    name: '完成制单，看将要签名的内容和摘要',
    run: async ({ desk }) => {
      await desk.page.keyboard.press('F9')
      await desk.page.getByRole('heading', { name: '签名与申报' }).waitFor()
      await desk.page.getByRole('heading', { name: 'SM3 摘要' }).waitFor()
      await desk.page.getByText(/还可输入 \d+ 次/).waitFor()
    },
  },
  {
    name: '签名：一个密码，一次验证，本机验签',
    run: async ({ desk }) => {
      await desk.page.getByLabel('卡密码（PIN）').focus()
      await desk.page.keyboard.type(practicePin)
      await desk.page.keyboard.press('Enter')
      await desk.page
        .getByText(/^已签名/)
        .first()
        .waitFor()
    },
  },
  {
    name: '申报，回执逐条到：暂存、申报成功、入库、审结、放行',
    run: async ({ desk }) => {
      await desk.page.keyboard.press('F10')
      await desk.page.getByRole('heading', { name: '申报进度' }).waitFor()
      for (const word of ['暂存', '申报成功', '入库', '审结', '放行'])
        await desk.page.locator('.timeline').getByText(new RegExp(word)).first().waitFor({ timeout: 60_000 })
    },
  },
  {
    name: '打印官方版式 PDF',
    run: async ({ desk, out }) => {
      const file = join(out, 'declaration.pdf')
      await chooseTarget(desk, file)
      await desk.page.keyboard.press('Control+P')
      await desk.page.getByText(/已存为 PDF/).waitFor()
      if (!existsSync(file)) throw new Error('no PDF was written')
      const text = execFileSync('pdftotext', ['-layout', file, '-']).toString()
      for (const word of ['中华人民共和国海关进口货物报关单', '深沟球轴承', '演练'])
        if (!text.includes(word)) throw new Error(`the print does not say ${word}`)
      if (text.includes('草稿')) throw new Error('a filed declaration is still marked as a draft')
    },
  },
  {
    name: '留下申报的报文和每一份回执',
    run: ({ desk, out }) => {
      const papers = filedPapers(desk.folder)
      if (!papers.xml.includes('<DecMessage')) throw new Error('no filed message')
      if (papers.receipts.length < 5) throw new Error(`only ${papers.receipts.length} receipts`)
      writeFileSync(join(out, 'filed.xml'), papers.xml)
      mkdirSync(join(out, 'receipts'), { recursive: true })
      for (const { name, content } of papers.receipts) writeFileSync(join(out, 'receipts', name), content)
    },
  },
]
