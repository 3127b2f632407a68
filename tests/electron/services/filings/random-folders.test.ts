import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fault } from '../../../../domain/portal/answers.ts'
import { FolderPortal } from '../../../../electron/portal/folders/folder-portal.ts'
import type { Mark, Marks } from '../../../../electron/portal/folders/place.ts'
import type { Portal } from '../../../../electron/portal/portal.ts'
import { ExchangeRepo } from '../../../../electron/store/exchange.repo.ts'
import { ImportClient } from '../../../../sandbox/import-client/import-client.ts'
import { ReceiptEngine } from '../../../../sandbox/portal/engine/receipt-engine.ts'
import { factsOf } from '../../../../sandbox/portal/filing.ts'
import { FilingsRepo } from '../../../../sandbox/portal/filings.repo.ts'
import { prepareStore } from '../../../../sandbox/portal/open-store.ts'
import { PracticeRepo } from '../../../../sandbox/portal/practice.repo.ts'
import { ReceiptLog } from '../../../../sandbox/portal/receipt-log.ts'
import { Registrar } from '../../../../sandbox/portal/registrar.ts'
import { importDeclaration } from '../../../fixtures/declarations.ts'
import { filingDesk, memoryStore, type FilingDesk } from '../../../support/filing-desk.ts'
import { HandTimers } from '../../../support/hand-timers.ts'
import { folderMishaps, MemoryFolders } from '../../../support/memory-folders.ts'

/** Sequences in `npm test`; the long run sets more, e.g. DESK_SEQUENCES=100000. */
const sequences = Number(process.env['DESK_SEQUENCES'] ?? 200)

/** The desk dies at this point of the next send. */
const crashes = ['none', 'before', 'before-mark', 'after-mark', 'after'] as const
const which = fc.nat(1)
const mishap = fc.constantFrom(...folderMishaps)
const crash = fc.constantFrom('none', ...crashes)
const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('submit' as const), which, mishap, crash }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('again' as const), which, mishap, crash }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask' as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('settle' as const), which }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('client' as const),
      fault: fc.constantFrom<Fault>('none', 'none', 'none', 'portal-down', 'busy', 'answer-lost'),
      holding: fc.boolean(),
      doubling: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('read' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), seconds: fc.constantFrom(1, 20, 90, 2400) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock' as const), hours: fc.constantFrom(-48, 1, 48) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('drain' as const), mishap, crash }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('deliver' as const, 'restart' as const, 'tidy' as const) }),
  },
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

const facts = factsOf(importDeclaration())
const template = prepareStore(new Database(':memory:')).serialize()
class Crash extends Error {}

/** One desk, one import client and one single window, with folders between them in which much goes wrong. */
class World {
  at = Date.UTC(2026, 10, 10)
  behind = 0
  readonly now = (): number => this.at - this.behind
  readonly db = memoryStore()
  readonly folders = new MemoryFolders(() => this.at)
  readonly windowDb = new Database(template)
  readonly filings = new FilingsRepo(this.windowDb)
  readonly practice = new PracticeRepo(this.windowDb)
  readonly log = new ReceiptLog(this.windowDb)
  readonly engine = new ReceiptEngine({
    db: this.windowDb,
    filings: this.filings,
    log: this.log,
    now: () => this.at,
    speed: () => 1,
  })
  readonly registrar = new Registrar({
    db: this.windowDb,
    filings: this.filings,
    now: () => this.at,
    settings: () => this.practice.get(),
  })
  /** Messages that reached the single window more than once. */
  readonly repeated: string[] = []
  fault: Fault = 'none'
  crash: (typeof crashes)[number] = 'none'
  readonly client = new ImportClient({
    folders: this.folders,
    cursor: this.practice.cursor,
    now: () => this.at,
    window: {
      check: ({ bytes }) => {
        const clientSeqNo = new TextDecoder().decode(bytes).slice(12, 30)
        return { kind: 'right', clientSeqNo, facts }
      },
      register: (filing) => {
        const registration = this.registrar.register(filing)
        if (registration.kind !== 'taken') this.repeated.push(filing.clientSeqNo)
        return registration
      },
      receipts: (after) => this.log.page(after),
      fault: () => this.fault,
    },
  })
  timers = new HandTimers()
  desk: FilingDesk
  readonly ids: string[]
  #serial = 0

  constructor() {
    this.practice.change({ speed: 1, outcome: 'release' })
    this.desk = this.#open()
    this.ids = [0, 1].map(() => this.desk.ready(importDeclaration()))
    for (const id of this.ids) this.sign(id)
  }

  #open(): FilingDesk {
    const { db, now } = this
    const marks = new ExchangeRepo(db)
    const watched: Marks = {
      get: (number, hash) => marks.get(number, hash),
      of: (number) => marks.of(number),
      put: (mark: Mark) => {
        if (this.crash === 'before-mark') this.#die()
        marks.put(mark)
        if (this.crash === 'after-mark') this.#die()
      },
    }
    const way = new FolderPortal({
      root: '/root',
      disk: this.folders,
      marks: watched,
      now,
      sleep: () => Promise.resolve(),
    })
    const portal: Portal = {
      send: async (filing) => {
        if (this.crash === 'before') this.#die()
        const outcome = await way.send(filing)
        if (this.crash === 'after') this.#die()
        return outcome
      },
      ask: (number) => way.ask(number),
      receipts: (after, wait) => way.receipts(after, wait),
      time: () => way.time(),
    }
    this.timers = new HandTimers()
    const desk = filingDesk({
      db,
      portal,
      now,
      timers: this.timers,
      random: () => 0.5,
      lanes: 1,
      release: (number) => marks.release(number),
    })
    desk.outbox.boot()
    return desk
  }

  #die(): never {
    this.crash = 'none'
    throw new Crash()
  }

  sign(id: string): void {
    const number = this.desk.drafts.summary(id)?.clientSeqNo ?? ''
    this.desk.queue(id, new TextEncoder().encode(`<DecMessage>${number}${this.#serial++}</DecMessage>`))
  }

  async restart(): Promise<void> {
    await this.desk.outbox.shutdown()
    this.desk = this.#open()
  }

  again(id: string): void {
    const state = this.desk.drafts.summary(id)?.state
    if (state === 'refused') {
      this.desk.drafts.move(id, 'reopen')
      this.desk.drafts.move(id, 'markReady')
    }
    if (state !== 'refused' && state !== 'ready') return
    this.sign(id)
    this.desk.filing.submit([id])
  }

  /** The clerk looks at the page of the single window and says what is there. */
  async settle(id: string): Promise<void> {
    const row = this.desk.outboxRepo.live(id)
    const filing = row && this.filings.byNumber(row.clientSeqNo)
    const held = filing?.bodySha256 === row?.bodySha256 && filing !== undefined
    await this.desk.filing.settle({ id, held, seqNo: held ? filing.seqNo : '', reason: '网页查询' })
  }

  async act(step: Action): Promise<void> {
    const id = 'which' in step ? (this.ids[step.which] ?? '') : ''
    if ('crash' in step) Object.assign(this, { crash: step.crash })
    if ('mishap' in step) this.folders.mishap = step.mishap
    switch (step.kind) {
      case 'submit':
        this.desk.filing.submit([id])
        break
      case 'withdraw':
        await this.desk.filing.withdraw(id)
        break
      case 'again':
        this.again(id)
        break
      case 'ask':
        await this.desk.filing.ask(id)
        break
      case 'settle':
        await this.settle(id)
        break
      case 'client':
        Object.assign(this.folders, { holding: step.holding, doubling: step.doubling })
        this.fault = step.fault
        this.client.run()
        break
      case 'read':
        await this.desk.receipts.read(0)
        break
      case 'pass':
        this.at += step.seconds * 1000
        this.engine.run()
        break
      case 'clock':
        this.behind += step.hours * 3_600_000
        break
      case 'deliver':
        this.folders.deliver()
        break
      case 'tidy':
        this.folders.tidy()
        break
      case 'restart':
        await this.restart()
        break
      case 'drain':
        this.timers.fire()
        break
    }
    await this.desk.outbox.idle()
  }

  /** Good weather, and a clerk who looks after what nobody knows, until nothing moves any more. */
  async settleAll(): Promise<void> {
    Object.assign(this, { crash: 'none', fault: 'none' })
    Object.assign(this.folders, { mishap: 'none', holding: false, doubling: false })
    await this.restart()
    for (let quiet = 0, round = 0; quiet < 2 && round < 60; round++) {
      this.at += 2_400_000
      this.folders.deliver()
      this.engine.run()
      this.client.run()
      await this.desk.receipts.read(0)
      await this.desk.receipts.read(0)
      this.timers.fire()
      await this.desk.outbox.idle()
      for (const id of this.ids) await this.settle(id)
      await this.desk.outbox.idle()
      const { pending = 0, placed = 0, unknown = 0 } = this.desk.outboxRepo.counts()
      const rests =
        this.filings.wakeAt() === undefined && ![...this.folders.files.keys()].some((path) => /^InBox\//.test(path))
      quiet = rests && pending + placed + unknown === 0 ? quiet + 1 : 0
    }
  }
}

function judge(world: World): void {
  const { desk, filings } = world
  // Nothing reaches the single window twice, whatever was lost, repeated or killed.
  expect(world.repeated).toEqual([])
  const live = desk.outboxRepo.counts()
  expect(live).toEqual(live.held === undefined ? {} : { held: live.held })
  for (const id of world.ids) {
    const summary = desk.drafts.summary(id)
    const row = desk.outboxRepo.latest(id)
    const filing = filings.byNumber(row?.clientSeqNo ?? '')
    if (row?.state === 'accepted') {
      expect(filing?.bodySha256).toBe(row.bodySha256)
      expect(summary).toMatchObject({ state: filing?.state, seqNo: filing?.seqNo, entryId: filing?.entryId })
    }
    if (row?.state === 'refused') {
      expect(summary?.state).toBe('refused')
      expect(filing).toBeUndefined()
    }
    if (row?.state === 'withdrawn' || row?.state === 'held') expect(filing?.bodySha256).not.toBe(row.bodySha256)
  }
  // No message of the desk is left half-way or unread.
  expect([...world.folders.files.keys()].filter((path) => /^(?:OutBox|InBox)\/.*\.xml$/.test(path))).toEqual([])
}

/** Every business receipt is kept once and stands on a time line. */
function judgeReceipts({ desk, log, db }: World): void {
  const sent: string[] = []
  for (let cursor = ''; ;) {
    const page = log.page(cursor)
    if (page.items.length === 0) break
    sent.push(...page.items.map((item) => Buffer.from(item.content, 'base64').toString('hex')))
    cursor = page.cursor
  }
  const kept = db.prepare<[], { raw: Buffer }>("SELECT raw FROM receipts WHERE origin = 'portal'").all()
  expect(kept.map(({ raw }) => raw.toString('hex')).sort()).toEqual(sent.sort())
  expect(desk.receiptsRepo.unmatched()).toEqual([])
}

test(
  `through the folders too: sent once whatever happens, and everything comes to its end (${sequences} sequences)`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 40, size: 'max' }), async (steps) => {
        const world = new World()
        for (const step of steps) await world.act(step)
        await world.settleAll()
        judge(world)
        judgeReceipts(world)
        await world.desk.outbox.shutdown()
        world.db.close()
        world.windowDb.close()
      }),
      { numRuns: sequences },
    )
  },
  Math.max(180_000, sequences * 300),
)
