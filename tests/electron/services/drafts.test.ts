import { describe, expect, test } from 'vitest'
import { failure } from '../../../domain/failures/index.ts'
import { readDecMessage } from '../../../domain/message/read.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { makePdf } from '../../support/make-pdf.ts'
import { siteDesk } from '../../support/site-desk.ts'

/** The value of a success; a refusal is a fault of the test. */
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const pdf = (name: string) => ok({ name, bytes: makePdf(name) })

describe('a new declaration', () => {
  test('begins with the company and what most declarations say', async () => {
    const { service, state } = await siteDesk()
    const draft = must(await service.create({ ieFlag: 'E' }))
    expect(draft.message.DecHead).toMatchObject({
      IEFlag: 'E',
      EntryType: 'M',
      EdiId: '1',
      DeclTrnRel: '0',
      AgentCode: '3122280993',
      AgentName: '演练报关服务（上海）有限公司',
    })
    expect(state.changed).toEqual([draft.summary.id])
  })

  test('of a spreadsheet keeps what the sheet told', async () => {
    const { service } = await siteDesk()
    const sheet = { DecHead: { IEFlag: 'I', ContrNo: 'YL-1', EntryType: 'W', AgentName: '' }, DecLists: [{ GNo: '1' }] }
    const [id = ''] = must(await service.createFrom('演练客户', [sheet]))
    const { message, summary } = must(await service.open({ id }))
    expect(message.DecHead).toMatchObject({ ContrNo: 'YL-1', EntryType: 'W', AgentCode: '3122280993' })
    expect(message.DecHead?.AgentName).toBe('演练报关服务（上海）有限公司')
    expect(summary).toMatchObject({ customer: '演练客户', lines: 1, contractNo: 'YL-1' })
  })

  test('made by copying has the goods, and none of the numbers, dates, conveyance, containers and files', async () => {
    const { service, state } = await siteDesk()
    const source = must(await service.createFrom('', [importDeclaration()]))[0] ?? ''
    state.picked = pdf('a.pdf')
    await service.attach({ id: source, edocCode: '00000001' })
    const { id } = must(await service.copy({ id: source }))
    const before = must(await service.open({ id: source }))
    const copy = must(await service.open({ id }))
    expect(copy.message.DecLists).toEqual(before.message.DecLists)
    expect(copy.message.DecHead).not.toHaveProperty('BillNo')
    expect(copy.message.DecHead).not.toHaveProperty('IEDate')
    expect(copy.message).not.toHaveProperty('DecContainers')
    expect(copy.message).not.toHaveProperty('EdocRealation')
    expect(copy.attachments).toEqual([])
    expect(copy.summary.clientSeqNo).not.toBe(before.summary.clientSeqNo)
  })
})

describe('an attached file', () => {
  test('is named in the message as it will be sent', async () => {
    const { service, state } = await siteDesk()
    const { summary } = must(await service.create({ ieFlag: 'I' }))
    const { id } = summary
    state.picked = pdf('发票.pdf')
    const draft = must(await service.attach({ id, edocCode: '00000001' }))
    expect(draft?.attachments).toMatchObject([{ edocCode: '00000001', name: '发票.pdf', pdf: true, encrypted: false }])
    expect(draft?.message.EdocRealation).toMatchObject([
      { EdocCode: '00000001', EdocFomatType: 'US', EdocCopId: '发票.pdf', EdocOwnerCode: '3122280993' },
    ])
    expect(draft?.message.EdocRealation?.[0]?.EdocID).toMatch(/^000000000001IM\d{18}\.pdf$/)
    const [file] = service.files(id)
    expect(file?.name).toBe(draft?.message.EdocRealation?.[0]?.EdocID)
    expect(file?.bytes).toEqual(Buffer.from(makePdf('发票.pdf')))
  })

  test('gets the office of declaration into its name when the declaration is finished', async () => {
    const { service, state } = await siteDesk()
    const { summary } = must(await service.create({ ieFlag: 'I' }))
    const { id } = summary
    state.picked = pdf('发票.pdf')
    const draft = must(await service.attach({ id, edocCode: '00000001' }))
    const message = { ...draft?.message, DecHead: { ...draft?.message.DecHead, CustomMaster: '2248' } }
    const { rev } = must(
      await service.save({ id, rev: draft?.summary.rev ?? 0, message, accepted: {}, errors: 0, warnings: 0 }),
    )
    expect(must(await service.markReady({ id, rev })).state).toBe('ready')
    const name = must(await service.open({ id })).message.EdocRealation?.[0]?.EdocID
    expect(name).toMatch(/^224800000001IM\d{18}\.pdf$/)
    expect(service.files(id)[0]?.name).toBe(name)
  })

  test('is taken away with its row; rows without a file stay', async () => {
    const { service, state } = await siteDesk()
    const mandate = { EdocID: '123456789', EdocCode: '10000001' }
    const [id = ''] = must(await service.createFrom('', [{ EdocRealation: [mandate] }]))
    state.picked = pdf('a.pdf')
    const attached = must(await service.attach({ id, edocCode: '00000001' }))
    expect(attached?.message.EdocRealation).toHaveLength(2)
    const attachmentId = attached?.attachments[0]?.id ?? ''
    const detached = must(await service.detach({ id, attachmentId }))
    expect(detached.message.EdocRealation).toEqual([mandate])
    expect(await service.detach({ id, attachmentId })).toMatchObject({ error: { code: 'drafts.noAttachment' } })
  })

  test.each([
    ['a text named .pdf', Buffer.from('no pdf at all'), 'drafts.notPdf'],
    ['a large one', makePdf('x'.repeat(5 * 1024 * 1024)), 'drafts.pdfTooLarge'],
  ])('is refused when it is %s, and nothing is kept', async (_name, bytes, code) => {
    const { service, state } = await siteDesk()
    const { summary } = must(await service.create({ ieFlag: 'I' }))
    state.picked = ok({ name: 'a.pdf', bytes })
    expect(await service.attach({ id: summary.id, edocCode: '00000001' })).toMatchObject({ error: { code } })
    expect(must(await service.open({ id: summary.id }))).toMatchObject({ attachments: [], summary: { rev: 1 } })
  })

  test('is not asked for when the dialog was closed, there are ten, or the declaration is not a draft', async () => {
    const { service, state } = await siteDesk()
    const { summary } = must(await service.create({ ieFlag: 'I' }))
    const { id } = summary
    expect(must(await service.attach({ id, edocCode: '00000001' }))).toBeNull()
    state.picked = pdf('a.pdf')
    for (let count = 0; count < 10; count++) must(await service.attach({ id, edocCode: '00000001' }))
    expect(await service.attach({ id, edocCode: '00000001' })).toMatchObject({ error: { code: 'drafts.tooManyFiles' } })
    must(await service.markReady({ id, rev: must(await service.open({ id })).summary.rev }))
    expect(await service.attach({ id, edocCode: '00000001' })).toMatchObject({ error: { code: 'drafts.notEditable' } })
  })

  test('that cannot be read tells why', async () => {
    const { service, state } = await siteDesk()
    const { summary } = must(await service.create({ ieFlag: 'I' }))
    state.picked = refuse(failure('app.fileUnreadable', { name: 'a.pdf', detail: 'EACCES' }))
    expect(await service.attach({ id: summary.id, edocCode: '00000001' })).toEqual(state.picked)
  })
})

describe('finishing a declaration', () => {
  test('is refused with red findings and with an older revision', async () => {
    const { service } = await siteDesk()
    const { summary, message } = must(await service.create({ ieFlag: 'I' }))
    const { id } = summary
    must(await service.save({ id, rev: 1, message, accepted: {}, errors: 3, warnings: 0 }))
    expect(await service.markReady({ id, rev: 2 })).toMatchObject({ error: { code: 'drafts.hasErrors' } })
    must(await service.save({ id, rev: 2, message, accepted: {}, errors: 0, warnings: 0 }))
    expect(await service.markReady({ id, rev: 2 })).toMatchObject({ error: { code: 'drafts.notSaved' } })
  })

  test('counts the very revision that is finished, also when a save is on its way', async () => {
    const { service } = await siteDesk()
    const { summary, message } = must(await service.create({ ieFlag: 'I' }))
    const { id } = summary
    const finishing = service.markReady({ id, rev: 2 })
    must(await service.save({ id, rev: 1, message, accepted: {}, errors: 3, warnings: 0 }))
    expect(await finishing).toMatchObject({ error: { code: 'drafts.notSaved' } })
    expect(must(await service.open({ id })).summary.state).toBe('draft')
  })

  test('can be taken back', async () => {
    const { service } = await siteDesk()
    const { summary } = must(await service.create({ ieFlag: 'I' }))
    must(await service.markReady({ id: summary.id, rev: 1 }))
    expect(must(await service.reopen({ id: summary.id })).state).toBe('draft')
  })
})

describe('history', () => {
  test('brings an old state back as a new revision', async () => {
    const { service } = await siteDesk()
    const { summary, message } = must(await service.create({ ieFlag: 'I' }))
    const { id } = summary
    const with1 = { ...message, DecHead: { ...message.DecHead, BillNo: 'ONE' } }
    must(await service.save({ id, rev: 1, message: with1, accepted: {}, errors: 0, warnings: 0 }))
    must(await service.save({ id, rev: 2, message, accepted: {}, errors: 0, warnings: 0 }))
    const restored = must(await service.restore({ id, rev: 2 }))
    expect(restored).toMatchObject({ summary: { rev: 4, billNo: 'ONE' }, message: { DecHead: { BillNo: 'ONE' } } })
    expect(must(await service.revisions({ id })).map(({ rev }) => rev)).toEqual([4, 3, 2, 1])
  })
})

describe('the board', () => {
  test('counts by state and shows what was worked on last', async () => {
    const { service, state } = await siteDesk()
    for (let count = 0; count < 30; count++) {
      state.now += 1000
      await service.create({ ieFlag: 'I' })
    }
    const board = must(await service.board({}))
    expect(board).toMatchObject({ counts: { draft: 30 }, today: { draft: 30 } })
    expect(board.recent).toHaveLength(24)
  })
})

test('the exported message reads back as the declaration that was stored', async () => {
  const { service, state } = await siteDesk()
  const [id = ''] = must(await service.createFrom('', [importDeclaration()]))
  must(await service.exportXml({ id }))
  const [file] = state.saved
  expect(file?.name).toMatch(/^\d{8}[0-9A-Z]{4}\d{6}\.xml$/)
  const back = must(readDecMessage(file?.bytes ?? new Uint8Array()))
  expect(back.DecHead?.BillNo).toBe(importDeclaration().DecHead?.BillNo)
})
