import { describe, expect, test } from 'vitest'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse } from '../../../domain/result.ts'
import type { Site } from '../../../electron/ipc/contract.ts'
import { activeSite, siteSchema } from '../../../electron/services/sites.ts'
import { SettingsRepo } from '../../../electron/store/settings.repo.ts'
import { SitesRepo } from '../../../electron/store/sites.repo.ts'
import { moment } from '../../support/store.ts'
import { siteDesk } from '../../support/site-desk.ts'

const site: Site = {
  id: '',
  name: '演练用的真实站点',
  baseAddress: 'https://portal.example/api',
  extraCa: '',
  proxy: { kind: 'none', address: '' },
  cardBackend: 'pcsc',
}

type Desk = Awaited<ReturnType<typeof siteDesk>>
const add = async ({ sites }: Desk, change: Partial<Site> = {}): Promise<string> => {
  const saved = await sites.save({ site: { ...site, ...change } })
  return saved.ok ? saved.value.id : saved.error.code
}
const steps = async ({ sites }: Desk, id: string): Promise<string[]> => {
  const tested = await sites.test({ id })
  return tested.ok ? tested.value.steps.map((step) => `${step.ok ? '+' : '-'}${step.name}`) : [tested.error.code]
}

describe('sites', () => {
  test('begin with practice alone, which cannot be changed', async () => {
    const desk = await siteDesk()
    expect(await desk.sites.list({})).toMatchObject({
      value: { active: 'practice', sites: [{ id: 'practice' }, { id: 'practice-folders' }] },
    })
    expect(await add(desk, { id: 'practice' })).toBe('sites.builtIn')
  })

  test('get an id when they are new, and are changed under it later', async () => {
    const desk = await siteDesk()
    const id = await add(desk)
    expect(await add(desk, { id, name: '改名' })).toBe(id)
    expect(await add(desk, { id: 'nowhere' })).toBe('sites.gone')
    expect(await desk.sites.list({})).toMatchObject({
      value: { sites: [{ id: 'practice' }, { id: 'practice-folders' }, { id, name: '改名' }] },
    })
  })

  test.each<[string, Partial<Site>, string]>([
    ['no name', { name: ' ' }, 'sites.badName'],
    ['plain http', { baseAddress: 'http://portal.example' }, 'sites.badAddress'],
    ['a password in the address', { baseAddress: 'https://a:b@portal.example' }, 'sites.badAddress'],
    ['another scheme', { baseAddress: 'javascript:alert(1)' }, 'sites.badAddress'],
    ['nothing', { baseAddress: '' }, 'sites.badAddress'],
    ['a proxy without scheme', { proxy: { kind: 'http', address: '192.0.2.1:8080' } }, 'sites.badProxy'],
    ['a broken authority', { extraCa: '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----' }, 'sites.badCa'],
  ])('with %s are refused', async (_name, change, code) => expect(await add(await siteDesk(), change)).toBe(code))

  test('the password of a proxy does not come back in the refusal', async () => {
    const desk = await siteDesk()
    const answer = await desk.sites.save({
      site: { ...site, proxy: { kind: 'http', address: 'http://clerk:SECRET@proxy.example:8080/path' } },
    })
    expect(JSON.stringify(answer)).not.toContain('SECRET')
  })

  test('are changed to by a restart', async () => {
    const desk = await siteDesk()
    const id = await add(desk)
    expect(await desk.sites.use({ id: 'nowhere' })).toMatchObject({ error: { code: 'sites.gone' } })
    expect(desk.state.relaunched).toBe(0)
    expect(await desk.sites.use({ id })).toMatchObject({ ok: true })
    expect(desk.state.relaunched).toBe(1)
    const next = activeSite(new SettingsRepo(desk.desk.db), new SitesRepo<Site>(desk.desk.db, siteSchema))
    expect(next).toMatchObject({ id, cardBackend: 'pcsc' })
  })

  test('fall back to practice when the profile is gone', async () => {
    const { desk } = await siteDesk()
    const settings = new SettingsRepo(desk.db)
    settings.put('activeSite', 'gone')
    expect(activeSite(settings, new SitesRepo<Site>(desk.db, siteSchema)).id).toBe('practice')
  })
})

describe('the test of a site', () => {
  test('goes through address, name, line, answer and clock', async () => {
    const desk = await siteDesk()
    expect(await steps(desk, await add(desk))).toEqual(['+地址', '+域名', '+连接与证书', '+系统应答', '+时钟'])
  })

  test('stops at a name that does not resolve', async () => {
    const desk = await siteDesk()
    desk.state.hosts.clear()
    expect(await steps(desk, await add(desk))).toEqual(['+地址', '-域名'])
  })

  test('leaves the name to the proxy where there is one', async () => {
    const desk = await siteDesk()
    desk.state.hosts.clear()
    const id = await add(desk, { proxy: { kind: 'http', address: 'http://proxy.example:8080' } })
    expect(await steps(desk, id)).toEqual(['+地址', '+域名', '+连接与证书', '+系统应答', '+时钟'])
  })

  test.each([
    ['portal.certificateUntrusted', ['+地址', '+域名', '-连接与证书']],
    ['portal.refused', ['+地址', '+域名', '-连接与证书']],
    ['portal.down', ['+地址', '+域名', '+连接与证书', '-系统应答']],
    ['portal.badAnswer', ['+地址', '+域名', '+连接与证书', '-系统应答']],
  ] as const)('tells %s at its own step', async (code, wanted) => {
    const desk = await siteDesk()
    desk.state.time = refuse(failure(code))
    expect(await steps(desk, await add(desk))).toEqual(wanted)
  })

  test('warns of a clock that is off by minutes', async () => {
    const desk = await siteDesk()
    desk.state.time = ok({ now: new Date(moment - 600_000).toISOString() })
    const id = await add(desk)
    expect((await steps(desk, id)).at(-1)).toBe('-时钟')
    const tested = await desk.sites.test({ id })
    expect(tested.ok && tested.value.steps.at(-1)?.text).toContain('本机时钟快了 600 秒')
  })

  test('of practice asks the embedded portal', async () => {
    const desk = await siteDesk()
    expect(await steps(desk, 'practice')).toEqual(['+演练站点'])
    desk.state.time = refuse(failure('portal.practiceDown'))
    expect(await steps(desk, 'practice')).toEqual(['-演练站点'])
    expect(await steps(desk, 'nowhere')).toEqual(['sites.gone'])
  })
})
