import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { practiceCompany, practiceOperator, practicePin } from '../../domain/practice/practice-company.ts'
import { chooseFile, chooseTarget, clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { fileDeclarations, readyDeclaration } from '../support/ready-declaration.ts'
import { tempFolderOfSuite } from '../support/temp-folder.ts'
import { until } from '../support/until.ts'

const out = join(appFolder, 'out', 'diagnostics')
let desk: Desk
let folder: string
let id: string

beforeAll(async () => {
  mkdirSync(out, { recursive: true })
  folder = tempFolderOfSuite()
  desk = await openDesk()
  await desk.page.locator('.card-line.is-good').waitFor()
  const portalIsUp = (): Promise<boolean> =>
    desk.page.evaluate(async () => (await window.api.practice.set({ fault: 'none' })).ok)
  await until('the practice portal is up', portalIsUp, 60_000)
  id = await readyDeclaration(desk)
  await fileDeclarations(desk, [id], practicePin)
})
afterAll(async () => {
  await desk.close()
  clearDesk(desk.folder)
})

/** Whether `npm run audit` takes a file for whole. */
function auditCommand(...files: string[]): { whole: boolean; text: string } {
  const script = join(appFolder, 'build/run-typescript.mjs')
  try {
    const given = [script, join(appFolder, 'build/audit.ts'), 'verify', ...files]
    return { whole: true, text: execFileSync('node', given, { cwd: appFolder }).toString() }
  } catch (error) {
    return { whole: false, text: String((error as { stdout?: Buffer }).stdout) }
  }
}

describe('the diagnostics page', () => {
  test('checks every link by one key and shows nothing broken in practice', async () => {
    await desk.page.keyboard.press('Control+8')
    await desk.page.getByText(/没有发现问题|注意 \d+ 项/).waitFor()
    const rows = desk.page.getByRole('table', { name: '自检结果' }).getByRole('row')
    expect(await rows.count()).toBe(11)
    expect(await desk.page.getByText('故障', { exact: true }).count()).toBe(0)
    await desk.page.screenshot({ path: join(out, 'self-check.png') })
  })

  test('says what is wrong when the card is pulled and the portal is away', async () => {
    const set = (fault: 'card-out' | 'none'): Promise<boolean> =>
      desk.page.evaluate(async (wanted) => (await window.api.practice.set({ fault: wanted })).ok, fault)
    expect(await set('card-out')).toBe(true)
    await desk.page.locator('.card-line:not(.is-good)').waitFor()
    await desk.page.keyboard.press('F5')
    await desk.page.getByText(/故障 1 项/).waitFor()
    await desk.page.screenshot({ path: join(out, 'self-check-card.png') })
    expect(await set('none')).toBe(true)
    await desk.page.locator('.card-line.is-good').waitFor()
  })

  test('saves one file for the support that names no one', async () => {
    const file = join(folder, 'support.zip')
    await chooseTarget(desk, file)
    await desk.page.keyboard.press('s')
    await desk.page.getByText('支持文件已保存').waitFor()
    const members = unzipSync(readFileSync(file))
    const text = Object.values(members)
      .map((bytes) => Buffer.from(bytes).toString('utf8'))
      .join('\n')
    const names = [practiceCompany.name, practiceCompany.credit, practiceOperator.name, practiceOperator.cardNo]
    for (const secret of [...names, practicePin, desk.folder, '演练.pdf']) expect(text).not.toContain(secret)
    expect(text).toContain('"program"')
  })
})

describe('the audit trail in the window', () => {
  test('shows who filed with which card, is followed whole, and is taken away as a file that the command checks', async () => {
    await desk.page.keyboard.press('Alt+3')
    await desk.page.getByRole('grid', { name: '操作记录' }).getByText('签名', { exact: true }).first().waitFor()
    await desk.page.keyboard.press('v')
    await desk.page.getByText(/条全部连贯/).waitFor()
    await desk.page.screenshot({ path: join(out, 'trail.png') })
    const file = join(folder, 'trail.jsonl')
    await chooseTarget(desk, file)
    await desk.page.keyboard.press('x')
    await desk.page.getByText('操作记录已导出').waitFor()
    const content = readFileSync(file, 'utf8')
    expect(content).toContain(`"card":"${practiceOperator.cardNo}"`)
    expect(content).toContain('"deed":"declaration.signed"')
    expect(auditCommand(file)).toMatchObject({ whole: true, text: expect.stringContaining('完整无改动') as string })
  })

  test('the command compares a later file with an earlier one', async () => {
    const [earlier, later] = [join(folder, 'trail.jsonl'), join(folder, 'later.jsonl')]
    await chooseTarget(desk, later)
    const saved = (): Promise<boolean> =>
      desk.page.evaluate(async () => {
        const answer = await window.api.audit.save({})
        return answer.ok && answer.value.saved
      })
    await until('it is saved', saved)
    expect(auditCommand(later, earlier)).toMatchObject({ whole: true })
    expect(auditCommand(earlier, later)).toMatchObject({ whole: false })
  })
})

describe('data and backups in the window', () => {
  test('makes a copy by one key and asks before it goes back to one', async () => {
    const { page } = desk
    await page.keyboard.press('Alt+2')
    await page
      .getByText('还没有备份')
      .or(page.getByRole('grid', { name: '备份' }))
      .first()
      .waitFor()
    await page.screenshot({ path: join(out, 'data-first.png') })
    await page.keyboard.press('b')
    await page.getByText('备份已做好').waitFor()
    await page.getByRole('grid', { name: '备份' }).getByText('手工').waitFor()
    await page.screenshot({ path: join(out, 'data.png') })
    await page.keyboard.press('r')
    await page.getByRole('dialog', { name: '恢复备份' }).waitFor()
    await page.screenshot({ path: join(out, 'data-restore.png') })
    // The safe choice has the focus.
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: '恢复备份' }).waitFor({ state: 'hidden' })
  })

  test('puts everything into one file and says before taking it back that nothing in it is new', async () => {
    const { page } = desk
    const file = join(folder, 'all.zip')
    await chooseTarget(desk, file)
    await page.keyboard.press('x')
    await page.getByText('全部数据已导出').waitFor()
    await chooseFile(desk, file)
    await page.keyboard.press('i')
    await page.getByRole('dialog', { name: '导入数据' }).waitFor()
    await page.screenshot({ path: join(out, 'data-import.png') })
    expect(await page.getByRole('button', { name: '导入', exact: true }).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
  })
})
