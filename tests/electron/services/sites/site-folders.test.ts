import { chmodSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { boxes } from '../../../../domain/portal/exchange-names.ts'
import type { Site } from '../../../../electron/ipc/contract.ts'
import { siteDesk } from '../../../support/site-desk.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

const site: Site = {
  id: '',
  name: '导入客户端',
  way: 'folders',
  baseAddress: '',
  extraCa: '',
  proxy: { kind: 'none', address: '' },
  cardBackend: 'pcsc',
}

function clientFolder(): string {
  const root = join(tempFolder(), 'ImpPath', 'Deccus001')
  for (const box of boxes) mkdirSync(join(root, box), { recursive: true })
  return root
}

type Desk = Awaited<ReturnType<typeof siteDesk>>
async function pick(desk: Desk, folder: string | undefined): Promise<string> {
  desk.state.folder = folder
  const picked = await desk.sites.pickFolder({})
  if (!picked.ok) return picked.error.code
  return picked.value?.token ?? 'closed'
}
const save = async (desk: Desk, change: Partial<Site>, folderToken?: string): Promise<string> => {
  const saved = await desk.sites.save({ site: { ...site, ...change }, ...(folderToken ? { folderToken } : {}) })
  return saved.ok ? saved.value.id : saved.error.code
}
const check = async (desk: Desk, id: string): Promise<string[]> => {
  const tested = await desk.sites.test({ id })
  return tested.ok ? tested.value.steps.map(({ name, ok }) => `${ok ? '+' : '-'}${name}`) : [tested.error.code]
}

test('a site of the import client needs a folder with the four of them, and shows its last two names only', async () => {
  const desk = await siteDesk()
  expect(await save(desk, {})).toBe('folders.noRoot')
  expect(await pick(desk, tempFolder())).toBe('folders.notYours')
  expect(await pick(desk, undefined)).toBe('closed')
  const root = clientFolder()
  const token = await pick(desk, root)
  const id = await save(desk, {}, token)
  expect(await desk.sites.list({})).toMatchObject({ value: { folders: { [id]: 'ImpPath › Deccus001' } } })
  expect(JSON.stringify(await desk.sites.list({}))).not.toContain(root)
  // Without another choice the folder stays.
  expect(await save(desk, { id, name: '改名' })).toBe(id)
  expect(await save(desk, { id }, 'token-of-yesterday')).toBe('folders.tokenGone')
})

test('who chooses one of the four means the folder above it', async () => {
  const desk = await siteDesk()
  const id = await save(desk, {}, await pick(desk, join(clientFolder(), 'OutBox')))
  expect(await desk.sites.list({})).toMatchObject({ value: { folders: { [id]: 'ImpPath › Deccus001' } } })
})

test('two sites cannot share a folder: they would take each other’s answers', async () => {
  const desk = await siteDesk()
  const root = clientFolder()
  await save(desk, {}, await pick(desk, root))
  expect(await save(desk, { name: '第二个' }, await pick(desk, root))).toBe('folders.inUse')
})

test('the check says which folder is missing, what cannot be written, and that the client sleeps', async () => {
  const desk = await siteDesk()
  const root = clientFolder()
  const id = await save(desk, {}, await pick(desk, root))
  expect(await check(desk, id)).toEqual(['+文件夹', '+读写', '+导入客户端'])
  const waiting = join(root, 'OutBox', 'a.xml')
  writeFileSync(waiting, '<a/>')
  const old = new Date(desk.state.now - 20 * 60_000)
  utimesSync(waiting, old, old)
  expect(await check(desk, id)).toEqual(['+文件夹', '+读写', '-导入客户端'])
  rmSync(join(root, 'InBox'), { recursive: true })
  expect(await check(desk, id)).toEqual(['-文件夹'])
  mkdirSync(join(root, 'InBox'))
  chmodSync(join(root, 'OutBox'), 0o555)
  // The superuser may write anywhere; every other user is told.
  expect((await check(desk, id))[1]).toBe(process.getuid?.() === 0 ? '+读写' : '-读写')
  chmodSync(join(root, 'OutBox'), 0o755)
})
