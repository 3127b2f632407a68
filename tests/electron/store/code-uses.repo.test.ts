import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { CodeUsesRepo } from '../../../electron/store/code-uses.repo.ts'
import { codeUses } from '../../../electron/store/migrations/0072-code-uses.ts'

test('the codes of a customer come first, newest first, then those of others', () => {
  const db = new Database(':memory:')
  codeUses.up(db)
  let now = Date.parse('2026-11-27T08:00:00Z')
  const uses = new CodeUsesRepo(db, () => (now += 1000))
  uses.note('甲', 'DecHead.IEPort', '2248')
  uses.note('乙', 'DecHead.IEPort', '5301')
  uses.note('甲', 'DecHead.IEPort', '2225')
  uses.note('甲', 'DecHead.IEPort', '2248')
  expect(uses.recent('甲', 10).map(({ code, own }) => `${code} ${own}`)).toEqual([
    '2248 true',
    '2225 true',
    '5301 false',
  ])
  expect(uses.recent('', 2).map(({ code, own }) => `${code} ${own}`)).toEqual(['2248 false', '2225 false'])
})
