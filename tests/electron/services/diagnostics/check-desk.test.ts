import { describe, expect, test } from 'vitest'
import { failure } from '../../../../domain/failures/index.ts'
import { ok, refuse } from '../../../../domain/result.ts'
import type { CardStatus } from '../../../../electron/ipc/contract.ts'
import { checkDesk, type DeskProbe } from '../../../../electron/services/diagnostics/check-desk.ts'
import { makeTlsMaterial } from '../../../support/tls-material.ts'
import { practiceSite } from '../../../../electron/services/sites.ts'

const now = Date.UTC(2026, 10, 24, 8)
const day = 86_400_000
const card: CardStatus = {
  ...{
    state: 'ready',
    backend: 'pcsc',
    sentence: '卡已就绪',
    action: '',
    step: 'none',
    reader: '演练读卡器 0',
    cardNo: '',
  },
  ...{ holder: '演练员甲', company: '', copCode: '', kind: 'operator', rights: [], notBefore: '', notAfter: '' },
  ...{ algorithm: 'SM2', triesLeft: 5 },
}
const well: DeskProbe = {
  site: { ...practiceSite, id: 'a', baseAddress: 'https://portal.example/', cardBackend: 'pcsc' },
  practice: false,
  now: () => now,
  card: () => Promise.resolve(ok(card)),
  time: () => Promise.resolve(ok({ now: new Date(now).toISOString() })),
  systemProxy: () => Promise.resolve('DIRECT'),
  database: () => ({ faults: 0, bytes: 5_000_000, schema: 65, newest: now - 3_600_000 }),
  trail: () => Promise.resolve({ count: 12, fault: undefined }),
  disk: () => 50 * 1024 ** 3,
  runtime: { kind: 'official', electron: '45.4.1', system: 'Linux 6.1' },
}
const withCard = (change: Partial<CardStatus>): Partial<DeskProbe> => ({
  card: () => Promise.resolve(ok({ ...card, ...change })),
})

describe('the self-check', () => {
  test('numbers its steps from the reader to the runtime and finds nothing on a good desk', async () => {
    const steps = await checkDesk(well)
    const names = [
      '读卡器',
      '操作员卡',
      '电子口岸控件',
      '时钟',
      '代理',
      '口岸系统',
      '站点证书',
      '数据库',
      '操作记录',
      '磁盘',
      '运行环境',
    ]
    expect(steps.map(({ name }) => name)).toEqual(names)
    expect(steps.map(({ number }) => number)).toEqual(names.map((_, index) => index + 1))
    expect(steps.filter(({ state }) => state !== 'good').map(({ name }) => name)).toEqual(['电子口岸控件', '站点证书'])
    expect(steps.every(({ what }) => what !== '')).toBe(true)
  })

  const rows: readonly (readonly [
    trouble: string,
    change: Partial<DeskProbe>,
    name: string,
    state: string,
    code: string,
  ])[] = [
    [
      'no reader',
      withCard({ state: 'noReader', sentence: '没有读卡器', action: '重新检查' }),
      '读卡器',
      'bad',
      'diagnostics.card',
    ],
    ['no service', withCard({ state: 'noService', sentence: '服务没有运行' }), '读卡器', 'bad', 'diagnostics.card'],
    ['no card', withCard({ state: 'noCard', sentence: '没有插卡' }), '操作员卡', 'bad', 'diagnostics.card'],
    ['a blocked card', withCard({ state: 'blocked', sentence: '卡已锁' }), '操作员卡', 'bad', 'diagnostics.card'],
    ['lost tries', withCard({ notice: '密码输错过' }), '操作员卡', 'warn', 'diagnostics.card'],
    [
      'no control',
      withCard({ backend: 'eport', state: 'noService', sentence: '控件没有运行' }),
      '电子口岸控件',
      'bad',
      'diagnostics.card',
    ],
    ['a wrong clock', { now: () => now + day }, '时钟', 'bad', 'diagnostics.clock'],
    [
      'no clock to compare with',
      { time: () => Promise.resolve(refuse(failure('portal.offline'))) },
      '时钟',
      'warn',
      'diagnostics.clockUnknown',
    ],
    [
      'a portal that is away',
      { time: () => Promise.resolve(refuse(failure('portal.offline'))) },
      '口岸系统',
      'bad',
      'portal.offline',
    ],
    [
      'a practice portal that is still starting',
      { time: () => Promise.resolve(refuse(failure('portal.practiceStarting'))) },
      '口岸系统',
      'warn',
      'portal.practiceStarting',
    ],
    [
      'a proxy that cannot be asked for',
      {
        site: { ...well.site, proxy: { kind: 'system', address: '' } },
        systemProxy: () => Promise.reject(new Error('x')),
      },
      '代理',
      'bad',
      'diagnostics.unchecked',
    ],
    [
      'a broken structure',
      { database: () => ({ faults: 3, bytes: 1, schema: 65, newest: now }) },
      '数据库',
      'bad',
      'diagnostics.database',
    ],
    [
      'no copy for days',
      { database: () => ({ faults: 0, bytes: 1, schema: 65, newest: now - 5 * day }) },
      '数据库',
      'warn',
      'diagnostics.noBackup',
    ],
    [
      'a trail with a gap',
      { trail: () => Promise.resolve({ count: 2, fault: { n: 3, reason: '断了' } }) },
      '操作记录',
      'bad',
      'diagnostics.trail',
    ],
    ['little space', { disk: () => 100 * 1024 ** 2 }, '磁盘', 'warn', 'diagnostics.diskLow'],
    [
      'a folder that is read-only',
      {
        disk: () => {
          throw Object.assign(new Error(''), { code: 'EROFS' })
        },
      },
      '磁盘',
      'bad',
      'diagnostics.diskReadonly',
    ],
    [
      'the other runtime',
      { runtime: { ...well.runtime, kind: 'fallback' } },
      '运行环境',
      'warn',
      'diagnostics.runtime',
    ],
  ]
  test.each(rows)('finds %s and says what, why and what to do', async (_trouble, change, name, state, code) => {
    const steps = await checkDesk({ ...well, ...change })
    const step = steps.find((one) => one.name === name)
    expect(step).toMatchObject({ state, code })
    for (const text of [step?.what, step?.why, step?.todo]) expect(text).toMatch(/^[^{}]{3,}$/)
  })

  test('tells the end of the certificates of the site thirty days before', async () => {
    const { authority } = makeTlsMaterial()
    const step = async (change: Partial<DeskProbe['site']>, at: number) => {
      const steps = await checkDesk({ ...well, now: () => at, site: { ...well.site, ...change } })
      return steps.find(({ name }) => name === '站点证书')
    }
    const today = Date.now()
    expect(await step({ extraCa: authority }, today - 40 * day)).toMatchObject({ state: 'good', code: '' })
    for (const change of [{ extraCa: authority }, { cardCa: authority }])
      expect(await step(change, today)).toMatchObject({ state: 'warn', code: 'diagnostics.authority' })
    const torn = authority.replace(/\n.{20}/, '\n')
    expect(await step({ cardCa: torn }, today)).toMatchObject({ state: 'warn', code: 'diagnostics.authorityUnread' })
  })

  test('checks the others although one of them breaks', async () => {
    const steps = await checkDesk({
      ...well,
      database: () => {
        throw Object.assign(new Error(''), { code: 'SQLITE_IOERR' })
      },
    })
    expect(steps.filter(({ state }) => state === 'bad').map(({ name }) => name)).toEqual(['数据库'])
  })
})
