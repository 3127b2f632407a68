import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { limits } from '../../../domain/portal/limits.ts'
import { paperLimits } from '../../../domain/preparation/paper-file.ts'
import { ApplicationsRepo } from '../../../sandbox/portal/members/applications.repo.ts'
import { Papers } from '../../../sandbox/portal/members/papers.repo.ts'
import { prepareStore } from '../../../sandbox/portal/open-store.ts'
import { startPortal, type RunningPortal } from '../../../sandbox/portal/start-portal.ts'
import { qualificationText } from '../../fixtures/preparations.ts'
import { makePdf } from '../../support/make-pdf.ts'
import { membersOf } from '../../support/practice-members.ts'
import { twoCompanies } from '../../support/two-companies.ts'

let folder = ''
let portal: RunningPortal
let at = Date.UTC(2026, 10, 27, 2)
const start = async () => {
  portal = await startPortal({ folder, now: () => at, slowness: 1 })
}
let members: ReturnType<typeof membersOf>
// Making the practice authority with its keys takes long on a busy machine.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papers-'))
  await start()
  members = membersOf(() => portal, folder)
}, 120_000)
afterAll(async () => {
  await portal.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('papers of an application', () => {
  const sent = (bytes: Uint8Array) => ({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    content: Buffer.from(bytes).toString('base64'),
  })
  const pdf = makePdf('licence')
  const licence = { kind: 'licence', name: '营业执照.pdf', sha256: sent(pdf).sha256, bytes: pdf.length }
  const apply = (session: string, key: string, paper = licence) =>
    members.send('apply', { subject: 'qualification', text: qualificationText(), papers: [paper] }, session, key)

  test('are kept byte for byte, listed with the application, and read back by the administrator of the company', async () => {
    const { administrator, operator, stranger } = await twoCompanies(members)
    const { send, done } = members
    const hashes = { sha256: [licence.sha256] }
    expect(await done('missingPapers', hashes, administrator)).toEqual(hashes)
    expect(await apply(administrator, 'papers-0001')).toMatchObject({ status: 422, value: { code: 'paper-missing' } })
    for (let turn = 0; turn < 2; turn++)
      expect(await done('sendPaper', sent(pdf), administrator)).toEqual({
        sha256: licence.sha256,
        bytes: pdf.length,
        type: 'pdf',
      })
    expect(await done('missingPapers', hashes, administrator)).toEqual({ sha256: [] })
    expect(await apply(administrator, 'papers-0001', { ...licence, bytes: 1 })).toMatchObject({
      value: { code: 'paper-missing' },
    })
    expect(await apply(administrator, 'papers-0002')).toMatchObject({ status: 200, value: { papers: [licence] } })
    expect((await done('applications', {}, operator)).items).toMatchObject([{ papers: [licence] }])
    await portal.close()
    await start()
    const read = { key: 'papers-0002', sha256: licence.sha256 }
    expect((await done('readPaper', read, administrator)).content).toBe(sent(pdf).content)
    expect(await send('readPaper', read, operator)).toMatchObject({ status: 403 })
    // Another company neither has it nor reads it, whatever it knows of it.
    expect(await done('missingPapers', hashes, stranger)).toEqual(hashes)
    expect(await send('readPaper', read, stranger)).toMatchObject({ status: 422, value: { code: 'no-paper' } })
    expect(await send('readPaper', { ...read, key: 'papers-0001' }, administrator)).toMatchObject({
      value: { code: 'no-paper' },
    })
  })

  test('are judged by their bytes: a program named as a PDF, one too large and one that is not what its hash says', async () => {
    const { administrator } = await twoCompanies(members)
    const large = Buffer.concat([pdf, Buffer.alloc(paperLimits.bytes)])
    const refusals = [
      await members.send('sendPaper', sent(new TextEncoder().encode('MZ not a PDF')), administrator),
      await members.send('sendPaper', sent(large), administrator),
      await members.send('sendPaper', { ...sent(pdf), sha256: 'a'.repeat(64) }, administrator),
    ]
    expect(refusals.map(({ status, value }) => [status, (value as { code: string }).code])).toEqual([
      [422, 'paper-type'],
      [422, 'paper-size'],
      [422, 'paper-hash'],
    ])
    // Over the limit of the call it is not even read.
    const flood = JSON.stringify({ ...sent(pdf), content: 'A'.repeat(limits.paperCallBytes) })
    expect(await members.send('sendPaper', flood, administrator)).toMatchObject({ status: 413 })
    expect(await members.send('captcha', flood)).toMatchObject({ status: 413 })
  })

  test('that no application named are let go after a week, the others stay', async () => {
    const { administrator } = await twoCompanies(members)
    const other = makePdf('other')
    await members.done('sendPaper', sent(pdf), administrator)
    await members.done('sendPaper', sent(other), administrator)
    expect(await apply(administrator, 'papers-0003')).toMatchObject({ status: 200 })
    at += 8 * 86_400_000
    const { id, shown } = await members.done('captcha', {})
    const { token } = await members.done('login', {
      userName: 'yanlian_admin',
      password: members.password,
      captchaId: id,
      captcha: shown,
    })
    await members.done('sendPaper', sent(makePdf('third')), token)
    const asked = { sha256: [licence.sha256, sent(other).sha256] }
    expect(await members.done('missingPapers', asked, token)).toEqual({ sha256: [sent(other).sha256] })
  })
})

test('a portal of the time when papers were only named keeps its applications and takes papers', () => {
  const db = prepareStore(new Database(':memory:'))
  db.exec(`DROP TABLE application_papers; DROP TABLE papers;
    ALTER TABLE applications ADD COLUMN papers TEXT NOT NULL DEFAULT '[]'; PRAGMA user_version = 2;
    INSERT INTO companies VALUES (1, '演练', '91310115MA9YLBG193', 'MA9YLBG19', '{}', 0);
    INSERT INTO applications (company_id, key, subject, kind, title, state, text, created_at, review_at, decide_at, updated_at)
      VALUES (1, 'before-0001', 'card', 'new', '', 'filed', '{}', 0, 0, 0, 0)`)
  prepareStore(db)
  const [application] = new ApplicationsRepo(db, Date.now).list(1)
  expect(application).toMatchObject({ key: 'before-0001', state: 'filed' })
  expect(new Papers(db, Date.now).of(application?.id ?? 0)).toEqual([])
  db.close()
})
