import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ok } from '../../../domain/result.ts'
import { ListsService } from '../../../electron/services/lists.ts'
import { DraftListRepo } from '../../../electron/store/draft-list.repo.ts'
import { DraftsRepo } from '../../../electron/store/drafts.repo.ts'
import { SettingsRepo } from '../../../electron/store/settings.repo.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { moment, openTestStore, utcDay } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

// security C: a spreadsheet of ours runs nothing that a customer wrote
test('what a customer wrote like a formula is text in the list that is written out', async () => {
  const { db } = await openTestStore(tempFolder())
  const hostile = ['=HYPERLINK("http://evil.example")', '+1+1', '-2', '@SUM(A1)']
  const drafts = hostile.map((ContrNo) => {
    const { DecHead, ...rest } = importDeclaration()
    return { ieFlag: 'I' as const, message: { ...rest, DecHead: { ...DecHead, ContrNo } } }
  })
  new DraftsRepo(db, () => moment, utcDay).create(drafts)
  let bytes = new Uint8Array()
  const lists = new ListsService({
    list: new DraftListRepo(db),
    site: new SettingsRepo(db),
    saveFile: (_name, written) => {
      bytes = new Uint8Array(written)
      return Promise.resolve(ok(true))
    },
    today: () => '2026-11-24',
  })
  expect((await lists.exportXlsx({ filter: {} })).ok).toBe(true)
  const texts = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)])
  const sheet = texts.find(([name]) => name?.endsWith('sheet1.xml'))?.[1] ?? ''
  const shared = texts.find(([name]) => name?.endsWith('sharedStrings.xml'))?.[1] ?? ''
  expect(sheet).toContain('<c ')
  expect(sheet).not.toContain('<f')
  for (const text of hostile) expect(shared).toContain(`<t>${text}</t>`)
})
