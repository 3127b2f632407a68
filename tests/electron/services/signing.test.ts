import iconv from 'iconv-lite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fromBase64, toHex, utf8 } from '../../../domain/crypto/bytes.ts'
import { readCertificate } from '../../../domain/crypto/certificate.ts'
import { sm3 } from '../../../domain/crypto/sm3.ts'
import { verifySignature } from '../../../domain/crypto/verify-signature.ts'
import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import { failure } from '../../../domain/failures/index.ts'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { readDecMessage } from '../../../domain/message/read.ts'
import { signText } from '../../../domain/message/sign-text.ts'
import { validateDecMessage } from '../../../domain/message/validate.ts'
import type { Result } from '../../../domain/result.ts'
import type { CodeBook, Finding } from '../../../domain/rules/rule.ts'
import { SigningService, type SigningParts } from '../../../electron/services/signing.ts'
import { DraftsRepo } from '../../../electron/store/drafts.repo.ts'
import { migrations } from '../../../electron/store/migrations/index.ts'
import { openStore } from '../../../electron/store/open-store.ts'
import { OutboxRepo } from '../../../electron/store/outbox.repo.ts'
import type { CardName } from '../../../sandbox/authority/card-plans.ts'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import { practiceOperator, practicePin } from '../../../sandbox/authority/practice-company.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { until } from '../../support/until.ts'
import { virtualDesk } from '../../support/virtual-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'signing-'))
let codes: CodeBook
beforeAll(async () => {
  codes = await loadCodeBook(['ie_flag', 'customs_district', 'trade_mode', 'cut_mode', 'traf_mode'])
})
afterAll(() => rmSync(folder, { recursive: true }))

const closing: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const pin = (text: string = practicePin): Uint8Array => utf8(text)

/** A desk with real drafts, outbox, card process and practice card. */
async function setUp(given: { card?: CardName; faults?: string; parts?: Partial<SigningParts> } = {}) {
  const home = mkdtempSync(join(folder, 'desk-'))
  const store = await openStore({ folder: home, name: 'desk', migrations, now: Date.now })
  if (!store.ok) throw new Error(store.error.code)
  const { db } = store.value
  const drafts = new DraftsRepo(db, Date.now, () => '2026-11-10')
  const outbox = new OutboxRepo(db, Date.now)
  const desk = virtualDesk(folder)
  closing.push(
    () => void db.close(),
    () => desk.client.shutdown(),
  )
  await desk.client.boot()
  const card = desk.insert('A', given.card ?? 'operator', given.faults)
  await until('the card is read', () => desk.client.certificate())
  await until(
    'the line is settled',
    () => !['starting', 'reading', 'noCard', 'stopped'].includes(desk.client.status().state),
  )
  const transaction = <T>(work: () => Result<T>): Result<T> => {
    let result: Result<T> | undefined
    try {
      db.transaction(() => {
        result = work()
        if (!result.ok) throw new Error('rolled back')
      }).immediate()
    } catch (error) {
      if (!result || result.ok) throw error
    }
    return result ?? failureResult
  }
  const parts: SigningParts = {
    drafts,
    outbox,
    files: () => [],
    transaction,
    check: () => [],
    schemaFaults: (xml) => {
      const faults = validateDecMessage(utf8(xml))
      return faults.ok ? faults.value.map(({ text }) => text) : [faults.error.what]
    },
    codes,
    card: desk.client,
    form: () => ({ separator: '||', encoding: 'utf-8' }),
    practice: true,
    now: Date.now,
    ...given.parts,
  }
  const service = new SigningService(parts)
  const add = (count: number, touch: (message: DecMessage) => void = () => undefined): string[] => {
    const made = Array.from({ length: count }, () => {
      const message = importDeclaration()
      touch(message)
      return { ieFlag: 'I' as const, message, customer: '演练客户' }
    })
    return drafts.create(made).map(({ summary }) => {
      drafts.move(summary.id, 'markReady')
      return summary.id
    })
  }
  const shown = async (ids: string[]) => {
    const prepared = await service.prepare(ids)
    if (!prepared.ok) throw new Error(prepared.error.code)
    return prepared.value.items.map(({ id, digest }) => ({ id, digest }))
  }
  return { service, parts, drafts, outbox, desk, card, add, shown, db }
}
const failureResult: Result<never> = { ok: false, error: failure('app.internal') }

/** Takes a declaration back, changes it, and marks it ready again. */
function change(drafts: DraftsRepo, id: string): void {
  drafts.move(id, 'reopen')
  const stored = drafts.load(id)
  if (!stored.ok) throw new Error(stored.error.code)
  const { message, accepted, summary } = stored.value
  const edited = { ...message, DecHead: { ...message.DecHead, OverseasConsignorEname: 'OTHER YANLIAN LTD' } }
  expect(drafts.save({ id, rev: summary.rev, message: edited, accepted, errors: 0, warnings: 0 }).ok).toBe(true)
  drafts.move(id, 'markReady')
}

function messageOf(bytes: Uint8Array): DecMessage {
  const read = readDecMessage(bytes)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

/** Certificate of a practice card by its serial, as the portal finds it. */
function certificateOf(serial: string) {
  const card = openAuthority(folder).registry.cards.find((entry) => entry.serial === serial)
  return card && readCertificate(card.certificate)
}

describe('preparing', () => {
  it('shows exactly the text that is signed, with its SM3 digest and the facts of the declaration', async () => {
    const { service, add, drafts } = await setUp()
    const [id = ''] = add(1)
    const prepared = await service.prepare([id])
    const item = prepared.ok ? prepared.value.items[0] : undefined
    const stored = drafts.load(id)
    expect(stored.ok && item?.signedText).toBe(stored.ok && signText(stored.value.message))
    expect(item?.digest).toBe(toHex(sm3(utf8(item?.signedText ?? ''))))
    expect(item?.refusals).toEqual([])
    expect(item?.facts.map(({ label }) => label)).toContain('监管方式')
  })

  it.each([
    ['legal', '法人卡不能签报关单'],
    ['entry', '只有录入权限'],
    ['second', '不是这票报关单的录入员卡号'],
    ['expired', '有效期到'],
    ['stranger', '受信任的发证机构'],
  ] as const)('says why the %s card does not sign it', async (card, reason) => {
    const { service, add } = await setUp({ card })
    const prepared = await service.prepare(add(1))
    const { against = [], items = [] } = prepared.ok ? prepared.value : {}
    expect([...against, ...(items[0]?.refusals ?? [])].join('\n')).toContain(reason)
  })

  it('says what stands against a declaration of another company, in another state, or with red findings', async () => {
    const red: Finding = { rule: 'H01', severity: 'error', path: 'DecHead.BillNo', text: '' }
    const { service, add, drafts } = await setUp({ parts: { check: () => [red] } })
    const [one = ''] = add(1, (message) => {
      if (message.DecHead) message.DecHead.CopCode = '123456789'
    })
    drafts.move(one, 'reopen')
    const prepared = await service.prepare([one])
    const reasons = prepared.ok ? (prepared.value.items[0]?.refusals.join('\n') ?? '') : ''
    for (const part of ['单位代码', '草稿', '1 处红色问题']) expect(reasons).toContain(part)
  })

  it.each([
    ['nobody has told the time yet', undefined, 0],
    ['two minutes ahead', 120_000, 0],
    ['three minutes ahead', 180_000, 1],
    ['a day behind', -86_400_000, 1],
  ])('tells of a clock that is wrong, and stops nothing: %s', async (_name, skew, count) => {
    const { service, add } = await setUp({ parts: { skew: () => skew } })
    const prepared = await service.prepare(add(1))
    const { cautions = [], against = [], items = [] } = prepared.ok ? prepared.value : {}
    expect(cautions).toHaveLength(count)
    expect(cautions.join('')).toMatch(count > 0 ? /时钟不准.*相差 (?:180|86400) 秒.*校准后再签名/ : /^$/)
    expect([...against, ...(items[0]?.refusals ?? [])]).toEqual([])
  })

  it('keeps practice and real work apart, both ways', async () => {
    const { service, add } = await setUp({ parts: { practice: false } })
    const prepared = await service.prepare(add(1))
    expect(prepared.ok && prepared.value.against[0]).toContain('演练卡不能用于正式站点')
  })
})

describe('signing', () => {
  it('queues the message with a signature that fits it, and moves the declaration on', async () => {
    const { service, add, shown, drafts, outbox, card } = await setUp()
    const ids = add(3)
    const secret = pin()
    const signed = await service.sign(await shown(ids), secret)
    expect(signed.ok && signed.value.items.map(({ outcome }) => outcome)).toEqual(['signed', 'signed', 'signed'])
    expect([...secret].every((byte) => byte === 0)).toBe(true)
    expect(card.pinCommands).toBe(1)
    for (const id of ids) {
      expect(drafts.summary(id)?.state).toBe('queued')
      const row = outbox.live(id)
      const body = row && outbox.body(row.id)
      const message = messageOf(body?.bytes ?? new Uint8Array())
      const { DecSign: sign = {} } = message
      expect(sign).toMatchObject({
        OperType: 'C',
        DomainId: '2',
        ICCode: practiceOperator.cardNo,
        CopCode: 'MA9YLBG19',
        OperName: practiceOperator.name,
        ClientSeqNo: drafts.summary(id)?.clientSeqNo,
        BillSeqNo: drafts.summary(id)?.clientSeqNo,
        SignDate: expect.stringMatching(/^\d{16}$/) as string,
      })
      const certificate = certificateOf(sign.Certificate ?? '')
      const raw = fromBase64(sign.Sign ?? '') ?? new Uint8Array()
      expect(certificate && verifySignature(utf8(signText(message)), raw, certificate)).toBe(true)
    }
  })

  it('refuses what was changed after the clerk looked, and signs the rest', async () => {
    const { service, add, shown, drafts } = await setUp()
    const [first = '', second = ''] = add(2)
    const seen = await shown([first, second])
    change(drafts, first)
    const signed = await service.sign(seen, pin())
    expect(signed.ok && signed.value.items).toMatchObject([
      { id: first, outcome: 'refused', text: expect.stringContaining('又有改动') as string },
      { id: second, outcome: 'signed' },
    ])
    expect(drafts.summary(first)?.state).toBe('ready')
  })

  it('does not queue what was changed while the card was at work', async () => {
    let touch = (): void => undefined
    const { service, add, shown, drafts, outbox } = await setUp({ parts: { onSigned: () => touch() } })
    const [first = '', second = ''] = add(2)
    touch = () => change(drafts, second)
    const signed = await service.sign(await shown([first, second]), pin())
    expect(signed.ok && signed.value.items).toMatchObject([
      { id: first, outcome: 'signed' },
      { id: second, outcome: 'refused', text: expect.stringContaining('又有改动') as string },
    ])
    expect(drafts.summary(second)?.state).toBe('ready')
    expect(outbox.latest(second)).toBeUndefined()
  })

  it('presents no PIN when nothing may be signed', async () => {
    const { service, add, shown, card } = await setUp({ card: 'legal' })
    const signed = await service.sign(await shown(add(2)), pin())
    expect(signed.ok && signed.value.items.map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
    expect(card.pinCommands).toBe(0)
  })

  it('leaves everything as it was after a wrong PIN, and says how many tries are left', async () => {
    const { service, add, shown, drafts, outbox, card } = await setUp()
    const ids = add(50)
    const signed = await service.sign(await shown(ids), pin('00000000'))
    expect(signed.ok && new Set(signed.value.items.map(({ text }) => text)).size).toBe(1)
    expect(signed.ok && signed.value.items[0]?.text).toContain('还可以试 5 次')
    expect(card.pinCommands).toBe(1)
    for (const id of ids) expect([drafts.summary(id)?.state, outbox.live(id)]).toEqual(['ready', undefined])
  })

  it('keeps what was signed before the card was pulled, and goes on from there with a new PIN', async () => {
    const { service, add, shown, drafts, desk } = await setUp({ faults: 'pull@17' })
    const ids = add(6)
    const broken = await service.sign(await shown(ids), pin())
    const before = broken.ok ? broken.value.items.filter(({ outcome }) => outcome === 'signed').length : 0
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(6)
    desk.insert('A', 'operator')
    await desk.reach('ready')
    const rest = ids.filter((id) => drafts.summary(id)?.state === 'ready')
    expect(rest).toHaveLength(6 - before)
    const again = await service.sign(await shown(rest), pin())
    expect(again.ok && again.value.items.every(({ outcome }) => outcome === 'signed')).toBe(true)
  })

  it('puts nothing into the outbox when the declaration cannot move, and moves nothing when the outbox fails', async () => {
    const { service, add, shown, drafts, outbox } = await setUp({
      parts: {
        outbox: {
          put: () => {
            throw new Error('disk is full')
          },
        },
      },
    })
    const ids = add(1)
    await expect(service.sign(await shown(ids), pin())).rejects.toThrow('disk is full')
    expect(drafts.summary(ids[0] ?? '')?.state).toBe('ready')
    expect(outbox.live(ids[0] ?? '')).toBeUndefined()
  })

  it('takes over no signature that does not fit its text', async () => {
    const { desk, parts, add } = await setUp()
    const other = new SigningService({
      ...parts,
      card: {
        status: () => desk.client.status(),
        certificate: () => desk.client.certificate(),
        roots: () => desk.client.roots(),
        sign: (order, hooks) =>
          desk.client.sign({ ...order, items: order.items.map(({ id }) => ({ id, text: '!' })) }, hooks),
      },
    })
    const prepared = await other.prepare(add(1))
    const signed = await other.sign(prepared.ok ? prepared.value.items : [], pin())
    expect(signed.ok && signed.value.items[0]).toMatchObject({
      outcome: 'refused',
      text: expect.stringContaining('签名没有采用') as string,
    })
  })
})

describe('a batch whose card is pulled', () => {
  it('loses and doubles nothing, whichever command it was: what is signed is queued, the rest is signed next', async () => {
    const probe = await setUp()
    const read = probe.card.commands
    await probe.service.sign(await probe.shown(probe.add(3)), pin())
    await until('it is read anew', () => probe.desk.client.status().state === 'ready')
    const last = probe.card.commands - read
    expect(last).toBeGreaterThan(read + 5)
    for (let at = read + 1; at <= last; at++) {
      const { service, desk, card, add, shown, drafts, outbox } = await setUp({ faults: `pull@${at}` })
      const ids = add(3)
      const first = await service.sign(await shown(ids), pin())
      const outcomes = first.ok ? first.value.items : []
      expect(outcomes).toHaveLength(3)
      for (const { id, outcome } of outcomes) {
        expect(drafts.summary(id)?.state).toBe(outcome === 'signed' ? 'queued' : 'ready')
        expect(outbox.live(id) !== undefined).toBe(outcome === 'signed')
      }
      expect(card.pinCommands).toBeLessThanOrEqual(1)
      const again = desk.insert('A', 'operator')
      await until('the card is back', () => desk.client.status().state === 'ready')
      const rest = outcomes.filter(({ outcome }) => outcome !== 'signed').map(({ id }) => id)
      const second = rest.length > 0 ? await service.sign(await shown(rest), pin()) : undefined
      if (second)
        expect(second.ok && second.value.items.map(({ outcome }) => outcome)).toEqual(rest.map(() => 'signed'))
      expect(ids.map((id) => drafts.summary(id)?.state)).toEqual(['queued', 'queued', 'queued'])
      expect(again.pinCommands).toBe(rest.length > 0 ? 1 : 0)
    }
  }, 120_000)
})

describe('an old RSA card', () => {
  it('signs as well, and its signature has room in the message', async () => {
    const { service, add, shown, outbox } = await setUp({ card: 'rsa-old' })
    const [id = ''] = add(1, (message) => {
      if (message.DecHead) message.DecHead.TypistNo = '2100010009990'
    })
    const signed = await service.sign(await shown([id]), pin())
    expect(signed.ok && signed.value.items[0]?.outcome).toBe('signed')
    const row = outbox.live(id)
    expect(messageOf((row && outbox.body(row.id)?.bytes) ?? new Uint8Array()).DecSign?.Sign).toHaveLength(172)
  })
})

describe('the signed text', () => {
  it('is encoded as the site says, and its digest and signature are of these bytes', async () => {
    const { service, add, drafts, outbox } = await setUp({
      parts: { form: () => ({ separator: '', encoding: 'gb18030' }) },
    })
    const [id = ''] = add(1)
    const stored = drafts.load(id)
    const prepared = await service.prepare([id])
    const item = prepared.ok ? prepared.value.items[0] : undefined
    const text = stored.ok ? signText(stored.value.message, { separator: '' }) : ''
    const bytes = new Uint8Array(iconv.encode(text, 'gb18030'))
    expect(new TextDecoder('gb18030').decode(bytes)).toBe(text)
    expect(item).toMatchObject({ signedText: text, digest: toHex(sm3(bytes)) })
    const signed = await service.sign(item ? [item] : [], pin())
    expect(signed.ok && signed.value.items[0]?.outcome).toBe('signed')
    const row = outbox.live(id)
    const { DecSign: sign = {} } = messageOf((row && outbox.body(row.id))?.bytes ?? new Uint8Array())
    const certificate = certificateOf(sign.Certificate ?? '')
    const signature = fromBase64(sign.Sign ?? '') ?? new Uint8Array()
    expect(certificate && verifySignature(bytes, signature, certificate)).toBe(true)
    expect(certificate && verifySignature(utf8(text), signature, certificate)).toBe(false)
  })
})

describe('the card that the clerk saw', () => {
  it('is the only one that gets the PIN', async () => {
    const { service, add, shown, card } = await setUp()
    const secret = pin()
    const refused = await service.sign(await shown(add(1)), secret, '2100010009992')
    expect(refused.ok || refused.error.code).toBe('card.changed')
    expect(card.pinCommands).toBe(0)
    expect([...secret].every((byte) => byte === 0)).toBe(true)
  })
})
