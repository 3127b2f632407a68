import { expect, it } from 'vitest'
import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import { codeTableNames, loadTable } from '../../../domain/codes/index.ts'
import { checkDeclaration } from '../../../domain/rules/index.ts'
import { aeoCode } from '../../../domain/rules/head-aeo.ts'
import { ruleTables } from '../../../domain/rules/rule-tables.ts'
import { settings } from '../../../domain/rules/settings.ts'
import * as modes from '../../../domain/rules/trade-modes.ts'
import { draftOf } from './cases/case.ts'

it('names tables that exist', () => {
  expect(ruleTables.filter((name) => !codeTableNames.includes(name as (typeof codeTableNames)[number]))).toEqual([])
  expect(settings.incompleteTables.filter((name) => !ruleTables.includes(name))).toEqual([])
})

it('names every table that the check asks for', async () => {
  const codes = await loadCodeBook([...ruleTables])
  const asked = new Set<string>()
  const note = <T>(table: string, answer: T): T => {
    asked.add(table)
    return answer
  }
  const book = {
    row: (table: string, code: string) => note(table, codes.row(table, code)),
    has: (table: string) => note(table, codes.has(table)),
    practiceOnly: (table: string) => note(table, codes.practiceOnly(table)),
  }
  const draft = draftOf(undefined)
  draft.head.ManualNo = 'C22482026001'
  draft.head.OverseasConsignorCode = 'AU1'
  draft.message.EcoRelation = [{ CertType: 'Y22', DecGNo: '1' }]
  checkDeclaration({ ...draft, codes: book })
  expect([...asked].filter((table) => !ruleTables.includes(table))).toEqual([])
  for (const table of ['aeo_country', 'manual_prefix', 'trade_agreement']) expect(asked).toContain(table)
})

it('groups trade modes and offices that the tables know', async () => {
  const codes = await loadCodeBook(['trade_mode', 'traf_mode', 'customs_district'])
  const { isTransfer, noCrossingModes, roadOnlyOffices, ...tradeModes } = modes
  const unknown = (table: string, group: ReadonlySet<string>) => [...group].filter((code) => !codes.row(table, code))
  for (const group of Object.values(tradeModes)) expect(unknown('trade_mode', group)).toEqual([])
  expect(unknown('traf_mode', noCrossingModes)).toEqual([])
  expect(unknown('customs_district', roadOnlyOffices)).toEqual([])
  expect(isTransfer('0654')).toBe(true)
})

it('judges the code of every country that the table gives a format for', async () => {
  const table = await loadTable('aeo_country')
  const codes = await loadCodeBook(['aeo_country'])
  const fits = (code: string): boolean => {
    const draft = draftOf(undefined)
    draft.head.OverseasConsignorCode = code
    return aeoCode.check({ ...draft, codes }).length === 0
  }
  const formatted = table.rows.filter((row) => row.more?.['pattern'] !== undefined)
  expect(formatted.length).toBeGreaterThan(5)
  for (const { more } of formatted) expect(fits(`${more?.['iso2'] ?? ''}!`), more?.['iso2']).toBe(false)
  for (const { more } of formatted) if (more?.['example']) expect(fits(more['example'])).toBe(true)
})
