import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appFolder, electronLaunch } from '../../../build/electron.mjs'
import { clearDesk, openDesk, type Desk } from '../desk.ts'
import { crashPage } from '../desk-life.ts'
import { until } from '../until.ts'
import { fileForEver, hurryReceipts, openForm, processKinds, typeForEver } from './driver.ts'
import { amounts, brokenPromises, unsettled } from './evidence.ts'
import { Ledger } from './ledger.ts'

/** Ways to go down, and how often each is taken. */
export const ways = [
  { name: 'main killed', share: 45 },
  { name: 'every process killed at once', share: 20 },
  { name: 'portal killed, then main', share: 15 },
  { name: 'page crashed, then main killed', share: 10 },
  { name: 'killed while it starts', share: 10 },
] as const
export type Way = (typeof ways)[number]['name']

export interface Figures {
  rounds: number
  readonly byWay: Map<Way, number>
  saves: number
  submissions: number
  filings: number
  receipts: number
  entries: number
  readonly broken: string[]
}

/** Rounds on one data folder; then a new one begins, so that the last round costs as little as the first. */
const roundsOnOneFolder = 25
/** Longest and shortest time for which the desk is worked on before it is killed, ms. */
const [shortest, longest] = [50, 2500]

const pickWay = (random: () => number): Way => {
  let left = random() * ways.reduce((sum, { share }) => sum + share, 0)
  return ways.find(({ share }) => (left -= share) < 0)?.name ?? 'main killed'
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Runs rounds of work, kill, reopen and check. @param tell is told after each round */
export async function runRounds(rounds: number, random: () => number, tell: (text: string) => void): Promise<Figures> {
  const figures: Figures = {
    ...{ rounds: 0, byWay: new Map<Way, number>(), saves: 0, submissions: 0, filings: 0, receipts: 0, entries: 0 },
    broken: [],
  }
  while (figures.rounds < rounds)
    await runFolder(Math.min(roundsOnOneFolder, rounds - figures.rounds), random, figures, tell)
  return figures
}

async function runFolder(
  rounds: number,
  random: () => number,
  figures: Figures,
  tell: (text: string) => void,
): Promise<void> {
  const ledger = new Ledger()
  let draft: string | undefined
  let desk = await openDesk()
  const { folder } = desk
  try {
    await settle(desk)
    await hurryReceipts(desk)
    for (let round = 0; round < rounds; round++) {
      const way = pickWay(random)
      draft = await openForm(desk, draft)
      await workAndDie(desk, draft, ledger, way, shortest + random() * (longest - shortest), random)
      if (way === 'killed while it starts') await dieAtStart(folder, random() * 1500)
      desk = await openDesk(folder)
      await settle(desk)
      const broken = brokenPromises(folder, ledger)
      figures.broken.push(...broken.map((text) => `round ${figures.rounds + 1} (${way}): ${text}`))
      figures.rounds++
      figures.byWay.set(way, (figures.byWay.get(way) ?? 0) + 1)
      tell(`${figures.rounds} ${way}: ${broken.length === 0 ? 'whole' : broken.join('; ')}`)
    }
    const { filings, receipts, entries } = amounts(folder)
    figures.saves += ledger.savesClaimed
    figures.submissions += ledger.submitted.size
    figures.filings += filings
    figures.receipts += receipts
    figures.entries += entries
  } finally {
    await desk.kill()
    clearDesk(folder)
  }
}

/** Works in the window and through the bridge at once until the program is killed. */
async function workAndDie(
  desk: Desk,
  draft: string,
  ledger: Ledger,
  way: Way,
  time: number,
  random: () => number,
): Promise<void> {
  let dead = false
  const untilDead = (work: Promise<void>): Promise<void> =>
    work.catch((cause: unknown) => {
      // What breaks because the desk is gone is what this is about; anything else is a fault of the driver or the desk.
      if (!dead) throw cause
    })
  const { portal, all } = await processKinds(desk)
  const work = Promise.all([untilDead(typeForEver(desk, draft, ledger)), untilDead(fileForEver(desk, ledger))])
  // The moment is counted from the first claim: on a loaded machine the work itself begins late.
  const before = ledger.savesClaimed + ledger.submitted.size
  const begun = until('something was claimed', () => ledger.savesClaimed + ledger.submitted.size > before, 60_000)
  await Promise.race([begun.then(() => wait(time)), work])
  dead = true
  if (way === 'portal killed, then main' && portal !== undefined) {
    process.kill(portal, 'SIGKILL')
    dead = false
    await Promise.race([wait(random() * 800), work])
    dead = true
  }
  if (way === 'page crashed, then main killed') {
    await crashPage(desk)
    await wait(random() * 500)
  }
  if (way === 'every process killed at once') killAll(all)
  await desk.kill()
  await work
}

function killAll(all: readonly number[]): void {
  for (const pid of all)
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself in the meantime.
    }
}

/** Starts the program and kills it before or while it opens its files. */
async function dieAtStart(folder: string, time: number): Promise<void> {
  const { executablePath, args, env } = electronLaunch()
  const child = spawn(executablePath, [...args, `--user-data-dir=${folder}`, appFolder], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  await wait(time)
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Waits until the card works, nothing is on its way, and every receipt that the portal sent is here. */
async function settle(desk: Desk): Promise<void> {
  await desk.page.locator('.card-line.is-good').waitFor({ timeout: 60_000 })
  let left = -1
  const settled = (): boolean => {
    left = tryUnsettled(desk.folder)
    return left === 0
  }
  await until(() => `the desk has settled: ${left} left`, settled, 120_000)
}

/** The portal may still be making its file. */
function tryUnsettled(folder: string): number {
  try {
    return unsettled(folder)
  } catch {
    return -1
  }
}
