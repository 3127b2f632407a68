import { readFileSync, readdirSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Site } from '../../../../electron/ipc/contract.ts'
import { SiteProfiles } from '../../../../electron/services/sites/site-profiles.ts'
import { siteTarget } from '../../../../electron/services/sites/site-target.ts'
import { SitesService, activeSite } from '../../../../electron/services/sites.ts'
import { listBackups, makeBackup, verifyCopy } from '../../../../electron/store/backup.ts'
import { SettingsRepo } from '../../../../electron/store/settings.repo.ts'
import { siteDesk } from '../../../support/site-desk.ts'
import { moment } from '../../../support/store.ts'

const secret = 'Pr0xy-Pass-77'
const marked = 'http://clerk:••••@proxy.example:8080'
const typed = `http://clerk:${secret}@proxy.example:8080`
const site: Site = {
  id: '',
  name: '有代理的站点',
  baseAddress: 'https://portal.example/api',
  extraCa: '',
  proxy: { kind: 'http', address: typed },
  cardBackend: 'pcsc',
}
const via = (address: string, change: Partial<Site> = {}): Site => ({
  ...site,
  proxy: { kind: 'http', address },
  ...change,
})

type Desk = Awaited<ReturnType<typeof siteDesk>>
const save = async ({ sites }: Desk, wanted: Site): Promise<string> => {
  const saved = await sites.save({ site: wanted })
  return saved.ok ? saved.value.id : saved.error.code
}
/** What the page gets. */
const listed = async ({ sites }: Desk): Promise<string> => JSON.stringify(await sites.list({}))
/** Address with which a connection would be made, or why there is none. */
const line = async ({ profiles }: Pick<Desk, 'profiles'>, id: string): Promise<string> => {
  const target = await siteTarget({ ...site, id }, profiles)()
  return target.ok ? target.value.proxy.address : target.error.code
}
/** The file of the desk with its journal and its copies. */
const onDisk = ({ desk }: Desk): string =>
  readdirSync(dirname(desk.file), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n')
/** A profile as earlier versions wrote it. */
function old(desk: Desk, address: string, id = 'old'): void {
  desk.repo.put(via(address, { id }), moment)
}

describe('the password of a proxy', () => {
  test('is sealed beside the profile; page and file see the mark, a connection gets it back', async () => {
    const desk = await siteDesk()
    const id = await save(desk, site)
    expect(await listed(desk)).toContain(marked)
    expect(await listed(desk)).not.toContain(secret)
    expect(onDisk(desk)).not.toContain(secret)
    expect(activeSite(activated(desk, id), desk.profiles).proxy.address).toBe(marked)
    expect(await line(desk, id)).toBe(typed)
  })

  test('is kept when the address comes back with the mark, whatever else of the profile changes', async () => {
    const desk = await siteDesk()
    const id = await save(desk, site)
    expect(await save(desk, via(marked, { id, name: '改名' }))).toBe(id)
    expect(await listed(desk)).toContain('改名')
    expect(await line(desk, id)).toBe(typed)
  })

  test.each([
    ['another host', 'http://clerk:••••@evil.example:8080'],
    ['another port', 'http://clerk:••••@proxy.example:8081'],
    ['another user', 'http://other:••••@proxy.example:8080'],
    ['another scheme', 'https://clerk:••••@proxy.example:8080'],
  ])('does not follow the mark to %s', async (_name, address) => {
    const desk = await siteDesk()
    const id = await save(desk, site)
    expect(await save(desk, via(address, { id }))).toBe('sites.proxyMark')
    expect(await save(desk, via(address))).toBe('sites.proxyMark')
    expect(await line(desk, id)).toBe(typed)
    expect(await listed(desk)).not.toContain(address)
  })

  test('of one site is not lent to another', async () => {
    const desk = await siteDesk()
    await save(desk, site)
    expect(await save(desk, via(marked))).toBe('sites.proxyMark')
  })

  test('is no password when somebody typed into the mark', async () => {
    const desk = await siteDesk()
    const id = await save(desk, site)
    expect(await save(desk, via('http://clerk:••••5@proxy.example:8080', { id }))).toBe('sites.badProxy')
    expect(await line(desk, id)).toBe(typed)
  })

  test('is replaced by a new one and dropped with an address that has none', async () => {
    const desk = await siteDesk()
    const id = await save(desk, site)
    expect(await line(desk, id)).toBe(typed)
    await save(desk, via('http://clerk:next@proxy.example:8080', { id }))
    expect(await line(desk, id)).toBe('http://clerk:next@proxy.example:8080')
    await save(desk, via('http://proxy.example:8080', { id }))
    expect(await line(desk, id)).toBe('http://proxy.example:8080')
    expect(desk.repo.find(id)?.sealed).toBeUndefined()
    expect(await save(desk, via(marked, { id }))).toBe('sites.proxyMark')
  })

  test('is dropped when the manual proxy is not used any more', async () => {
    const desk = await siteDesk()
    const id = await save(desk, site)
    await save(desk, { ...site, id, proxy: { kind: 'system', address: typed } })
    expect(desk.repo.find(id)).toMatchObject({ site: { proxy: { kind: 'system', address: '' } }, sealed: undefined })
  })

  test('is refused where the system cannot seal, and nothing is written', async () => {
    const desk = await siteDesk()
    desk.box.available = false
    expect(await save(desk, site)).toBe('sites.noSeal')
    expect(desk.profiles.list()).toEqual([])
    expect(onDisk(desk)).not.toContain(secret)
    expect(await save(desk, via('http://proxy.example:8080'))).toMatch(/^site-/)
  })

  test('of another user of the computer is a failure that asks for it, until it is typed again', async () => {
    const desk = await siteDesk()
    const id = await save(desk, site)
    desk.box.user = 'other'
    expect(await line(desk, id)).toBe('portal.proxySecret')
    expect(await save(desk, via(typed, { id }))).toBe(id)
    expect(await line(desk, id)).toBe(typed)
  })

  test('that a locked key ring holds back is there again when it is unlocked', async () => {
    const desk = await siteDesk()
    const id = await save(desk, site)
    desk.box.available = false
    expect(await line(desk, id)).toBe('portal.proxySecret')
    desk.box.available = true
    expect(await line(desk, id)).toBe(typed)
  })

  test('is opened once for a connection, which stays the same until the profile changes', async () => {
    const desk = await siteDesk()
    const id = await save(desk, site)
    const target = siteTarget({ ...site, id }, desk.profiles)
    const [first, second] = [await target(), await target()]
    expect(first.ok && second.ok && first.value === second.value).toBe(true)
    expect(desk.box.opened).toBe(1)
    await save(desk, via('http://clerk:next@proxy.example:8080', { id }))
    expect(await target()).toMatchObject({ value: { proxy: { address: 'http://clerk:next@proxy.example:8080' } } })
  })

  test('does not go to a proxy that was written into the file beside it', async () => {
    const desk = await siteDesk()
    const id = await save(desk, site)
    const kept = desk.repo.find(id)
    desk.repo.put(via('http://clerk:••••@evil.example:8080', { id }), moment, kept?.sealed)
    expect(await line(desk, id)).toBe('portal.proxySecret')
    desk.repo.put(via(marked, { id: 'copied' }), moment)
    expect(await line(desk, 'copied')).toBe('portal.proxySecret')
  })

  test('cannot be opened: the test of the site says so at the step of the line', async () => {
    const desk = await siteDesk()
    const id = await save(desk, site)
    desk.box.user = 'other'
    const parts = { ...desk.serviceParts, probe: { ...desk.serviceParts.probe, time: siteTime(desk) } }
    const tested = await new SitesService(parts).test({ id })
    expect(tested).toMatchObject({ value: { steps: [{ ok: true }, { ok: true }, { name: '连接与证书', ok: false }] } })
    expect(JSON.stringify(tested)).toContain('重新填写密码')
  })
})

describe('a password that an earlier version kept in clear', () => {
  test('is sealed at the first start that can, and nothing of it stays in the file', async () => {
    const desk = await siteDesk()
    old(desk, typed)
    expect(onDisk(desk)).toContain(secret)
    expect(await desk.profiles.sealOld()).toBe(0)
    expect(onDisk(desk)).not.toContain(secret)
    expect(desk.repo.find('old')?.site.proxy.address).toBe(marked)
    expect(await line(desk, 'old')).toBe(typed)
    const written = desk.repo.find('old')?.sealed
    expect(await desk.profiles.sealOld()).toBe(0)
    expect(desk.repo.find('old')?.sealed).toBe(written)
  })

  test('goes out of the copies as well, and of pages that were freed before', async () => {
    const desk = await siteDesk()
    const { db, backups } = desk.desk
    old(desk, 'http://clerk:Pr0xy-Pass-66@proxy.example:8080')
    await makeBackup(db, backups, 'desk', 'migration', moment)
    db.prepare('DELETE FROM sites').run()
    await makeBackup(db, backups, 'desk', 'daily', moment)
    old(desk, typed)
    await makeBackup(db, backups, 'desk', 'daily', moment)
    expect(onDisk(desk)).toContain('Pr0xy-Pass-66')
    await desk.profiles.sealOld()
    expect(listBackups(backups, 'desk')).toHaveLength(3)
    expect(onDisk(desk)).not.toContain(secret)
    for (const { file, schema } of listBackups(backups, 'desk')) expect(verifyCopy(file, schema)).toBeUndefined()
  })

  test('goes out of the copies when the clerk is faster than the seal', async () => {
    const desk = await siteDesk()
    old(desk, typed)
    await makeBackup(desk.desk.db, desk.desk.backups, 'desk', 'daily', moment)
    await save(desk, via('http://clerk:next@proxy.example:8080', { id: 'old' }))
    expect(onDisk(desk)).not.toContain(secret)
    expect(desk.state.copiesLeft).toBe(0)
  })

  test('that is in a damaged copy is told of, and sealed all the same', async () => {
    const desk = await siteDesk()
    old(desk, typed)
    await makeBackup(desk.desk.db, desk.desk.backups, 'desk', 'daily', moment)
    truncateSync(listBackups(desk.desk.backups, 'desk')[0]?.file ?? '', 5000)
    expect(await desk.profiles.sealOld()).toBe(0)
    expect(desk.state.copiesLeft).toBe(1)
    expect(await line(desk, 'old')).toBe(typed)
  })

  test('works on where the system cannot seal, and is not given to the page', async () => {
    const desk = await siteDesk()
    desk.box.available = false
    old(desk, typed)
    expect(await desk.profiles.sealOld()).toBe(1)
    expect(await listed(desk)).toContain(marked)
    expect(await listed(desk)).not.toContain(secret)
    expect(activeSite(activated(desk, 'old'), desk.profiles).proxy.address).toBe(marked)
    expect(await line(desk, 'old')).toBe(typed)
    expect(await save(desk, via(marked, { id: 'old', name: '改名' }))).toBe('sites.noSeal')
    expect(await line(desk, 'old')).toBe(typed)
  })

  test('is sealed by a save with the mark', async () => {
    const desk = await siteDesk()
    old(desk, typed)
    expect(await save(desk, via(marked, { id: 'old' }))).toBe('old')
    expect(desk.repo.find('old')?.site.proxy.address).toBe(marked)
    expect(await line(desk, 'old')).toBe(typed)
  })

  test('stays out of the page in an address that cannot be read, which connects with nothing', async () => {
    const desk = await siteDesk()
    old(desk, `http://clerk:12#${secret}@proxy.example:8080`)
    expect(await listed(desk)).not.toContain(secret)
    expect(await desk.profiles.sealOld()).toBe(0)
    expect(onDisk(desk)).not.toContain(secret)
    expect(await line(desk, 'old')).toBe('portal.proxySecret')
  })

  test('does not undo what the clerk saves while the system seals', async () => {
    const desk = await siteDesk()
    old(desk, typed)
    const box = {
      ...desk.box,
      seal: async (text: string) => {
        await save(desk, via('http://clerk:next@proxy.example:8080', { id: 'old' }))
        return desk.box.seal(text)
      },
    }
    await new SiteProfiles({ ...desk.profileParts, box }).sealOld()
    expect(await line(desk, 'old')).toBe('http://clerk:next@proxy.example:8080')
  })
})

function activated(desk: Desk, id: string): SettingsRepo {
  const settings = new SettingsRepo(desk.desk.db)
  settings.put('activeSite', id)
  return settings
}

/** The clock of the portal as far as the proxy lets it come. */
const siteTime = (desk: Desk) => async (wanted: Site) => {
  const target = await siteTarget(wanted, desk.profiles)()
  return target.ok ? { ok: true as const, value: { now: new Date(moment).toISOString() } } : target
}
