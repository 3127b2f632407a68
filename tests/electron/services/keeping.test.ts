import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ok, type Result } from '../../../domain/result.ts'
import { SitesService } from '../../../electron/services/sites.ts'
import { KeepingService } from '../../../electron/services/keeping.ts'
import type { SaveTarget } from '../../../electron/services/keeping/export-archive.ts'
import { AttachmentsRepo } from '../../../electron/store/attachments.repo.ts'
import { AuditRepo } from '../../../electron/store/audit.repo.ts'
import { migrations } from '../../../electron/store/migrations/index.ts'
import { SettingsRepo } from '../../../electron/store/settings.repo.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { filingDesk } from '../../support/filing-desk.ts'
import { siteDesk } from '../../support/site-desk.ts'
import { moment, openTestStore } from '../../support/store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** A desk with its keeping service; dialogs are answered by the test. */
async function keepingDesk(practice = true) {
  const folder = tempFolder()
  const store = await openTestStore(folder)
  const { db } = store
  const trail = new AuditRepo(
    db,
    () => moment,
    () => ({ who: '演练员甲', login: 'clerk', card: '2100010009991' }),
  )
  const desk = filingDesk({ db, portal: {} as never, deeds: trail, now: () => moment })
  const none: Uint8Array = new Uint8Array()
  const state = { zip: none, zips: [] as Uint8Array[], name: '', chosen: none, relaunched: 0, imported: 0 }
  const target: SaveTarget = async (produce) => {
    const pieces: Uint8Array[] = []
    await produce((piece) => Promise.resolve(void pieces.push(piece)))
    state.zip = Buffer.concat(pieces)
    state.zips.push(state.zip)
    return ok(true)
  }
  const keeping = new KeepingService({
    ...{ store, name: 'declarations', folder, migrations, site: { name: '演练', practice }, program: '0.1.0', trail },
    now: () => moment,
    chooseTarget: (name) => {
      state.name = name
      return Promise.resolve(target)
    },
    chooseArchive: () =>
      Promise.resolve(
        ok({
          size: state.chosen.length,
          read: (at: number, length: number) => Promise.resolve(Buffer.from(state.chosen.subarray(at, at + length))),
          close: () => Promise.resolve(),
        }),
      ),
    task: (_title, work) => work(),
    onImported: () => state.imported++,
    relaunch: () => state.relaunched++,
  })
  const inspect = async (zip: Uint8Array) => {
    state.chosen = zip
    return keeping.inspect({})
  }
  return { ...desk, db, folder, trail, state, keeping, inspect, settings: new SettingsRepo(db) }
}

type KeepingDesk = Awaited<ReturnType<typeof keepingDesk>>

/** Declarations in every stage: a draft with a file, one on its way, one answered with receipts. */
function fill(desk: KeepingDesk): string[] {
  const ids = [1, 2, 3].map(() => desk.ready(importDeclaration()))
  const [, second = '', third = ''] = ids
  const file = { edocCode: '00000001', name: '演练.pdf', content: Buffer.from('%PDF-1.4'), pdf: true, encrypted: false }
  new AttachmentsRepo(desk.db, () => moment, desk.trail).add({ declarationId: ids[0] ?? '', ...file })
  for (const id of [second, third]) desk.queue(id, Buffer.from(`<DecMessage id="${id}"/>`))
  desk.filing.submit([second])
  const number = desk.drafts.summary(third)?.clientSeqNo ?? ''
  const row = desk.outboxRepo.live(third)
  const answer =
    '<DecImportResponse xmlns="http://www.chinaport.gov.cn/dec"><ResponseCode>0</ResponseCode>' +
    `<ErrorMessage>ok</ErrorMessage><ClientSeqNo>${number}</ClientSeqNo><SeqNo>I20260000000000001</SeqNo></DecImportResponse>`
  desk.book.change(() => {
    desk.book.move(third, 'send')
    desk.intake.keep({ origin: `answer:${row?.id ?? 0}`, portalId: '1', fileName: 'a.xml', raw: Buffer.from(answer) })
  })
  desk.settings.put('company', { agentName: '演练报关行' })
  desk.settings.put('portalToken', 'SECRET-TOKEN-5511')
  return ids
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)

describe('everything of a desk', () => {
  test('comes out without the password of a proxy, in clear or sealed, though the trail knows that it was saved', async () => {
    const [from, sites] = [await keepingDesk(false), await siteDesk()]
    const proxy = { kind: 'http', address: 'http://clerk:Pr0xy-Pass-77@proxy.example:8080' } as const
    const site = {
      id: '',
      name: '站点',
      baseAddress: 'https://portal.example',
      extraCa: '',
      cardBackend: 'pcsc',
    } as const
    const saved = await new SitesService({ ...sites.serviceParts, deeds: from.trail }).save({
      site: { ...site, proxy },
    })
    const sealed = saved.ok ? sites.repo.find(saved.value.id)?.sealed : undefined
    if (sealed === undefined) throw new Error('nothing was sealed')
    expect(await from.keeping.exportAll({})).toEqual(ok({ saved: true }))
    const members = unzipSync(from.state.zip)
    expect(Object.keys(members)).toEqual(['manifest.json', 'data.db', 'audit.jsonl'])
    const text = Object.values(members)
      .map((bytes) => Buffer.from(bytes).toString('latin1'))
      .join('\n')
    expect(text).toContain('site.saved')
    for (const secret of ['Pr0xy-Pass-77', sealed, 'proxy.example']) expect(text).not.toContain(secret)
  })

  test('comes out in one file and in again at another desk, with revisions, files, receipts and time lines', async () => {
    const [from, to] = [await keepingDesk(), await keepingDesk()]
    const ids = fill(from)
    expect(await from.keeping.exportAll({})).toEqual(ok({ saved: true }))
    const own = to.ready(importDeclaration())
    const found = await to.inspect(from.state.zip)
    if (!found.ok || found.value === null) throw new Error(codeOf(found))
    expect(found.value).toMatchObject({ added: 3, known: 0, collisions: [], attachments: 1, receipts: 1 })
    expect(to.drafts.summary(ids[0] ?? '')).toBeUndefined()
    expect(codeOf(await to.keeping.importAll({ token: found.value.token }))).toBe('ok')
    for (const id of ids) {
      expect(to.drafts.load(id)).toEqual(from.drafts.load(id))
      expect(to.drafts.revisions(id)).toEqual(from.drafts.revisions(id))
      expect(to.timeline.of(id)).toEqual(from.timeline.of(id))
      expect(to.receiptsRepo.of(id).map(({ title }) => title)).toEqual(
        from.receiptsRepo.of(id).map(({ title }) => title),
      )
    }
    const files = new AttachmentsRepo(to.db, () => moment)
    expect(files.contents(ids[0] ?? '').map(({ content }) => content.toString())).toEqual(['%PDF-1.4'])
    expect(to.drafts.summary(own)?.state).toBe('ready')
    expect((await to.trail.check()).fault).toBeUndefined()
    expect(to.trail.page(Number.MAX_SAFE_INTEGER, 1)[0]).toMatchObject({ deed: 'store.imported' })
    expect(to.state.imported).toBe(1)
  })

  test('that was on its way is asked about before it is sent from here', async () => {
    const [from, to] = [await keepingDesk(), await keepingDesk()]
    const [, second = '', third = ''] = fill(from)
    await from.keeping.exportAll({})
    const found = await to.inspect(from.state.zip)
    if (found.ok && found.value !== null) await to.keeping.importAll({ token: found.value.token })
    expect(to.outboxRepo.live(second)).toMatchObject({ state: 'unknown', unknownAt: moment })
    expect(to.outboxRepo.live(third)).toMatchObject({ state: 'held' })
  })

  test('is taken over once: a second time nothing is new, and a number of another one is told', async () => {
    const [from, to] = [await keepingDesk(), await keepingDesk()]
    fill(from)
    await from.keeping.exportAll({})
    const first = await to.inspect(from.state.zip)
    if (first.ok && first.value !== null) await to.keeping.importAll({ token: first.value.token })
    expect(await to.inspect(from.state.zip)).toMatchObject({ value: { added: 0, known: 3 } })
    const other = await keepingDesk()
    const id = other.ready(importDeclaration())
    const taken = from.db.prepare('SELECT client_seq_no FROM declarations LIMIT 1').pluck().get()
    other.db.prepare('UPDATE declarations SET client_seq_no = @taken WHERE id = @id').run({ taken, id })
    expect(await other.inspect(from.state.zip)).toMatchObject({ value: { added: 2, collisions: [taken] } })
  })

  test('holds no setting that is not named as portable, not even in unused pages', async () => {
    const from = await keepingDesk()
    fill(from)
    await from.keeping.exportAll({})
    const members = unzipSync(from.state.zip)
    expect(Object.keys(members)).toEqual(['manifest.json', 'data.db', 'audit.jsonl'])
    for (const bytes of Object.values(members)) expect(Buffer.from(bytes).includes('SECRET-TOKEN-5511')).toBe(false)
    expect(Buffer.from(members['data.db'] ?? []).includes('演练报关行')).toBe(true)
  })
})

describe('exporting', () => {
  test('twice at once (a second click, a page that was loaded anew) gives two whole files', async () => {
    const [from, to] = [await keepingDesk(), await keepingDesk()]
    fill(from)
    await Promise.all([from.keeping.exportAll({}), from.keeping.exportAll({})])
    expect(from.state.zips).toHaveLength(2)
    for (const zip of from.state.zips) expect(await to.inspect(zip)).toMatchObject({ value: { added: 3 } })
  })

  test('names the file after the day of the desk, not that of Greenwich', async () => {
    const zone = process.env['TZ']
    onTestFinished(() => {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    })
    process.env['TZ'] = 'Pacific/Pago_Pago'
    const desk = await keepingDesk()
    await desk.keeping.exportAll({})
    expect(desk.state.name).toBe('报关桌面数据-2026-11-23.zip')
  })
})

/** The same archive with other data in it, all of whose hashes are right. */
function forged(zip: Uint8Array, change: string): Uint8Array {
  const members = unzipSync(zip)
  const db = new Database(Buffer.from(members['data.db'] ?? []))
  db.exec(change)
  const data = db.serialize()
  db.close()
  const sha256 = createHash('sha256').update(data).digest('hex')
  const { files } = JSON.parse(Buffer.from(members['manifest.json'] ?? []).toString()) as { files: object }
  const changed = manifest(members, { files: { ...files, 'data.db': { bytes: data.length, sha256 } } })
  return zipSync({ ...members, 'data.db': data, 'manifest.json': changed })
}

const application = (state: string, more = ''): string =>
  `INSERT INTO submissions (key, wizard_id, subject, kind, title, state, created_at, changed_at, body, held)
   VALUES ('w-1', 'w', 'card', '', '', '${state}', 0, 0, '{}', '${more}')`
const preparation = (state: string, text: string): string =>
  `INSERT INTO wizards (id, kind, variant, title, state, rev, created_at, updated_at, steps, text)
   VALUES ('w', 'account', '', '', '${state}', 1, '', '', '{}', '${text}')`

describe('a file of a stranger whose hashes are right', () => {
  test.each([
    ['a declaration in a state that there is not', "UPDATE declarations SET state = 'lost'"],
    ['a message in a state that there is not', "UPDATE outbox SET state = 'lost'"],
    ['an application in a state that there is not', application('lost')],
    ['an application whose answer cannot be read', application('accepted', '{"key":1}')],
    ['a preparation in a state that there is not', preparation('lost', '{}')],
    ['a preparation that cannot be read', preparation('editing', 'no json')],
    [
      'a template that cannot be read',
      `INSERT INTO templates VALUES ('t', 'T', 'I', '', 0, '', CAST('{"DecHead":7}' AS BLOB))`,
    ],
    ['goods that cannot be read', `INSERT INTO goods VALUES ('', 'a', '1', 'A', 1, '', '{"GName":7}')`],
    ['titles that cannot be read', `INSERT INTO import_mappings VALUES ('f', '', '[["a"]]', '')`],
    [
      'a tariff that cannot be read',
      `INSERT INTO tariff_versions (file, source, valid_from, imported_at, rows, digest, body)
       VALUES ('', '', '2026-01-01', '', 0, '', x'00')`,
    ],
    ['a review step that there is not', `INSERT INTO steps SELECT NULL, id, '', 'lost', '', 1, '' FROM declarations`],
    ['a customer of ten thousand letters', `UPDATE declarations SET customer = printf('%.*c', 10000, 'x')`],
    ['a receipt of no moment', `UPDATE receipts SET notice_at = 'soon'`],
    ['a setting that cannot be read', `INSERT INTO settings VALUES ('company', '{')`],
  ])('is refused with %s', async (_name, change) => {
    const [from, to] = [await keepingDesk(), await keepingDesk()]
    fill(from)
    from.db.exec(`DELETE FROM settings`)
    await from.keeping.exportAll({})
    expect(codeOf(await to.inspect(forged(from.state.zip, change)))).toBe('keeping.damaged')
  })

  test('changes no habit of this desk: only portable settings come in', async () => {
    const [from, to] = [await keepingDesk(), await keepingDesk()]
    fill(from)
    await from.keeping.exportAll({})
    const seen = `INSERT INTO settings VALUES ('receiptsSeen', '{"id":1000000000,"at":""}')`
    const found = await to.inspect(forged(from.state.zip, seen))
    if (found.ok && found.value !== null) await to.keeping.importAll({ token: found.value.token })
    expect(to.db.prepare('SELECT name FROM settings').pluck().all()).toEqual(['company'])
  })

  test('sends no application from here before it was asked about', async () => {
    const [from, to] = [await keepingDesk(), await keepingDesk()]
    await from.keeping.exportAll({})
    const found = await to.inspect(forged(from.state.zip, application('pending')))
    if (found.ok && found.value !== null) await to.keeping.importAll({ token: found.value.token })
    expect(to.db.prepare('SELECT key, state FROM submissions').all()).toEqual([{ key: 'w-1', state: 'unknown' }])
  })
})

describe('a file of a stranger', () => {
  const rows: readonly (readonly [
    string,
    (members: Record<string, Uint8Array>, zip: Uint8Array) => Uint8Array,
    string,
  ])[] = [
    ['no zip', () => Buffer.from('hello'), 'keeping.notArchive'],
    ['an empty file', () => Buffer.alloc(0), 'keeping.notArchive'],
    ['a zip that is cut off', (_members, zip) => zip.subarray(0, zip.length - 300), 'keeping.notArchive'],
    [
      'a member too many',
      (members) => zipSync({ ...members, '../../evil.sh': Buffer.from('x') }),
      'keeping.notArchive',
    ],
    [
      'a name that climbs',
      ({ 'data.db': data, ...rest }) => zipSync({ ...rest, '../data.db': data ?? Buffer.alloc(0) }),
      'keeping.notArchive',
    ],
    [
      'no manifest of ours',
      (members) => zipSync({ ...members, 'manifest.json': Buffer.from('{}') }),
      'keeping.notArchive',
    ],
    [
      'a changed byte of the data',
      (members) => zipSync({ ...members, 'data.db': flipped(members['data.db']) }),
      'keeping.damaged',
    ],
    [
      'a changed byte of the trail',
      (members) => zipSync({ ...members, 'audit.jsonl': flipped(members['audit.jsonl']) }),
      'keeping.damaged',
    ],
    [
      'a bomb in the place of the data',
      (members) => zipSync({ ...members, 'data.db': new Uint8Array(300 * 1024 * 1024) }),
      'keeping.damaged',
    ],
    [
      'a newer form',
      (members) => zipSync({ ...members, 'manifest.json': manifest(members, { version: 2 }) }),
      'keeping.newer',
    ],
    [
      'data of real work',
      (members) => zipSync({ ...members, 'manifest.json': manifest(members, { practice: false }) }),
      'keeping.otherKind',
    ],
  ]
  test.each(rows)('with %s is refused and nothing is changed', async (_name, make, code) => {
    const [from, to] = [await keepingDesk(), await keepingDesk()]
    fill(from)
    await from.keeping.exportAll({})
    const before = to.db.serialize()
    expect(codeOf(await to.inspect(make(unzipSync(from.state.zip), from.state.zip)))).toBe(code)
    expect(to.db.serialize().equals(before)).toBe(true)
    expect(readdirSync(to.folder)).not.toContain('import')
  })
})

const flipped = (bytes: Uint8Array = new Uint8Array(1)): Uint8Array => {
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(changed.length >> 1) ^ 1, changed.length >> 1)
  return changed
}
const manifest = (members: Record<string, Uint8Array>, change: object): Uint8Array =>
  Buffer.from(
    JSON.stringify({ ...(JSON.parse(Buffer.from(members['manifest.json'] ?? []).toString()) as object), ...change }),
  )
