import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { cardMediaSteps } from '../../domain/fields/registration/card-media.ts'
import { qualificationSteps } from '../../domain/fields/qualification/qualification.ts'
import { paperLimits } from '../../domain/preparation/paper-file.ts'
import { cardText } from '../fixtures/preparations.ts'
import { chooseFile, chooseTarget } from '../support/desk.ts'
import { makePdf } from '../support/make-pdf.ts'
import { openPreparations } from '../support/preparation-head.ts'
import * as window from '../support/preparation-window.ts'
import { atStep, fillStep } from '../support/wizard-keys.ts'

/** The papers of an application in the real window: refused by their bytes, sent, held by the portal byte for byte. */
const opened = openPreparations(window.registerCompany)
const { says } = opened
const folder = mkdtempSync(join(tmpdir(), 'papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const administrator = { userName: 'yanlian_admin', password: 'Yanlian#2026' }

function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const row = (paper: string) =>
  opened.page.getByRole('table', { name: '材料清单' }).locator('tbody tr', { hasText: paper }).first()
const received = () => opened.page.getByRole('table', { name: '平台收到的材料' })

async function attach(paper: string, path: string): Promise<void> {
  await chooseFile(opened.desk, path)
  await row(paper).getByRole('button', { name: '添加文件…' }).click()
}

/** What the portal has under a name in the applications of a subject. */
function heldByPortal(subject: 'qualification' | 'card', name: string): Buffer[] {
  const db = new Database(join(opened.desk.folder, 'practice/sandbox/portal.db'), { readonly: true })
  try {
    return db
      .prepare<[string, string], { content: Buffer }>(
        `SELECT content FROM applications JOIN application_papers ON application_id = applications.id
           JOIN papers ON papers.id = paper_id WHERE subject = ? AND name = ?`,
      )
      .all(subject, name)
      .map(({ content }) => content)
  } finally {
    db.close()
  }
}

describe('企业资质备案的材料', () => {
  const licence = makePdf('business licence')

  test('a program named as a PDF and a file that is too large are refused, and nothing typed is lost', async () => {
    await window.fillQualification(opened.page)
    await opened.page.keyboard.press(`Alt+${qualificationSteps.length + 1}`)
    await atStep(opened.page, '附件与打印')
    await attach('营业执照', file('执照.pdf', new TextEncoder().encode('MZ\u0090 this program cannot be run')))
    await says('文件不是 PDF、JPG 或 PNG')
    await window.picture(opened.page, 'papers-refused')
    const large = Buffer.concat([licence, Buffer.alloc(paperLimits.bytes)])
    await attach('营业执照', file('大文件.pdf', large))
    await says('超过 4 MB 的限制')
    expect(await row('营业执照').getByRole('button', { name: '移除' }).count()).toBe(0)
    await opened.page.keyboard.press('Alt+2')
    expect(await opened.page.locator('[data-path="basic.legalName"]').inputValue()).toBe('演练法人')
  }, 120_000)

  test('a PDF goes out with the application, and the portal holds the same bytes', async () => {
    await opened.page.keyboard.press(`Alt+${qualificationSteps.length + 1}`)
    const path = file('营业执照.pdf', licence)
    await attach('营业执照', path)
    await row('营业执照').getByText('营业执照.pdf').waitFor()
    // The file itself is gone from now on: the desk has the bytes.
    rmSync(path)
    await window.picture(opened.page, 'papers-attached')
    await opened.page.keyboard.press(`Alt+${qualificationSteps.length + 2}`)
    await says('附材料 1 份')
    await opened.page.keyboard.press('F9')
    await window.decided(opened.page, '已备案')
    await received().getByText('营业执照.pdf').waitFor()
    expect(heldByPortal('qualification', '营业执照.pdf')).toEqual([Buffer.from(licence)])
    await window.picture(opened.page, 'papers-received')
  }, 90_000)

  test('it is had back from the portal and from the desk, byte for byte', async () => {
    for (const [name, save] of [
      ['平台.pdf', () => received().getByRole('button', { name: '取回另存' }).click()],
      ['本机.pdf', () => row('营业执照').getByRole('button', { name: '另存' }).click()],
    ] as const) {
      const target = join(folder, name)
      await chooseTarget(opened.desk, target)
      await save()
      await says(name === '平台.pdf' ? '已从平台取回' : '已另存')
      expect(readFileSync(target)).toEqual(Buffer.from(licence))
      await opened.page.keyboard.press(`Alt+${qualificationSteps.length + 1}`)
      await atStep(opened.page, '附件与打印')
    }
  }, 60_000)
})

describe('办理卡介质的材料', () => {
  const identity = makePdf('identity card')

  test('kept without a line and through a power cut, it goes out when the line is back', async () => {
    await window.practise(opened.page, 'set', { fault: 'portal-down' })
    await window.goTo(opened.page, '/preparation/cards', '办理卡介质')
    await opened.page.keyboard.press('n')
    for (const step of cardMediaSteps) {
      await atStep(opened.page, step.title)
      await fillStep(opened.page, step, cardText())
    }
    await atStep(opened.page, '材料与步骤')
    const path = file('身份证.pdf', identity)
    await attach('持卡人身份证', path)
    await row('持卡人身份证').getByText('身份证.pdf').waitFor()
    rmSync(path)
    await opened.page.keyboard.press(`Alt+${cardMediaSteps.length + 2}`)
    await opened.page.keyboard.press('F9')
    await says('平台现在联系不上，已排队')
    await opened.powerCut()
    await window.practise(opened.page, 'set', { fault: 'none' })
    await window.login(opened.page, administrator.userName, administrator.password)
    await says('演练法人（')
    await window.goTo(opened.page, '/preparation/cards', '办理卡介质')
    await window.decided(opened.page, '已制卡')
    expect(heldByPortal('card', '身份证.pdf')).toEqual([Buffer.from(identity)])
    await window.picture(opened.page, 'papers-card')
  }, 120_000)
})
