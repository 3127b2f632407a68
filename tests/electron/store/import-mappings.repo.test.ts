import Database from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { ImportMappingsRepo } from '../../../electron/store/import-mappings.repo.ts'
import { importMappings } from '../../../electron/store/migrations/0040-import-mappings.ts'

let repo: ImportMappingsRepo
let now = 0

beforeEach(() => {
  const db = new Database(':memory:')
  importMappings.up(db)
  repo = new ImportMappingsRepo(db, () => (now += 1000))
})

test('the mapping last used for the same titles is answered, whoever the customer was', () => {
  repo.save('f', '演练客户', [['品名', 'GName']])
  repo.save('f', '演练乙', [['品名', 'GModel']])
  expect(repo.latest('f')).toEqual({ customer: '演练乙', titles: [['品名', 'GModel']] })
  repo.save('f', '演练客户', [['品名', 'GName']])
  expect(repo.latest('f')?.customer).toBe('演练客户')
})

test('unknown titles have no mapping', () => {
  expect(repo.latest('g')).toBeUndefined()
})

test('a customer’s newer mapping takes the place of the older one', () => {
  repo.save('f', '演练客户', [['品名', 'GModel']])
  repo.save('f', '演练客户', [['品名', 'GName']])
  expect(repo.latest('f')?.titles).toEqual([['品名', 'GName']])
})
