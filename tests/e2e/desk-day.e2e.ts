import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { exportDeclaration, importDeclaration } from '../fixtures/declarations.ts'
import { fillWithEnter, focusedPath, typeOver, allSaved } from '../support/clerk-keys.ts'
import { chooseTarget, clearDesk, openDesk, type Desk } from '../support/desk.ts'
import { watchMouse } from '../support/no-mouse.ts'
import { seedDesk } from '../support/seed-desk.ts'

const out = join(appFolder, 'out/desk-day')
const soon = { timeout: 30_000 }
const entryId = '224820261000000017'

/** What comes after the entry: licences, other revisions, prints. No mouse, and the cursor is never lost. */
describe('the rest of a day at the desk', () => {
  let desk: Desk
  let ids: readonly string[]
  let mouse: () => Promise<string[]>
  const press = (key: string): Promise<void> => desk.page.keyboard.press(key)
  const held = (path: string): Promise<string> => desk.page.locator(`[data-path="${path}"]`).first().inputValue()
  const lost = (): Promise<boolean> => desk.page.evaluate(() => document.activeElement === document.body)
  const picture = (name: string) => desk.page.screenshot({ path: join(out, `${name}.png`) })

  beforeAll(async () => {
    mkdirSync(out, { recursive: true })
    const list = (message: ReturnType<typeof importDeclaration>) => ({
      ...message,
      DecHead: { ...message.DecHead, BillType: '1' },
    })
    const messages = [exportDeclaration(), list(exportDeclaration()), list(importDeclaration()), importDeclaration()]
    const seeded = await seedDesk(
      messages.map((message) => ({ ieFlag: message.DecHead?.IEFlag === 'E' ? 'E' : 'I', message })),
      undefined,
      (db, made) =>
        void db
          .prepare(
            "UPDATE declarations SET state = 'released', seq_no = 'I20260000000000017', entry_id = ? WHERE id = ?",
          )
          .run(entryId, made[2]),
    )
    ids = seeded.ids
    desk = await openDesk(seeded.folder)
    mouse = await watchMouse(desk.page)
  })
  afterAll(async () => {
    await desk.close()
    clearDesk(desk.folder)
  })

  test('a licence document is added by key, with code and number', async () => {
    await desk.page.getByRole('grid', { name: '最近的报关单' }).waitFor()
    await press('r')
    await press('Enter')
    await desk.page.getByRole('heading', { name: '进口报关单' }).waitFor()
    await expect.poll(() => focusedPath(desk), soon).toBe('DecHead.CustomMaster')
    await press('Alt+4')
    await press('Enter')
    await expect.poll(() => focusedPath(desk), soon).toBe('DecLicenseDocus.0.DocuCode')
    await fillWithEnter(desk, { DocuCode: 'A', CertCode: 'YL-CERT-1' })
    await press('Enter')
    await allSaved(desk)
    expect(await held('DecLicenseDocus.0.DocuCode')).toMatch(/^A /)
    expect(await lost()).toBe(false)
    await picture('licence')
  })

  test('an earlier revision is compared and restored in two keys, and the cursor is back in the form', async () => {
    await press('Alt+1')
    await desk.page.locator('[data-path="DecHead.ContrNo"]').focus()
    await typeOver(desk, 'YL-CHANGED')
    await press('Enter')
    await press('Control+S')
    await allSaved(desk)
    await press('Control+H')
    const rows = desk.page.getByRole('grid', { name: '历史版本' }).getByRole('row')
    await expect.poll(() => rows.count(), soon).toBeGreaterThan(2)
    await press('End')
    await picture('revisions')
    await press('d')
    await desk.page.getByText('YL-CHANGED').first().waitFor()
    await picture('compare')
    await press('Escape')
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await lost()).toBe(false)
    await press('Control+H')
    await expect.poll(() => rows.count(), soon).toBeGreaterThan(2)
    await press('End')
    await press('Enter')
    await desk.page.getByText('已恢复到第 1 版').waitFor()
    await expect.poll(() => held('DecHead.ContrNo'), soon).toBe(importDeclaration().DecHead?.ContrNo)
    expect(await lost()).toBe(false)
  })

  test('Ctrl+P prints what is on the screen, and the field keeps the cursor', async () => {
    const at = await focusedPath(desk)
    const file = join(out, 'draft.pdf')
    await chooseTarget(desk, file)
    await press('Control+P')
    await desk.page.getByText(/已存为 PDF/).waitFor()
    expect(await focusedPath(desk)).toBe(at)
    const text = execFileSync('pdftotext', ['-layout', file, '-']).toString()
    expect(text).toContain(importDeclaration().DecHead?.ContrNo)
    // The watermark lies aslant: its letters are found one by one.
    for (const letter of '草稿') expect(text).toContain(letter)
    expect(await mouse()).toEqual([])
  })

  test.each([
    ['export', 0, 'declaration', '出口货物报关单'],
    ['outbound-list', 1, 'declaration', '出境货物备案清单'],
    ['inbound-list-filed', 2, 'declaration', '进境货物备案清单'],
    ['check', 3, 'check', '进口报关单核对单'],
    ['check-filed', 2, 'check', '进口报关单核对单'],
  ] as const)('the print %s bears its title and its number below the bars', async (name, at, kind, title) => {
    const file = join(out, `${name}.pdf`)
    await chooseTarget(desk, file)
    const answer = await desk.page.evaluate((asked) => window.api.printing.pdf(asked), { id: ids[at] ?? '', kind })
    expect(answer.ok).toBe(true)
    const text = execFileSync('pdftotext', ['-layout', file, '-']).toString()
    expect(text).toContain(title)
    expect(text.split(entryId).length - 1).toBe(at === 2 ? 2 : 0)
  })
})
