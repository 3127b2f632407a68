import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWhole } from '../../../electron/app/write-whole.ts'
import { smallDisk } from '../../support/small-disk.ts'
import { tempFolder } from '../../support/temp-folder.ts'

test('what is produced in pieces appears whole under its name, over what was there', async () => {
  const folder = tempFolder()
  const file = join(folder, '数据.zip')
  writeFileSync(file, 'old')
  const written = await writeWhole(file, async (sink) => {
    await sink(Buffer.from('one '))
    await sink(Buffer.from('two'))
  })
  expect(written).toEqual({ ok: true, value: true })
  expect(readFileSync(file, 'utf8')).toBe('one two')
  expect(readdirSync(folder)).toEqual(['数据.zip'])
})

test('a disk that fills up within a piece gives no file that is cut off, and says so', async () => {
  const disk = smallDisk(64 * 1024)
  if (disk === undefined) return
  const written = await writeWhole(join(disk, 'a.zip'), (sink) => sink(Buffer.alloc(100 * 1024, 1)))
  expect(written).toMatchObject({ ok: false, error: { code: 'store.full' } })
  expect(readdirSync(disk)).toEqual([])
})

test('a production that fails leaves what was there', async () => {
  const folder = tempFolder()
  const file = join(folder, 'a.zip')
  writeFileSync(file, 'old')
  const written = await writeWhole(file, async (sink) => {
    await sink(Buffer.from('half'))
    throw Object.assign(new Error('gone'), { code: 'EIO' })
  })
  expect(written).toMatchObject({ ok: false, error: { code: 'store.io' } })
  expect(readFileSync(file, 'utf8')).toBe('old')
  expect(readdirSync(folder)).toEqual(['a.zip'])
})
