import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appFolder } from '../../build/electron.mjs'
import { runRounds, type Figures } from '../support/durability/rounds.ts'
import { ways } from '../support/durability/ways.ts'
import { seededRandom } from '../support/seeded-random.ts'

/** The long form: DURABILITY_ROUNDS=1000 npm run test:durability. */
const rounds = Number(process.env['DURABILITY_ROUNDS'] ?? '4')
/** The same seed takes the same ways down; the moments depend on the machine as well. */
const seed = Number(process.env['DURABILITY_SEED'] ?? Date.now() % 100_000)
const perRound = 180_000
const started = Date.now()

/** Prints the figures so far and keeps them: a run that is stopped tells what it did. */
function report({ byWay, broken, ...amounts }: Figures): void {
  const minutes = ((Date.now() - started) / 60_000).toFixed(1)
  const { rounds: done, saves, submissions, filings, receipts, entries } = amounts
  const lines = [
    `${done} rounds in ${minutes} min, seed ${seed}: ${ways.map(({ name }) => `${name} ${byWay.get(name) ?? 0}`).join(', ')}`,
    `saves that were called saved: ${saves}; declarations submitted: ${submissions}`,
    `filings at the portal: ${filings}; receipts of the portal: ${receipts}; entries of the audit trail: ${entries}`,
    `promises broken: ${broken.length}`,
    ...broken,
  ]
  console.log(lines.join('\n'))
  const out = join(appFolder, 'out')
  mkdirSync(out, { recursive: true })
  const figures = { seed, minutes, ...amounts, byWay: Object.fromEntries(byWay), broken }
  writeFileSync(join(out, 'durability.json'), JSON.stringify(figures, null, 2))
}

test(
  `after ${rounds} kills of the real app every save is there, each filing is made once, each receipt is told once`,
  async () => {
    const figures = await runRounds(rounds, seededRandom(seed), report)
    expect(figures.broken).toEqual([])
    expect(figures.rounds).toBe(rounds)
    // A run in which nothing was going on proves nothing.
    expect(Math.min(figures.saves, figures.receipts)).toBeGreaterThanOrEqual(rounds)
    expect(Math.min(figures.submissions, figures.filings)).toBeGreaterThanOrEqual(rounds / 2)
  },
  rounds * perRound,
)
