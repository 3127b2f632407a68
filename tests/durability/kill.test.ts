import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { runRounds, ways, type Figures } from '../support/durability/rounds.ts'
import { seededRandom } from '../support/seeded-random.ts'

/** The long form: DURABILITY_ROUNDS=1000 npm run test:durability. */
const rounds = Number(process.env['DURABILITY_ROUNDS'] ?? '6')
/** The same seed takes the same ways down; the moments depend on the machine as well. */
const seed = Number(process.env['DURABILITY_SEED'] ?? Date.now() % 100_000)
const perRound = 180_000

function report({ rounds: done, byWay, saves, submissions, filings, receipts, entries, broken }: Figures): void {
  const lines = [
    `${done} rounds, seed ${seed}: ${ways.map(({ name }) => `${name} ${byWay.get(name) ?? 0}`).join(', ')}`,
    `saves that the form called saved: ${saves}; declarations submitted: ${submissions}`,
    `filings at the portal: ${filings}; receipts of the portal: ${receipts}; entries of the audit trail: ${entries}`,
    `promises broken: ${broken.length}`,
  ]
  console.log(lines.join('\n'))
  const out = join(appFolder, 'out')
  mkdirSync(out, { recursive: true })
  const figures = {
    seed,
    rounds: done,
    byWay: Object.fromEntries(byWay),
    saves,
    submissions,
    filings,
    receipts,
    entries,
  }
  writeFileSync(join(out, 'durability.json'), JSON.stringify({ ...figures, broken }, null, 2))
}

test(
  `after ${rounds} kills of the real app every save is there, each filing is made once, each receipt is told once`,
  async () => {
    const figures = await runRounds(rounds, seededRandom(seed), (text) => console.log(text))
    report(figures)
    expect(figures.broken).toEqual([])
    expect(figures.rounds).toBe(rounds)
    expect(figures.saves).toBeGreaterThan(0)
  },
  rounds * perRound,
)
