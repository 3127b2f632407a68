import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { writeDecMessage } from '../../../domain/message/write.ts'
import { ok, type Result } from '../../../domain/result.ts'
import { ExchangeService } from '../../../electron/services/exchange.ts'
import { TasksService } from '../../../electron/services/tasks.ts'
import { inspectPdf } from '../../../electron/services/attachments/inspect-pdf.ts'
import { createResultTransaction } from '../../../electron/store/transaction.ts'
import { exportDeclaration, importDeclaration } from '../../fixtures/declarations.ts'
import { makePdf } from '../../support/make-pdf.ts'
import { siteDesk } from '../../support/site-desk.ts'

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const xml = (message: DecMessage): Uint8Array => bytes(writeDecMessage(message))

/** A desk whose dialog hands over this file. */
async function desk() {
  const site = await siteDesk()
  const picked: { file: { name: string; bytes: Uint8Array } | null } = { file: null }
  const exchange = new ExchangeService({
    drafts: site.drafts,
    draftsService: site.service,
    inspectPdf,
    pickMessage: () => Promise.resolve(ok(picked.file)),
    saveFile: (name, content) => Promise.resolve(ok(site.state.saved.push({ name, bytes: content }) > 0)),
    render: (id) => Promise.resolve(ok({ name: `报关单-${id}.pdf`, bytes: makePdf(id) })),
    transaction: createResultTransaction(site.store.db),
    tasks: new TasksService(() => undefined, Date.now),
    today: () => '2026-11-24',
  })
  const read = async (name: string, content: Uint8Array) => {
    picked.file = { name, bytes: content }
    const answer = await exchange.pick({})
    if (!answer.ok) return answer
    if (answer.value === null) throw new Error('nothing was picked')
    return ok(answer.value)
  }
  return { ...site, exchange, read }
}

describe('a message of another program', () => {
  test('becomes a draft with the same values, imports and exports', async () => {
    const { read, exchange, service } = await desk()
    for (const message of [importDeclaration(), exportDeclaration()]) {
      const found = must(await read('other.xml', xml(message)))
      expect(found.found).toMatchObject([{ ieFlag: message.DecHead?.IEFlag, lines: 3, files: 0 }])
      const [id = ''] = must(await exchange.take({ token: found.token })).ids
      const draft = must(await service.open({ id }))
      expect(draft.message.DecLists).toEqual(message.DecLists)
      expect(draft.message.DecHead).toMatchObject({
        TradeName: message.DecHead?.TradeName,
        IEFlag: message.DecHead?.IEFlag,
      })
      expect(draft.message.DecSign?.ClientSeqNo).toBe(draft.summary.clientSeqNo)
      expect(await exchange.take({ token: found.token })).toMatchObject({ error: { code: 'exchange.gone' } })
    }
  })

  test('is told what no form holds, and nothing of it is dropped in silence', async () => {
    const { read } = await desk()
    const text = writeDecMessage(importDeclaration())
    const odd = text.replace('</DecHead>', '<NewThing>1</NewThing></DecHead>')
    const [found] = must(await read('odd.xml', bytes(odd))).found
    expect(found?.notes).toContain('不认识或多余的内容，不会导入：DecHead/NewThing')
  })

  test('brings its PDF files along, and those without a pair are named', async () => {
    const { read, exchange, service } = await desk()
    const message = importDeclaration()
    const row = { EdocCode: '00000001', EdocFomatType: 'US', EdocCopId: '发票.pdf' }
    message.EdocRealation = [
      { ...row, EdocID: '224800000001IM202611240000000001.pdf' },
      { ...row, EdocID: '224800000002IM202611240000000002.pdf' },
    ]
    const zip = zipSync({
      'a.xml': xml(message),
      '224800000001IM202611240000000001.pdf': makePdf('发票'),
      'stray.pdf': makePdf('多余'),
    })
    const found = must(await read('with-files.zip', zip))
    expect(found.found[0]?.files).toBe(1)
    expect(found.found[0]?.notes.filter((note) => note.includes('.pdf'))).toEqual([
      '随附单据 224800000002IM202611240000000002.pdf 不在文件里，要重新添加',
      '报文没有提到的 PDF，没有导入：stray.pdf',
    ])
    const [id = ''] = must(await exchange.take({ token: found.token })).ids
    const draft = must(await service.open({ id }))
    expect(draft.attachments).toMatchObject([{ edocCode: '00000001', name: '发票.pdf', pdf: true }])
    expect(draft.message.EdocRealation).toMatchObject([{ EdocCode: '00000001', EdocCopId: '发票.pdf' }])
  })

  test('that the store refuses half-way leaves nothing, and can be taken again', async () => {
    const { read, exchange, service, store } = await desk()
    const message = importDeclaration()
    const name = '224800000001IM202611240000000001.pdf'
    message.EdocRealation = [{ EdocCode: '00000001', EdocFomatType: 'US', EdocCopId: '发票.pdf', EdocID: name }]
    const found = must(await read('with-files.zip', zipSync({ 'a.xml': xml(message), [name]: makePdf('发票') })))
    const full = `CREATE TEMP TRIGGER full BEFORE INSERT ON main.attachments BEGIN SELECT RAISE(ABORT, 'full'); END`
    store.db.exec(full)
    expect(() => exchange.take({ token: found.token })).toThrow('full')
    expect(must(await service.list({})).total).toBe(0)
    store.db.exec('DROP TRIGGER full')
    const [id = ''] = must(await exchange.take({ token: found.token })).ids
    expect(must(await service.open({ id })).attachments).toHaveLength(1)
    expect(must(await service.list({})).total).toBe(1)
  })

  test('that we wrote ourselves, many in one file, comes back as it was', async () => {
    const { service, exchange, read, state } = await desk()
    const ids = must(await service.createFrom('', [importDeclaration(), exportDeclaration()]))
    state.picked = ok({ name: '发票.pdf', bytes: makePdf('发票') })
    await service.attach({ id: ids[0] ?? '', edocCode: '00000001' })
    must(await exchange.exportZip({ ids, what: 'messages' }))
    const saved = state.saved.at(-1)
    expect(saved?.name).toBe('报关单报文-2026-11-24-2票.zip')
    const found = must(await read('back.zip', saved?.bytes ?? new Uint8Array()))
    expect(found.refused).toEqual([])
    expect(found.found.map(({ files, ieFlag }) => `${ieFlag}${files}`).sort()).toEqual(['E0', 'I1'])
    const again = must(await exchange.take({ token: found.token })).ids
    const lines = async (list: string[]) => {
      const drafts = await Promise.all(list.map((id) => service.open({ id })))
      const messages = drafts.map((draft) => must(draft).message)
      return new Map(messages.map(({ DecHead, DecLists }) => [DecHead?.IEFlag, DecLists]))
    }
    expect(await lines(again)).toEqual(await lines(ids))
  })

  test('prints are packed as PDF files', async () => {
    const { service, exchange, state } = await desk()
    const ids = must(await service.createFrom('', [importDeclaration()]))
    expect(must(await exchange.exportZip({ ids, what: 'prints' }))).toEqual({ saved: true, count: 1 })
    expect(state.saved.at(-1)?.name).toBe('报关单打印-2026-11-24-1票.zip')
  })
})

describe('a hostile file', () => {
  const entity = '<!DOCTYPE DecMessage [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const bomb = () => zipSync({ 'a.xml': new Uint8Array(140 * 1024 * 1024) })
  const lying = () => {
    const zip = zipSync({ 'a.xml': new Uint8Array(2_000_000) })
    const view = new DataView(zip.buffer, zip.byteOffset)
    // The directory says ten bytes.
    for (let at = 0; at + 4 < zip.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0, true)
    return zip
  }
  const whole = (code: string) => ({ ok: false, error: { code } })
  test.each([
    ['a bomb', bomb, whole('portal.packageTooLarge')],
    ['a zip that lies about sizes', lying, whole('portal.packageBroken')],
    ['half a zip', () => zipSync({ 'a.xml': xml(importDeclaration()) }).slice(0, 900), whole('portal.packageBroken')],
    ['folders', () => zipSync({ '../a.xml': bytes('<a/>'), 'b.xml': bytes('<a/>') }), whole('exchange.strange')],
    ['programs', () => zipSync({ 'a.zip': bytes('x'), 'b.exe': bytes('MZ') }), whole('exchange.strange')],
  ])('%s is refused as a whole', async (_name, make, refusal) => {
    const { read } = await desk()
    expect(await read('x.zip', make())).toMatchObject(refusal)
  })

  test.each([
    ['an entity', bytes(`<?xml version="1.0"?>${entity}<DecMessage/>`), '报文被拒绝读取'],
    ['another document', bytes('<html><body/></html>'), '这不是可以读取的报文'],
    ['broken XML', bytes('<DecMessage'), '报文没有读出来'],
    ['nothing', new Uint8Array(), '报文没有读出来'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), '报文没有读出来'],
  ])('%s is refused in words, and no draft is made', async (_name, content, what) => {
    const { read, exchange } = await desk()
    const found = must(await read('x.xml', content))
    expect(found.found).toEqual([])
    expect(found.refused[0]?.what).toBe(what)
    expect(await exchange.take({ token: found.token })).toMatchObject({ error: { code: 'exchange.nothing' } })
  })

  test('with more than fifty lines is refused, not cut', async () => {
    const { read } = await desk()
    const message = importDeclaration()
    const [line] = message.DecLists ?? []
    const many = Array.from({ length: 61 }, (_, at) => ({ ...line, GNo: String(at + 1) }))
    const text = writeDecMessage({ ...message, DecLists: many })
    const found = must(await read('many.xml', bytes(text)))
    expect([found.found.length, found.refused[0]?.what]).toEqual([0, '报文没有读入'])
  })
})
