import { describe, expect, test } from 'vitest'
import { createTransaction } from '../../../electron/store/transaction.ts'
import { AttachmentsRepo } from '../../../electron/store/attachments.repo.ts'
import { AuditRepo } from '../../../electron/store/audit.repo.ts'
import { DraftsRepo } from '../../../electron/store/drafts.repo.ts'
import { OutboxRepo } from '../../../electron/store/outbox.repo.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { moment, openTestStore, utcDay } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function trailed() {
  const { db } = await openTestStore(tempFolder())
  const actor = { who: '演练员甲', login: 'clerk', card: '2100010009991' }
  const trail = new AuditRepo(
    db,
    () => moment,
    () => actor,
  )
  const drafts = new DraftsRepo(db, () => moment, utcDay, trail)
  const deeds = (): string[] => trail.page(Number.MAX_SAFE_INTEGER, 100).map(({ deed }) => deed)
  /** What somebody with a tool for databases can do. */
  const tamper = (statement: string): void => {
    db.exec('DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete')
    db.exec(statement)
  }
  return { db, trail, drafts, deeds, tamper }
}

const make = (drafts: DraftsRepo): string =>
  drafts.create([{ ieFlag: 'I', message: importDeclaration() }])[0]?.summary.id ?? ''

describe('the audit trail', () => {
  test('names each deed with clerk, card and number, newest first', async () => {
    const { db, trail, drafts } = await trailed()
    const id = make(drafts)
    new AttachmentsRepo(db, () => moment, trail).add({
      declarationId: id,
      edocCode: '00000001',
      name: '演练发票.pdf',
      content: Buffer.from('%PDF'),
      pdf: true,
      encrypted: false,
    })
    drafts.move(id, 'markReady')
    const [newest, ...older] = trail.page(Number.MAX_SAFE_INTEGER, 10)
    expect(newest).toMatchObject({
      n: 3,
      who: '演练员甲',
      login: 'clerk',
      card: '2100010009991',
      deed: 'declaration.moved',
    })
    expect(newest?.facts).toMatchObject({ id, event: 'markReady', from: 'draft', to: 'ready' })
    expect(newest?.subject).toMatch(/^20261124.{10}$/)
    expect(older.map(({ deed }) => deed)).toEqual(['attachment.added', 'declaration.created'])
    expect(JSON.stringify(older)).not.toContain('演练发票')
    expect((await trail.check()).fault).toBeUndefined()
  })

  test('names card and certificate of a signature, and what was submitted', async () => {
    const { db, trail, drafts } = await trailed()
    const id = make(drafts)
    drafts.move(id, 'markReady')
    const outbox = new OutboxRepo(db, () => moment, trail)
    const signed = {
      clientSeqNo: drafts.summary(id)?.clientSeqNo ?? '',
      ...{ declarationId: id, rev: 1, xml: Buffer.from('<a/>'), files: [], digest: 'd1', signature: 's' },
      ...{ certificateSerial: '01AB', cardNo: '2100010009992', operator: '演练员乙' },
    }
    const row = outbox.put(signed)
    outbox.move(row, 'submit')
    const [submitted, sign] = trail.page(Number.MAX_SAFE_INTEGER, 2)
    expect(sign).toMatchObject({ deed: 'declaration.signed', card: '2100010009992' })
    expect(sign?.facts).toMatchObject({ certificate: '01AB', digest: 'd1', operator: '演练员乙' })
    expect(submitted).toMatchObject({ deed: 'declaration.submitted', subject: signed.clientSeqNo })
  })

  test('says that the program did what no clerk did', async () => {
    const { drafts, trail } = await trailed()
    const id = make(drafts)
    for (const event of ['markReady', 'sign', 'send'] as const) drafts.move(id, event)
    const [sent, signed] = trail.page(Number.MAX_SAFE_INTEGER, 2)
    expect(sent).toMatchObject({ who: '', card: '', facts: { event: 'send' } })
    expect(signed).toMatchObject({ who: '演练员甲', facts: { event: 'sign' } })
  })

  test('is kept with the deed or not at all', async () => {
    const { db, drafts, deeds } = await trailed()
    const change = createTransaction(db)
    const broken = (): unknown =>
      change(() => {
        make(drafts)
        throw new Error('the power went')
      })
    expect(broken).toThrow('the power went')
    expect(deeds()).toEqual([])
    const id = make(drafts)
    drafts.move(id, 'sign')
    drafts.remove(id)
    expect(deeds()).toEqual(['declaration.removed', 'declaration.created'])
  })

  test('takes no change by the program itself', async () => {
    const { db, drafts } = await trailed()
    make(drafts)
    expect(() => db.exec(`UPDATE audit SET content = ''`)).toThrow(/append-only/)
    expect(() => db.exec('DELETE FROM audit')).toThrow(/append-only/)
  })

  test.each([
    ['a changed entry', `UPDATE audit SET content = replace(content, '演练员甲', '演练员乙') WHERE n = 4`, 4],
    ['a changed hash', `UPDATE audit SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE n = 4`, 4],
    ['a removed entry', 'DELETE FROM audit WHERE n = 4', 4],
    ['a removed beginning', 'DELETE FROM audit WHERE n < 3', 1],
    [
      'two that changed places',
      'UPDATE audit SET n = 99 WHERE n = 3; UPDATE audit SET n = 3 WHERE n = 4; UPDATE audit SET n = 4 WHERE n = 99',
      3,
    ],
    ['an inserted entry', `INSERT INTO audit SELECT 9, content, hash FROM audit WHERE n = 8`, 9],
    ['an end that was cut off', 'DELETE FROM audit WHERE n > 6', 7],
    ['a trail that was emptied', 'DELETE FROM audit', 1],
  ])('shows %s to who opens the file with another tool', async (_name, statement, n) => {
    const { drafts, trail, tamper } = await trailed()
    for (let made = 0; made < 8; made++) make(drafts)
    expect((await trail.check()).fault).toBeUndefined()
    tamper(statement)
    expect((await trail.check()).fault?.n).toBe(n)
  })

  test('can be followed over its newest entries alone', async () => {
    const { drafts, trail, tamper } = await trailed()
    for (let made = 0; made < 8; made++) make(drafts)
    expect(await trail.check(3)).toMatchObject({ end: { count: 8 }, fault: undefined })
    tamper(`UPDATE audit SET content = replace(content, '演练员甲', '演练员乙') WHERE n = 7`)
    expect((await trail.check(3)).fault?.n).toBe(7)
  })

  test('goes on over thousands of entries without a gap', async () => {
    const { trail } = await trailed()
    for (let n = 0; n < 1203; n++) trail.append({ deed: 'settings.changed', facts: { n } })
    expect(await trail.check()).toMatchObject({ end: { count: 1203 }, fault: undefined })
  })
})
