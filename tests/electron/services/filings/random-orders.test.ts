import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeclarationState } from '../../../../domain/states/declaration.ts'
import { outcomes } from '../../../../domain/portal/answers.ts'
import type { FilingDesk } from '../../../support/filing-desk.ts'
import { FilingStage } from '../../../support/filing-stage.ts'
import type { HandTimers } from '../../../support/hand-timers.ts'
import { LossyLine, mishaps, pageMishaps } from '../../../support/lossy-line.ts'

/** Sequences in `npm test`; the long run sets more, e.g. DESK_SEQUENCES=100000. */
const sequences = Number(process.env['DESK_SEQUENCES'] ?? 1000)
/** The short run plays the same ones each time; the long run looks for new ones and prints the seed of what it finds. */
const seed = process.env['DESK_SEQUENCES'] === undefined ? { seed: 20261124 } : {}

const which = fc.nat(1)
const mishap = fc.constantFrom(...mishaps)
/** How often each thing happens. Rare ones together make the long ways: delayed, asked, taken back, arrived after all. */
const action = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('submit' as const), which, mishap }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), which }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('again' as const), which, mishap }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('ask' as const), which, mishap }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('read' as const), mishap: fc.constantFrom(...pageMishaps) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outcome' as const), outcome: fc.constantFrom(...outcomes) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), seconds: fc.constantFrom(1, 5, 60, 700) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock' as const), hours: fc.constantFrom(1, 48) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('drain' as const), mishap }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('arrive' as const, 'restart' as const) }) },
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

const stage = new FilingStage((_number, serial) => `<DecMessage>${serial}</DecMessage>`)
const countAttached = stage.db.prepare('SELECT count(*) FROM timeline WHERE receipt_id IS NOT NULL').pluck()
const countReceipts = stage.db.prepare('SELECT count(*) FROM receipts').pluck()

/** One desk and one portal with a bad line between them, and everything that was seen. */
class World {
  readonly line = new LossyLine(() => stage.at, stage.window)
  readonly seen = new Map<string, DeclarationState[]>()
  timers: HandTimers
  desk: FilingDesk
  readonly ids: string[]

  constructor() {
    this.line.practice.change({ speed: 1, outcome: 'release', fault: 'none' })
    const { desk, timers } = this.#open()
    this.desk = desk
    this.timers = timers
    this.ids = stage.twoSigned(desk)
  }

  #open(): { desk: FilingDesk; timers: HandTimers } {
    return stage.open({
      portal: this.line,
      onEmit: (name, payload) => {
        if (name !== 'filing.changed') return
        const { id, state } = payload as { id: string; state: DeclarationState }
        this.seen.set(id, [...(this.seen.get(id) ?? []), state])
      },
    })
  }

  async restart(): Promise<void> {
    await this.desk.outbox.shutdown()
    Object.assign(this, this.#open())
  }

  async act(step: Action): Promise<void> {
    const id = 'which' in step ? (this.ids[step.which] ?? '') : ''
    if ('mishap' in step && step.kind !== 'read') this.line.sends = [step.mishap]
    switch (step.kind) {
      case 'submit':
        this.desk.filing.submit([id])
        break
      case 'withdraw':
        await this.desk.filing.withdraw(id).catch(() => undefined)
        break
      case 'again':
        // What the clerk opens again may move anew.
        if (this.desk.drafts.summary(id)?.state === 'refused') this.seen.delete(id)
        stage.again(this.desk, id)
        break
      case 'ask':
        this.line.asks = [step.mishap]
        await this.desk.filing.ask(id).catch(() => undefined)
        break
      case 'read':
        this.line.pages = [step.mishap]
        await this.desk.receipts.read(0)
        break
      case 'outcome':
        this.line.practice.change({ outcome: step.outcome })
        break
      case 'pass':
        stage.at += step.seconds * 1000
        this.line.engine.run()
        break
      case 'clock':
        stage.behind += step.hours * 3_600_000
        break
      case 'arrive':
        this.line.arrive()
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

  /** Good weather until nothing moves any more. */
  async settle(): Promise<void> {
    Object.assign(this.line, { sends: [], asks: [], pages: [] })
    this.line.arrive()
    // Receipts of one filing need not be waited for one by one any more.
    this.line.practice.change({ speed: 0 })
    await this.restart()
    for (let quiet = 0, round = 0; quiet < 2 && round < 60; round++) {
      stage.at += 600_000
      this.timers.fire()
      await this.desk.outbox.idle()
      this.line.engine.run()
      const before = this.desk.receiptsRepo.cursor()
      await this.desk.receipts.read(0)
      const { pending = 0, unknown = 0 } = this.desk.outboxRepo.counts()
      const rests = this.desk.receiptsRepo.cursor() === before && this.line.filings.wakeAt() === undefined
      quiet = rests && pending + unknown === 0 ? quiet + 1 : 0
    }
  }
}

/** Everything that has to hold once the weather is good. */
function judge(world: World): void {
  const { desk, line } = world
  // Nothing is filed twice, nothing that was taken back is filed, nothing of unknown fate is sent unasked.
  expect(line.unasked).toEqual([])
  expect(new Set(line.taken).size).toBe(line.taken.length)
  const live = desk.outboxRepo.counts()
  expect(live).toEqual(live.held === undefined ? {} : { held: live.held })
  for (const id of world.ids) {
    const summary = desk.drafts.summary(id)
    const row = desk.outboxRepo.latest(id)
    const filing = line.filings.byNumber(summary?.clientSeqNo ?? '')
    // Every message that the clerk handed over has come to an answer, and the declaration stands where customs has it.
    if (row?.state === 'accepted') {
      expect(filing?.bodySha256).toBe(row.bodySha256)
      expect(summary).toMatchObject({ state: filing?.state, seqNo: filing?.seqNo, entryId: filing?.entryId })
    }
    if (row?.state === 'refused') expect(summary?.state).toBe('refused')
    if (row?.state === 'withdrawn' || row?.state === 'held') expect(filing).toBeUndefined()
    // Customs lets nothing go on that it refused: the clerk is not alarmed for nothing.
    expect(desk.timeline.of(id).map(({ title }) => title)).not.toContain('退回前的那一份又有了进展，可能申报了两份')
    // A final state is never left but by the clerk.
    const states = world.seen.get(id) ?? []
    const end = states.findIndex((state) => state === 'closed')
    if (end >= 0) expect(new Set(states.slice(end))).toEqual(new Set(['closed']))
  }
  judgeReceipts(world)
}

/** Every receipt of the portal is kept once, stands on one time line, and none is left over. */
function judgeReceipts({ desk }: World): void {
  expect(stage.kept().sort()).toEqual(stage.window.sent().sort())
  expect(desk.receiptsRepo.unmatched()).toEqual([])
  expect(countAttached.get()).toBe(countReceipts.get())
}

test(
  `whatever is lost, doubled, delayed or restarted: filed once, every receipt in its place (${sequences} sequences)`,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 40, size: 'max' }), (steps) =>
        stage.play(async () => {
          const world = new World()
          for (const step of steps) await world.act(step)
          await world.settle()
          judge(world)
          await world.desk.outbox.shutdown()
        }),
      ),
      { ...seed, numRuns: sequences },
    )
  },
  Math.max(120_000, sequences * 200),
)
