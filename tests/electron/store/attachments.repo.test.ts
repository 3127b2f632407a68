import { expect, test } from 'vitest'
import { AttachmentsRepo } from '../../../electron/store/attachments.repo.ts'
import { DraftsRepo } from '../../../electron/store/drafts.repo.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { moment, openTestStore, utcDay } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

test('no two files of a declaration go out under one name, however many come in one second', async () => {
  const { db } = await openTestStore(tempFolder())
  const [draft] = new DraftsRepo(db, () => moment, utcDay).create([{ ieFlag: 'I', message: importDeclaration() }])
  const declarationId = draft?.summary.id ?? ''
  const attachments = new AttachmentsRepo(db, () => moment)
  const file = { declarationId, edocCode: '00000001', name: 'a.pdf', pdf: true, encrypted: false }
  // By chance alone, four digits for so many would meet in all but one of a hundred million runs.
  db.transaction(() => {
    for (let nth = 0; nth < 600; nth++) attachments.add({ ...file, content: Buffer.from(String(nth)) })
  })()
  expect(new Set(attachments.list(declarationId).map(({ serial }) => serial)).size).toBe(600)
})
