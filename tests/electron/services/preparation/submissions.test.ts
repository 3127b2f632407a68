import { createHash } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { failure } from '../../../../domain/failures/index.ts'
import { partOf } from '../../../../domain/fields/step-text.ts'
import { memberCalls } from '../../../../domain/portal/members.ts'
import { practiceCompany } from '../../../../domain/practice/practice-company.ts'
import { nobody, type CardStatus } from '../../../../electron/card/card-status.ts'
import type { Question } from '../../../../electron/portal/connection.ts'
import { accountText, qualificationText } from '../../../fixtures/preparations.ts'
import { memoryStore } from '../../../support/filing-desk.ts'
import { makePdf } from '../../../support/make-pdf.ts'
import { openPortal } from '../../../support/portal-desk.ts'
import { membersOf } from '../../../support/practice-members.ts'
import { preparationDesk, valueOf } from '../../../support/preparation-desk.ts'
import { tempFolder } from '../../../support/temp-folder.ts'

// Each test makes practice cards and keys, and waits for real HTTP.
vi.setConfig({ testTimeout: 120_000 })

/** A real practice portal that begins empty, and a desk on a store whose administrator is registered and logged in. */
async function openDesk() {
  const folder = tempFolder()
  const portal = await openPortal({ folder })
  const members = membersOf(() => {
    const running = portal.running()
    if (!running) throw new Error('the portal is off')
    return running
  }, folder)
  await members.practise('members', 'PUT', { from: 'nothing' })
  await members.practise('settings', 'PATCH', { speed: 0 })
  const session = await members.register(accountText())
  const db = memoryStore()
  const open = () => {
    const desk = preparationDesk(db, portal.client)
    desk.submissions.boot()
    desk.desk.begin(session)
    return desk
  }
  const desk = open()
  const draft = (text = qualificationText()) =>
    desk.wizards.create({ kind: 'qualification', variant: 'new', title: practiceCompany.name, text })
  const held = async () => (await members.done('applications', {}, session.token)).items
  return { portal, members, session, db, desk, open, draft, held }
}

test('an application goes out at once, is filed, kept and used for declarations', async () => {
  const { desk, draft } = await openDesk()
  const draftId = draft()
  const handedIn = valueOf(await desk.submissions.submit('qualification', draftId, 1))
  expect(handedIn).toMatchObject({ problems: [], application: { draftId, state: 'filed' } })
  const board = valueOf(await desk.readiness.get({ refresh: true }))
  expect(board).toMatchObject({
    trouble: null,
    role: 'administrator',
    company: {
      account: 'registered',
      qualification: 'filed',
      rights: ['customs', 'inspection'],
      next: { action: 'applyCard' },
    },
    people: [{ userName: 'yanlian_admin', account: 'active', card: { state: 'none' }, next: { action: 'applyCard' } }],
  })
  // An application for a card that was begun is gone on with: by the company and by its holder.
  const card = desk.wizards.create({ kind: 'cardMedia', variant: 'new', title: '演练法人', text: {} })
  desk.wizards.create({ kind: 'cardMedia', variant: 'new', title: '演练员乙', text: {} })
  const { company, people } = valueOf(await desk.readiness.get({ refresh: false }))
  expect([company.next, people[0]?.next]).toMatchObject([{ draftId: card }, { draftId: card }])
  expect(valueOf(desk.wizards.load(draftId)).state).toBe('done')
  expect(valueOf(await desk.qualification.kept({}))).toMatchObject({ source: '演练站点', differences: [] })
  valueOf(await desk.qualification.useForDeclarations({}))
  expect(desk.settings.company()).toMatchObject({
    agentCodeScc: practiceCompany.credit,
    agentCode: practiceCompany.customs,
  })
})

test('one application that the portal cannot answer about does not hold up the next', async () => {
  const { portal, session, db, draft } = await openDesk()
  const [stuck, second] = [draft(), draft()]
  db.prepare(
    `INSERT INTO submissions (key, wizard_id, subject, kind, title, state, created_at, changed_at, body)
     VALUES (@key, @stuck, 'qualification', 'new', '', 'unknown', 0, 0, '{}')`,
  ).run({ key: `${stuck}-1`, stuck })
  const broken = { kind: 'answered', status: 500, contentType: 'text/plain', bytes: new Uint8Array() } as const
  const desk = preparationDesk(db, {
    exchange: (question: Question) =>
      new TextDecoder().decode(question.body).includes(`${stuck}-1`)
        ? Promise.resolve(broken)
        : portal.client.exchange(question),
  })
  desk.submissions.boot()
  desk.desk.begin(session)
  const { application } = valueOf(await desk.submissions.submit('qualification', second, 1))
  expect(application).toMatchObject({ draftId: second, state: 'filed' })
  expect(desk.submissions.list('qualification').find(({ draftId }) => draftId === stuck)?.state).toBe('unknown')
})

test('a card of its holder that lies in the reader is shown as not bound, and is to be bound, not applied for', async () => {
  const { desk, draft } = await openDesk()
  valueOf(await desk.submissions.submit('qualification', draft(), 1))
  const card: CardStatus = {
    ...nobody,
    state: 'ready',
    backend: 'virtual',
    sentence: '',
    action: '',
    step: 'none',
    rights: [],
    cardNo: '2100010009993',
    holder: '演练法人',
    kind: 'legal',
    copCode: practiceCompany.copCode,
    notAfter: '2099-12-31T15:59:59.000Z',
  }
  const nextWith = async (lying: CardStatus) => {
    desk.inReader.splice(0, 1, lying)
    const { company, people } = valueOf(await desk.readiness.get({ refresh: true }))
    shown = [company.legalCard, people[0]?.card]
    return [company.next.action, people[0]?.next.action]
  }
  let shown: unknown[] = []
  expect(await nextWith(card)).toEqual(['bindCard', 'bindCard'])
  const unbound = { state: 'issued', cardNo: card.cardNo, notAfter: card.notAfter }
  expect(shown).toMatchObject([unbound, { ...unbound, kind: 'legal', renewal: 'none' }])
  const others = [
    { holder: '演练员乙' },
    { kind: 'operator' },
    { state: 'certificateExpired' },
    { copCode: 'MA9YLBG27' },
  ] as const
  for (const other of others) expect(await nextWith({ ...card, ...other })).toEqual(['applyCard', 'applyCard'])
  expect(shown).toMatchObject([
    { state: 'none', cardNo: '' },
    { state: 'none', cardNo: '' },
  ])
})

test('what is wrong stands beside its field, and the draft can be corrected and handed in again', async () => {
  const { desk, draft, held } = await openDesk()
  const wrong = qualificationText()
  wrong['application'] = { kind: 'change', held: 'both', unitKinds: '01000000', reason: '搬迁' }
  wrong['unit'] = { ...partOf(wrong, 'unit'), customsCode: practiceCompany.customs }
  const draftId = draft(wrong)
  const { problems, application } = valueOf(await desk.submissions.submit('qualification', draftId, 1))
  expect([problems.map(({ path }) => path), application]).toEqual([['application.kind'], null])
  const saved = desk.wizards.save({
    id: draftId,
    rev: 1,
    title: '',
    text: qualificationText(),
    step: '',
    steps: {},
    state: 'refused',
  })
  const again = await desk.submissions.submit('qualification', draftId, valueOf(saved).rev)
  expect(valueOf(again).application).toMatchObject({ state: 'filed' })
  expect(await held()).toHaveLength(1)
})

test('without a line it waits, survives a restart of both sides, and goes out exactly once', async () => {
  const { portal, desk, db, open, draft, held } = await openDesk()
  await portal.stop()
  const draftId = draft()
  const waiting = valueOf(await desk.submissions.submit('qualification', draftId, 1))
  expect(waiting.application).toMatchObject({ state: 'waiting' })
  expect(valueOf(desk.wizards.load(draftId)).state).toBe('waiting')
  await desk.submissions.shutdown()
  expect(db.open).toBe(true)
  await portal.start()
  const later = open()
  later.submissions.wake()
  await expect.poll(async () => (await held()).length, { timeout: 20_000 }).toBe(1)
  later.submissions.wake()
  await later.submissions.shutdown()
  expect(await held()).toHaveLength(1)
})

test('an answer that was lost is asked about and nothing is handed in twice', async () => {
  const { members, desk, draft, held } = await openDesk()
  await members.practise('settings', 'PATCH', { fault: 'answer-lost' })
  const draftId = draft()
  const lost = valueOf(await desk.submissions.submit('qualification', draftId, 1))
  expect(lost.application).toMatchObject({ state: 'unknown' })
  expect(desk.submissions.withdraw(draftId)).toMatchObject({ ok: false, error: { code: 'wizards.notWaiting' } })
  await members.practise('settings', 'PATCH', { fault: 'none' })
  desk.submissions.wake()
  await expect.poll(() => desk.submissions.list('qualification')[0]?.state, { timeout: 20_000 }).not.toBe('unknown')
  expect(await held()).toHaveLength(1)
})

describe('papers', () => {
  const pdf = makePdf('licence')
  const hash = createHash('sha256').update(pdf).digest('hex')
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

  test('go out before the application, byte for byte, and are had back from the portal', async () => {
    const { desk, draft, held } = await openDesk()
    const draftId = draft()
    desk.files.add(draftId, { kind: 'licence', name: '营业执照.pdf', content: pdf })
    const { application } = valueOf(await desk.submissions.submit('qualification', draftId, 1))
    const paper = { kind: 'licence', name: '营业执照.pdf', sha256: hash, bytes: pdf.length }
    expect(application).toMatchObject({ state: 'filed', papers: [paper] })
    expect(await held()).toMatchObject([{ papers: [paper] }])
    expect(valueOf(await desk.submissions.savePaper(draftId, hash))).toEqual({ saved: true })
    expect(desk.saved).toEqual([{ name: paper.name, bytes: Buffer.from(pdf) }])
    expect(await desk.submissions.savePaper(draftId, 'a'.repeat(64))).toMatchObject({
      error: { code: 'application.noPaper' },
    })
  })

  test('a line that breaks between two papers loses nothing: the first is not sent again', async () => {
    const { portal, desk, db, draft, held, session } = await openDesk()
    const draftId = draft()
    desk.files.add(draftId, { kind: 'licence', name: '营业执照.pdf', content: pdf })
    desk.files.add(draftId, { kind: 'legal-id', name: '身份证.png', content: png })
    const sent: string[] = []
    let broken = true
    const client = {
      exchange: (question: Question) => {
        if (question.path === memberCalls.sendPaper.path) {
          if (broken && sent.length === 1)
            return Promise.resolve({ kind: 'failed', failure: failure('portal.broken'), maybeArrived: true } as const)
          sent.push((JSON.parse(new TextDecoder().decode(question.body)) as { sha256: string }).sha256)
        }
        return portal.client.exchange(question)
      },
    }
    await desk.submissions.shutdown()
    const other = preparationDesk(db, client)
    other.submissions.boot()
    other.desk.begin(session)
    const waiting = valueOf(await other.submissions.submit('qualification', draftId, 1))
    expect(waiting.application).toMatchObject({
      state: 'waiting',
      reason: expect.stringContaining('身份证.png') as string,
    })
    expect(valueOf(other.wizards.load(draftId))).toMatchObject({ state: 'waiting', text: qualificationText() })
    expect(await held()).toEqual([])
    broken = false
    other.submissions.wake()
    await expect.poll(async () => (await held()).length, { timeout: 20_000 }).toBe(1)
    expect(sent).toHaveLength(2)
    expect(new Set(sent).size).toBe(2)
    expect((await held())[0]?.papers.map(({ name }) => name)).toEqual(['营业执照.pdf', '身份证.png'])
  })

  test('one whose kept bytes were damaged is not sent, and the draft can be corrected', async () => {
    const { desk, db, draft, held } = await openDesk()
    const draftId = draft()
    desk.files.add(draftId, { kind: 'licence', name: '营业执照.pdf', content: pdf })
    db.prepare('UPDATE wizard_files SET content = @content').run({ content: Buffer.from('%PDF-damaged') })
    const { problems, application } = valueOf(await desk.submissions.submit('qualification', draftId, 1))
    expect(problems.map(({ text }) => text).join()).toContain('“营业执照.pdf”')
    expect(application).toBeNull()
    expect(valueOf(desk.wizards.load(draftId))).toMatchObject({ state: 'refused', text: qualificationText() })
    expect(await held()).toEqual([])
  })

  test('what the clerk takes back while its papers are on their way is not handed in', async () => {
    const { portal, desk, db, draft, held, session } = await openDesk()
    await desk.submissions.shutdown()
    const draftId = draft()
    desk.files.add(draftId, { kind: 'licence', name: '营业执照.pdf', content: pdf })
    const client = {
      exchange: (question: Question) => {
        if (question.path === memberCalls.sendPaper.path) valueOf(other.submissions.withdraw(draftId))
        return portal.client.exchange(question)
      },
    }
    const other = preparationDesk(db, client)
    other.submissions.boot()
    other.desk.begin(session)
    valueOf(await other.submissions.submit('qualification', draftId, 1))
    expect(valueOf(other.wizards.load(draftId)).state).toBe('editing')
    expect(await held()).toEqual([])
  })
})

test('what waits can be taken back and is then not sent', async () => {
  const { members, desk, draft, held } = await openDesk()
  await members.practise('settings', 'PATCH', { fault: 'portal-down' })
  const draftId = draft()
  valueOf(await desk.submissions.submit('qualification', draftId, 1))
  expect(desk.submissions.withdraw(draftId)).toMatchObject({ ok: true })
  await members.practise('settings', 'PATCH', { fault: 'none' })
  desk.submissions.wake()
  await desk.submissions.shutdown()
  expect(await held()).toEqual([])
  expect(valueOf(desk.wizards.load(draftId)).state).toBe('editing')
})

test('without a login it waits and says so; the login sends it', async () => {
  const { desk, session, draft, held } = await openDesk()
  desk.desk.end()
  const waiting = valueOf(await desk.submissions.submit('qualification', draft(), 1))
  expect(waiting.application).toMatchObject({ state: 'waiting', reason: expect.stringContaining('登录') as string })
  desk.desk.begin(session)
  desk.submissions.wake()
  await expect.poll(async () => (await held()).length, { timeout: 20_000 }).toBe(1)
})

test('the board of the last time is shown without a line, with its date and the reason', async () => {
  const { portal, desk } = await openDesk()
  const first = valueOf(await desk.readiness.get({ refresh: true }))
  await portal.stop()
  const offline = valueOf(await desk.readiness.get({ refresh: true }))
  expect(offline).toMatchObject({ asOf: first.asOf, company: { name: practiceCompany.name, account: 'registered' } })
  expect(offline.trouble?.code).toBe('portal.practiceDown')
})
