import { clearDesk, openDesk, type Desk } from '../desk.ts'
import { until } from '../until.ts'
import { hurryReceipts, openForm, tryNow } from './driver.ts'
import { amounts, brokenAtOnce, brokenInTheEnd, unsettled } from './evidence.ts'
import { Ledger } from './ledger.ts'
import { dieAtStart, pickWay, workAndDie, type Way } from './ways.ts'
import { makeSample, stockedFolder, type Sample } from './stock.ts'

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
/** Declarations that are ready in a new folder: more than the driver can file in these rounds. */
const stockSize = 400
/** After so many kills the desk is given the time to bring everything to its end; the others meet it in the middle. */
const roundsToSettle = 13

/**
 * Runs rounds of: open, look what is there, work, kill.
 * @param random numbers from 0 to 1 that decide ways and moments
 * @param tell is told the figures so far after each folder
 */
export async function runRounds(
  rounds: number,
  random: () => number,
  tell: (figures: Figures) => void,
): Promise<Figures> {
  const figures: Figures = {
    ...{ rounds: 0, byWay: new Map<Way, number>(), saves: 0, submissions: 0, filings: 0, receipts: 0, entries: 0 },
    broken: [],
  }
  const sample = await makeSample()
  while (figures.rounds < rounds) {
    await runFolder(sample, Math.min(roundsOnOneFolder, rounds - figures.rounds), random, figures)
    tell(figures)
  }
  return figures
}

async function runFolder(sample: Sample, rounds: number, random: () => number, figures: Figures): Promise<void> {
  const ledger = new Ledger()
  const { folder, ids: stock } = await stockedFolder(sample, stockSize)
  let draft: string | undefined
  let desk = await openDesk(folder)
  try {
    await settle(desk)
    await until('the portal takes the speed', () => hurryReceipts(desk), 60_000)
    for (let round = 1; round <= rounds; round++) {
      const way = pickWay(random)
      draft = await openForm(desk, draft)
      const first = round % 2 === 1 ? 'a submission' : 'a save'
      const orphans = await workAndDie({ desk, draft, stock, ledger, way, first, random })
      if (way === 'killed while it starts') await dieAtStart(folder, random)
      desk = await openDesk(folder)
      const atOnce = [...orphans, ...brokenAtOnce(folder, ledger)]
      const inTheEnd = round % roundsToSettle === 0 || round === rounds ? await settledFaults(desk, ledger) : []
      figures.rounds++
      figures.byWay.set(way, (figures.byWay.get(way) ?? 0) + 1)
      figures.broken.push(...[...atOnce, ...inTheEnd].map((text) => `round ${figures.rounds} (${way}): ${text}`))
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

async function settledFaults(desk: Desk, ledger: Ledger): Promise<string[]> {
  await settle(desk)
  return brokenInTheEnd(desk.folder, ledger)
}

/**
 * Waits until the card works, nothing is on its way, and every receipt that the portal sent is here. Meanwhile it says
 * now and now again, as a clerk may who does not want to wait for planned retries.
 */
async function settle(desk: Desk): Promise<void> {
  await desk.page.locator('.card-line.is-good').waitFor({ timeout: 60_000 })
  let left = -1
  const settled = async (): Promise<boolean> => {
    await tryNow(desk)
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
