import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { failure } from '../../../../domain/failures/index.ts'
import { ok, refuse } from '../../../../domain/result.ts'
import type { CardStatus, Site } from '../../../../electron/ipc/contract.ts'
import { createFileLog } from '../../../../electron/log/desk-log.ts'
import { tailOfLog } from '../../../../electron/log/read-log.ts'
import { checkDesk, type DeskProbe } from '../../../../electron/services/diagnostics/check-desk.ts'
import { supportZip } from '../../../../electron/services/diagnostics/support-zip.ts'
import { tempFolder } from '../../../support/temp-folder.ts'
import { until } from '../../../support/until.ts'

/** What must never leave the desk, each a kind of its own. */
const secrets = {
  pin: '739158',
  card: '2100010009991',
  holder: '演练员甲',
  company: '演练报关服务（上海）有限公司',
  credit: '91310000MA1FL00X0X',
  password: 'Pr0xy-Pass-77',
  sealedPassword: 'djEwU2VhbGVkUHJveHk3Nw==',
  address: 'portal.secret.example',
  token: 'tok-5f1c9a77e2',
  key: 'MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQg',
  goods: '深沟球轴承',
  customer: 'ACME-BEARINGS',
  home: '/home/zhang.san',
}
const all = Object.values(secrets).join(' ')

const site: Site = {
  id: secrets.token,
  name: secrets.company,
  baseAddress: `https://${secrets.address}/`,
  extraCa: secrets.key,
  proxy: { kind: 'http', address: `http://user:${secrets.password}@${secrets.address}:3128` },
  cardBackend: 'pcsc',
}
const card: CardStatus = {
  state: 'ready',
  backend: 'pcsc',
  sentence: all,
  action: all,
  step: 'none',
  reader: secrets.customer,
  cardNo: secrets.card,
  holder: secrets.holder,
  company: secrets.company,
  copCode: secrets.credit,
  kind: 'operator',
  rights: ['declare'],
  notBefore: '',
  notAfter: '',
  algorithm: 'SM2',
  triesLeft: 5,
  notice: all,
}
const probe: DeskProbe = {
  site,
  practice: false,
  now: () => Date.UTC(2026, 10, 24),
  card: () => Promise.resolve(ok(card)),
  time: () => Promise.resolve(refuse({ ...failure('portal.dns', { host: all, address: all }), why: all, detail: all })),
  systemProxy: () => Promise.resolve(`PROXY ${secrets.password}`),
  database: () => ({ faults: 0, bytes: 5_000_000, schema: 65, newest: Date.UTC(2026, 10, 23) }),
  trail: () => Promise.resolve({ count: 3, fault: { n: 2, reason: all } }),
  disk: () => {
    throw Object.assign(new Error(all), { code: 'EROFS', path: secrets.home })
  },
  runtime: { kind: 'fallback', electron: '33.4.11', system: 'Linux 6.1' },
}

/** A log into which secrets were written by every way there is: through the logger, and past it. */
async function pollutedLog(): Promise<string> {
  const file = join(tempFolder(), 'logs', 'desk.log')
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '')
  const log = createFileLog(file, false)
  log.info('store.saved', { name: secrets.company, count: 3, [secrets.customer]: secrets.pin })
  log.error('ipc.failed', Object.assign(new Error(all), { code: secrets.token }), { channel: 'drafts.save' })
  log.warn(secrets.customer)
  await until('the logger has written', () => readFileSync(file, 'utf8').includes('[event]'))
  const at = '2026-11-24T08:00:00.000Z'
  const past = [
    all,
    `${at} info store.saved ${JSON.stringify({ name: all, count: Number(secrets.pin), [secrets.card]: 1 })}`,
    `${at} info ${secrets.customer}.${secrets.customer}`,
    `${at} error ipc.failed ${JSON.stringify({ error: { name: secrets.customer, code: secrets.token, at: [all], message: all } })}`,
    `${at} info store.saved {"name":"${secrets.company}`,
    `${secrets.home} ${at} info store.saved`,
  ]
  appendFileSync(file, `${past.join('\n')}\n`)
  return file
}

describe('the file for the support', () => {
  test('holds none of the secrets that lie around on the desk', async () => {
    const steps = await checkDesk(probe)
    const zip = supportZip({
      at: '2026-11-24T08:00:00.000Z',
      steps,
      versions: { program: '0.1.0', system: all },
      practice: false,
      cardBackend: secrets.customer,
      proxyKind: all,
      declarations: { draft: 3, [secrets.company]: 1 },
      outbox: { pending: 1 },
      stores: [{ name: 'declarations', bytes: 1, schema: 65, backups: [{ at: '2026', kind: 'daily', bytes: 1 }] }],
      trail: { count: 3, whole: false },
      freeMegabytes: 12,
      log: tailOfLog(await pollutedLog(), 100_000),
    })
    const members = unzipSync(zip)
    expect(Object.keys(members)).toEqual(['说明.txt', 'checks.json', 'versions.json', 'store.json', 'log.txt'])
    const texts = Object.values(members).map((bytes) => Buffer.from(bytes).toString('utf8'))
    for (const [kind, secret] of Object.entries(secrets)) {
      // A count is believed where the logger names it one; everything else is gone.
      const where = kind === 'pin' ? texts.slice(0, 4) : texts
      for (const text of where) expect(text, kind).not.toContain(secret)
    }
    expect(texts[1]).toContain('"diagnostics.diskReadonly"')
    expect(texts[4]).toMatch(/store\.saved .*"count":3/)
    expect(texts[4]).toMatch(/^\[\d lines of another form left out\]/)
  })

  test('keeps to the last lines of a long log and does without one', () => {
    const file = join(tempFolder(), 'desk.log')
    expect(tailOfLog(file, 1000)).toBe('')
    const line = (count: number): string => `2026-11-24T08:00:00.000Z info store.copied {"count":${count}}`
    writeFileSync(file, Array.from({ length: 1000 }, (_, n) => line(n)).join('\n'))
    const lines = tailOfLog(file, 1000).trimEnd().split('\n')
    expect(lines.at(-1)).toBe(line(999))
    expect(lines.length).toBeLessThan(20)
    expect(lines.every((one) => one.startsWith('2026-'))).toBe(true)
  })
})
