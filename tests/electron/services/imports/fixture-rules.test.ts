import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { loadCodeBook } from '../../../../domain/codes/code-book.ts'
import { checkDeclaration } from '../../../../domain/rules/index.ts'
import { defaultLimits } from '../../../../electron/services/imports/grid.ts'
import { ImportSession } from '../../../../electron/services/imports/session.ts'
import { fixtureAttachments, fixtureCard, fixtureDay, importDeclaration } from '../../../fixtures/declarations.ts'

test('the goods of a clean sheet stop nothing once the head is filled', async () => {
  const session = new ImportSession(defaultLimits)
  const file = new URL('../../../fixtures/spreadsheets/packing-invoice-20-clean.xlsx', import.meta.url)
  const opened = await session.answer({ kind: 'open', name: '客户.xlsx', bytes: new Uint8Array(await readFile(file)) })
  const sheet = opened.ok ? opened.value[0] : undefined
  const mapping = { sheet: 0, headerRow: sheet?.headerRow ?? 0, columns: sheet?.suggested ?? {} }
  const built = await session.answer({ kind: 'build', mapping, ieFlag: 'I' })
  const imported = built.ok ? built.value.messages[0] : undefined
  expect(imported?.DecLists).toHaveLength(20)
  const whole = importDeclaration()
  const message = {
    ...whole,
    DecHead: {
      ...whole.DecHead,
      FeeMark: '',
      FeeRate: '',
      FeeCurr: '',
      InsurMark: '',
      InsurRate: '',
      ...imported?.DecHead,
    },
    DecLists: imported?.DecLists,
    DecContainers: [],
  }
  const findings = checkDeclaration({
    message,
    day: fixtureDay,
    codes: await loadCodeBook(),
    attachments: fixtureAttachments,
    card: fixtureCard,
  })
  expect(findings.filter((finding) => finding.severity === 'error')).toEqual([])
})
