import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appFolder, electronLaunch } from '../../../build/electron.mjs'
import type { Desk } from '../desk.ts'
import { crashPage, isAlive } from '../desk-life.ts'
import { until } from '../until.ts'
import { fileForEver, processKinds, typeForEver } from './driver.ts'
import type { Ledger } from './ledger.ts'

/** Ways to go down, and how often each is taken. */
export const ways = [
  { name: 'main killed', share: 35 },
  { name: 'every process killed at once', share: 30 },
  { name: 'portal killed, then main', share: 15 },
  { name: 'page crashed, then main killed', share: 10 },
  { name: 'killed while it starts', share: 10 },
] as const
export type Way = (typeof ways)[number]['name']

/** Longest time from the first claim to the kill, ms. */
const longest = 1200

export const pickWay = (random: () => number): Way => {
  let left = random() * ways.reduce((sum, { share }) => sum + share, 0)
  return ways.find(({ share }) => (left -= share) < 0)?.name ?? 'main killed'
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

export interface Shift {
  readonly desk: Desk
  /** The declaration that is open in the form. */
  readonly draft: string
  readonly stock: string[]
  readonly ledger: Ledger
  readonly way: Way
  /** What has to happen before the time until the kill begins to run. */
  readonly first: 'a save' | 'a submission'
  readonly random: () => number
}

/** Works in the window and through the bridge at once until the program is killed. @returns what outlived it */
export async function workAndDie({ desk, draft, stock, ledger, way, first, random }: Shift): Promise<string[]> {
  let dead = false
  const untilDead = (work: Promise<void>): Promise<void> =>
    work.catch((cause: unknown) => {
      // What breaks because the desk is gone is what this is about; anything else is a fault of the driver or the desk.
      if (!dead) throw cause
    })
  const work = Promise.all([untilDead(typeForEver(desk, draft, ledger)), untilDead(fileForEver(desk, stock, ledger))])
  // The moment is counted from a claim: on a loaded machine the work itself begins late.
  const count = first === 'a submission' ? () => ledger.submitted.size : () => ledger.savesClaimed
  const before = count()
  const begun = until(`${first} was claimed`, () => count() > before, 90_000)
  await Promise.race([begun.then(() => wait(random() * longest)), work])
  const { portal, all } = await processKinds(desk)
  if (way === 'portal killed, then main' && portal !== undefined) {
    process.kill(portal, 'SIGKILL')
    await Promise.race([wait(random() * 800), work])
  }
  dead = true
  if (way === 'page crashed, then main killed') {
    await crashPage(desk)
    await wait(random() * 500)
  }
  if (way === 'every process killed at once') killAll(all)
  await killMain(desk)
  await work
  return outlived(all)
}

function killAll(all: readonly number[]): void {
  for (const pid of all)
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself in the meantime.
    }
}

/** Main alone: page, card and portal notice by themselves that it is gone. */
async function killMain(desk: Desk): Promise<void> {
  const child = desk.app.process()
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Helpers that do not end without main would hold the files of the next start. */
async function outlived(all: readonly number[]): Promise<string[]> {
  try {
    await until('the helpers have ended', () => !all.some(isAlive), 30_000)
    return []
  } catch {
    const left = all.filter(isAlive)
    killAll(left)
    return [`${left.length} processes outlived main`]
  }
}

/** Starts the program and kills it before or while it opens its files. */
export async function dieAtStart(folder: string, random: () => number): Promise<void> {
  const { executablePath, args, env } = electronLaunch()
  const child = spawn(executablePath, [...args, `--user-data-dir=${folder}`, appFolder], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  await wait(random() * 1500)
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
