import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { writeReceipt } from '../../../../domain/message/write-receipt.ts'
import { boxes } from '../../../../domain/portal/exchange-names.ts'
import { realDisk, type Disk } from '../../../../electron/portal/folders/disk.ts'
import { FolderPortal } from '../../../../electron/portal/folders/folder-portal.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

const receipt = (seqNo: string, note = '海关入库成功'): string =>
  writeReceipt({ form: 'DEC_RESULT', seqNo, channel: 'L', note, noticeAt: '2026-11-27T10:00:00', more: {} })

function openInBox(disk: Disk = realDisk) {
  const root = tempFolder()
  for (const box of boxes) mkdirSync(join(root, box))
  const clock = { at: Date.UTC(2026, 10, 27) }
  const marks = { get: () => undefined, of: () => [], put: () => undefined }
  const portal = new FolderPortal({ root, disk, marks, now: () => clock.at, sleep: () => Promise.resolve() })
  const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(root, 'InBox', name), content)
  let cursor = ''
  /** Names of the answers of one look; the look before is confirmed. */
  const look = async (): Promise<string[]> => {
    const page = await portal.receipts(cursor, 0)
    if (!page.ok) throw new Error(page.error.code)
    cursor = page.value.cursor
    return page.value.items.map(({ fileName }) => fileName)
  }
  const left = (): string[] => readdirSync(join(root, 'InBox')).sort()
  return { root, clock, portal, put, look, left }
}

test('answers are read oldest first by the time in their names, and moved away only after they were kept', async () => {
  const { put, look, left, root } = openInBox()
  put('Receipt_I20260000000000001_20261127100000200.xml', receipt('I20260000000000001'))
  put('Receipt_I20260000000000002_202611271000001001234.xml', receipt('I20260000000000002'))
  put('Receipt_I20260000000000003_20261127095900000.xml', receipt('I20260000000000003'))
  const first = await look()
  expect(first.map((name) => name.slice(8, 26))).toEqual([
    'I20260000000000003',
    'I20260000000000002',
    'I20260000000000001',
  ])
  expect(left()).toHaveLength(3)
  expect(await look()).toEqual([])
  expect(left()).toEqual([])
  expect(readdirSync(join(root, 'InBoxRead', '20261127'))).toHaveLength(3)
})

test('a page that was not kept is given again', async () => {
  const { put, portal } = openInBox()
  put('Receipt_I20260000000000001_20261127100000200.xml', receipt('I20260000000000001'))
  const first = await portal.receipts('', 0)
  const again = await portal.receipts('', 0)
  expect(first.ok && again.ok && again.value.items).toEqual(first.ok && first.value.items)
})

test('what comes again under a name that was moved before is kept beside it', async () => {
  const { put, look, root } = openInBox()
  for (const note of ['一', '二']) {
    put('Receipt_I20260000000000001_20261127100000200.xml', receipt('I20260000000000001', note))
    expect(await look()).toHaveLength(1)
    await look()
  }
  expect(readdirSync(join(root, 'InBoxRead', '20261127'))).toHaveLength(2)
})

test('an answer that is still being written is waited for, and one that stays broken is kept as it is', async () => {
  const { put, look, clock, root } = openInBox()
  const whole = receipt('I20260000000000001')
  put('half.xml', whole.slice(0, 60))
  expect(await look()).toEqual([])
  clock.at += 20_000
  appendFileSync(join(root, 'InBox', 'half.xml'), whole.slice(60, 100))
  expect(await look()).toEqual([])
  clock.at += 20_000
  expect(await look()).toEqual([])
  appendFileSync(join(root, 'InBox', 'half.xml'), whole.slice(100))
  expect(await look()).toEqual(['half.xml'])
  put('broken.xml', '<DEC_DATA>')
  expect(await look()).toEqual([])
  clock.at += 31_000
  expect(await look()).toEqual(['broken.xml'])
})

test('older forms in GB2312 and names of other programs are read like any other', async () => {
  const { put, look } = openInBox()
  const text = writeReceipt({ form: 'DEC_DATA', seqNo: 'I20260000000000001', channel: 'J', note: '审结', more: {} })
  put('任意 名字.XML', iconv.encode(text, 'gb2312'))
  expect(await look()).toEqual(['任意 名字.XML'])
})

test('links, pipes, folders, archives, other kinds and huge files are left where they lie and named', async () => {
  const { put, look, left, portal, root } = openInBox()
  const inbox = join(root, 'InBox')
  writeFileSync(join(root, 'secret.xml'), receipt('I20260000000000001'))
  symlinkSync(join(root, 'secret.xml'), join(inbox, 'link.xml'))
  symlinkSync('/dev/zero', join(inbox, 'endless.xml'))
  execFileSync('mkfifo', [join(inbox, 'pipe.xml')])
  mkdirSync(join(inbox, 'folder.xml'))
  put('bomb.zip', zipSync({ 'a.xml': new Uint8Array(64 * 1024 * 1024) }))
  put('Receipt_1.xml.Temp', receipt('I20260000000000001'))
  put('huge.xml', '')
  truncateSync(join(inbox, 'huge.xml'), 3 * 1024 * 1024 * 1024)
  const started = performance.now()
  expect(await look()).toEqual([])
  expect(performance.now() - started).toBeLessThan(5000)
  expect(left()).toHaveLength(7)
  const why = Object.fromEntries(portal.strangers.map((stranger) => [stranger.name, stranger.why]))
  expect(why).toMatchObject({ 'link.xml': 'kind', 'pipe.xml': 'kind', 'folder.xml': 'kind', 'bomb.zip': 'name' })
  expect(why).toMatchObject({ 'endless.xml': 'kind', 'huge.xml': 'size' })
})

test('entities, other roots and nonsense are taken as what they are: bytes that cannot be read', async () => {
  const { put, look, clock } = openInBox()
  put('a.xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><DEC_DATA>&x;</DEC_DATA>')
  put('b.xml', '<html/>')
  put('c.xml', new Uint8Array([0, 1, 2, 255]))
  put('d.xml', '')
  expect(await look()).toEqual([])
  clock.at += 31_000
  expect((await look()).sort()).toEqual(['a.xml', 'b.xml', 'c.xml', 'd.xml'])
})

test('names that only a file system allows are shown without harm', async () => {
  const { put, look } = openInBox()
  put('line\nend\u202e.xml', receipt('I20260000000000001'))
  expect(await look()).toEqual(['line�end�.xml'])
})

test('thousands of answers come page by page, each once', async () => {
  const { put, look } = openInBox()
  for (let at = 0; at < 250; at++)
    put(`Receipt_I2026_${20261127100000000 + at * 1000}.xml`, receipt('I20260000000000001', `${at}`))
  const seen: string[] = []
  for (let page = await look(); page.length > 0; page = await look()) seen.push(...page)
  expect(new Set(seen).size).toBe(250)
  expect(seen).toHaveLength(250)
})

test('an answer that another program holds is left for later and holds up nothing', async () => {
  const locked = new Set(['Receipt_I2026_20261127100000000.xml'])
  const { put, look, portal } = openInBox({
    ...realDisk,
    read: (file, most) => {
      const name = file.split('/').at(-1) ?? ''
      return locked.has(name)
        ? Promise.reject(Object.assign(new Error(), { code: 'EBUSY' }))
        : realDisk.read(file, most)
    },
  })
  put('Receipt_I2026_20261127100000000.xml', receipt('I20260000000000001'))
  put('Receipt_I2026_20261127100001000.xml', receipt('I20260000000000002'))
  expect(await look()).toEqual(['Receipt_I2026_20261127100001000.xml'])
  expect(portal.strangers).toEqual([{ name: 'Receipt_I2026_20261127100000000.xml', why: 'locked' }])
  locked.clear()
  expect(await look()).toEqual(['Receipt_I2026_20261127100000000.xml'])
})

test('an answer that cannot be moved away is not read for ever', async () => {
  const { put, look } = openInBox({ ...realDisk, makeFolder: () => Promise.reject(new Error('no')) })
  put('Receipt_I2026_20261127100000000.xml', receipt('I20260000000000001'))
  expect(await look()).toHaveLength(1)
  await expect(look()).rejects.toThrow('folders.broken')
  expect(await look()).toEqual([])
  expect(await look()).toEqual([])
})

test('a folder that hangs is given up, and nothing more is asked of it until it comes back', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let asked = 0
  let release: () => void = () => undefined
  const hanging = new Promise<never[]>((resolve) => (release = () => resolve([])))
  const { portal } = openInBox({ ...realDisk, list: () => (asked++ === 0 ? hanging : Promise.resolve([])) })
  const first = portal.receipts('', 0)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await first).toMatchObject({ ok: false, error: { code: 'folders.slow' } })
  expect(await portal.receipts('', 0)).toMatchObject({ ok: false, error: { code: 'folders.slow' } })
  expect(asked).toBe(1)
  release()
  await vi.advanceTimersByTimeAsync(0)
  expect(await portal.receipts('', 0)).toMatchObject({ ok: true })
})
