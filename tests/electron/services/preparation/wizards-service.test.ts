import { expect, test } from 'vitest'
import { ok } from '../../../../domain/result.ts'
import { knownText } from '../../../../electron/services/preparation/known-text.ts'
import { WizardsService } from '../../../../electron/services/preparation/wizards-service.ts'
import { WizardFilesRepo } from '../../../../electron/store/wizard-files.repo.ts'
import { WizardsRepo } from '../../../../electron/store/wizards.repo.ts'
import { memoryStore } from '../../../support/filing-desk.ts'
import { makePdf } from '../../../support/make-pdf.ts'

/** The service on a fresh store; `picked` is the file of the next dialog. */
function openWizards() {
  const db = memoryStore()
  const wizards = new WizardsRepo(db, Date.now)
  const picked: { file: { name: string; bytes: Uint8Array } | null } = { file: null }
  const saved: { name: string; bytes: Uint8Array }[] = []
  const service = new WizardsService({
    wizards,
    files: new WizardFilesRepo(db, Date.now),
    known: () => ({ basic: { name: '演练贸易有限公司' } }),
    pickPaper: () => Promise.resolve(ok(picked.file)),
    saveFile: (name, bytes) => {
      saved.push({ name, bytes })
      return Promise.resolve(ok(true))
    },
    emitChanged: () => undefined,
  })
  return { service, wizards, picked, saved }
}

async function begun(desk: ReturnType<typeof openWizards>): Promise<string> {
  const made = await desk.service.create({ kind: 'qualification', variant: 'new' })
  if (!made.ok) throw new Error(made.error.code)
  return made.value.id
}

const step = { step: 'basic', steps: { basic: 'done' as const } }

test('what is typed is kept at each field and found where it was left', async () => {
  const desk = openWizards()
  const id = await begun(desk)
  expect(await desk.service.open({ id })).toMatchObject({
    value: { text: { basic: { name: '演练贸易有限公司' } }, title: '演练贸易有限公司', state: 'editing', rev: 1 },
  })
  const text = { basic: { name: '演练商贸有限公司' }, investors: [{ name: '演练人', share: '100' }] }
  expect(await desk.service.save({ id, rev: 1, text, ...step })).toMatchObject({ value: { rev: 2 } })
  expect(await desk.service.open({ id })).toMatchObject({
    value: { text, title: '演练商贸有限公司', step: 'basic', steps: { basic: 'done' }, rev: 2 },
  })
})

test('a save that is not built on the newest state is refused and changes nothing', async () => {
  const desk = openWizards()
  const id = await begun(desk)
  await desk.service.save({ id, rev: 1, text: { basic: { address: '甲' } }, ...step })
  expect(await desk.service.save({ id, rev: 1, text: { basic: { address: '乙' } }, ...step })).toMatchObject({
    ok: false,
    error: { code: 'wizards.stale' },
  })
  expect(await desk.service.open({ id })).toMatchObject({ value: { text: { basic: { address: '甲' } } } })
})

test('what is on its way or done can be neither changed nor removed, what was refused can be changed', async () => {
  const desk = openWizards()
  const id = await begun(desk)
  for (const state of ['waiting', 'sent'] as const) {
    desk.wizards.mark(id, state)
    expect(await desk.service.save({ id, rev: 1, text: {}, ...step })).toMatchObject({
      error: { code: 'wizards.notEditable' },
    })
    expect(await desk.service.remove({ id })).toMatchObject({ error: { code: 'wizards.notEditable' } })
    expect(await desk.service.attach({ id, kind: '01' })).toMatchObject({ error: { code: 'wizards.notEditable' } })
  }
  desk.wizards.mark(id, 'refused', '材料不清晰')
  expect(await desk.service.list({ kind: 'qualification' })).toMatchObject({ value: [{ reason: '材料不清晰' }] })
  expect(await desk.service.save({ id, rev: 1, text: {}, ...step })).toMatchObject({ ok: true })
  expect(await desk.service.remove({ id })).toMatchObject({ ok: true })
  expect(await desk.service.open({ id })).toMatchObject({ error: { code: 'wizards.gone' } })
})

test('papers are what their bytes say, once each, and not too large', async () => {
  const desk = openWizards()
  const id = await begun(desk)
  const attach = (name: string, bytes: Uint8Array) => {
    desk.picked.file = { name, bytes }
    return desk.service.attach({ id, kind: '01' })
  }
  const pdf = makePdf('演练执照')
  expect(await attach('执照.pdf', pdf)).toMatchObject({ value: { files: [{ name: '执照.pdf', kind: '01' }] } })
  expect(await attach('又一份.pdf', pdf)).toMatchObject({ error: { code: 'wizards.fileRepeated' } })
  expect(await attach('执照.pdf', new TextEncoder().encode('MZ'))).toMatchObject({
    error: { code: 'wizards.fileType' },
  })
  const large = new Uint8Array(5 * 1024 * 1024)
  large.set([0xff, 0xd8, 0xff])
  expect(await attach('大图.jpg', large)).toMatchObject({ error: { code: 'wizards.fileTooLarge' } })
  const locked = new TextEncoder().encode('%PDF-1.7\nxref\n0 0\ntrailer\n<< /Encrypt 9 0 R >>\nstartxref\n9\n%%EOF\n')
  expect(await attach('有密码.pdf', locked)).toMatchObject({ error: { code: 'wizards.fileLocked' } })
  desk.picked.file = null
  expect(await desk.service.attach({ id, kind: '01' })).toEqual({ ok: true, value: null })
  const opened = await desk.service.open({ id })
  const paperId = opened.ok ? (opened.value.files[0]?.id ?? '') : ''
  expect(await desk.service.savePaper({ id, paperId })).toEqual({ ok: true, value: { saved: true } })
  expect(desk.saved).toEqual([{ name: '执照.pdf', bytes: Buffer.from(pdf) }])
  expect(await desk.service.detach({ id, paperId })).toMatchObject({ value: { files: [] } })
  expect(await desk.service.savePaper({ id, paperId })).toMatchObject({ error: { code: 'wizards.gone' } })
})

test('what was filed or registered for the company is not typed again', () => {
  const known = {
    account: { company: { name: '甲贸易公司', address: '一路' }, administrator: { name: '甲法人' } },
    qualification: { application: { kind: 'new' }, basic: { name: '甲公司', legalName: '甲法人' } },
  }
  expect(knownText('qualification', 'change', known)).toEqual({
    application: { kind: 'change' },
    basic: { name: '甲公司', legalName: '甲法人', address: '一路', residence: '一路' },
    unit: { contactName: '甲法人' },
  })
  expect(knownText('cardMedia', 'new', known)).toMatchObject({
    card: { service: 'new', holder: '甲法人', address: '一路', contact: '甲法人' },
  })
  expect(knownText('account', '', known)).toEqual({})
})
