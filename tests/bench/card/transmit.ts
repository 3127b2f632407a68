import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { Pcsc } from '../../../native/pcsclite/pcsc.ts'
import { against, quantile, within, type BenchRow } from '../row.ts'
import type { CardRig } from './rig.ts'

const rounds = 200
const turns = 25
const cycles = 10_000
const runner = join(import.meta.dirname, '../../../build/run-typescript.mjs')

/** The reader of the first slot, from a running monitor. */
async function firstReader(pcsc: Pcsc): Promise<string> {
  return new Promise((resolve) => {
    pcsc.start((picture) => {
      const present = picture.service ? picture.readers.find(({ card }) => card === 'present') : undefined
      if (present) resolve(present.reader)
    })
  })
}

/** Runs the program that stands for us. */
const ours = (...values: (string | number)[]): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [runner, join(import.meta.dirname, 'transmit-program.ts'), ...values.map(String)], {
      encoding: 'utf8',
    }),
  )

function buildProgram(rig: CardRig): string {
  const program = join(rig.folder, 'transmit')
  const source = join(import.meta.dirname, 'transmit.c')
  execFileSync('cc', ['-O2', '-I/usr/include/PCSC', '-o', program, source, '-lpcsclite'])
  return program
}

/** Median of round trips of the C program, microseconds. */
const theirs = (program: string, reader: string): number =>
  Number(execFileSync(program, [reader, String(rounds)], { encoding: 'utf8' }))

/** Round trips against C turn about, then ten thousand sessions with an eye on memory and handles. */
export async function transmitRows(rig: CardRig): Promise<BenchRow[]> {
  const card = await rig.insert(0)
  const pcsc = new Pcsc()
  const reader = await firstReader(pcsc)
  const program = buildProgram(rig)
  const [mine, base]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn++) {
    mine.push(Number(ours(reader, rounds)))
    base.push(theirs(program, reader))
  }
  const left = ours(reader, rounds, cycles) as { memory: number; handles: number; each: number }
  await pcsc.stop()
  await rig.remove(card)
  return [
    // Medians jump to the double with the cores on which daemon and card happen to run, for C as for us: the quieter
    // quarter of the turns speaks.
    against('card transmit, median', quantile(mine, 0.25), 'µs', 'C program', quantile(base, 0.25), 1.5),
    within(`card sessions, memory grown in ${cycles}`, Math.max(0, left.memory), 'MB', 16),
    within(`card sessions, handles grown in ${cycles}`, Math.max(0, left.handles), '', 1),
    within('card session (connect, transmit, disconnect)', left.each, 'ms', 5),
  ]
}
