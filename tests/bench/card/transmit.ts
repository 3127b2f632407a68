import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Pcsc } from '../../../native/pcsclite/pcsc.ts'
import { against, median, quantile, within, type BenchRow } from '../row.ts'
import type { CardRig } from './rig.ts'

const rounds = 200
const turns = 25
const cycles = 10_000
const challenge = Uint8Array.of(0x00, 0x84, 0x00, 0x00, 0x08)

/** The reader of the first slot, from a running monitor. */
async function firstReader(pcsc: Pcsc): Promise<string> {
  return new Promise((resolve) => {
    pcsc.start((picture) => {
      const present = picture.service ? picture.readers.find(({ card }) => card === 'present') : undefined
      if (present) resolve(present.reader)
    })
  })
}

/** Median of round trips through our binding, microseconds. */
async function ours(pcsc: Pcsc, reader: string): Promise<number> {
  const card = await pcsc.connect(reader)
  if (!card.ok) throw new Error(card.code.toString(16))
  await card.value.begin()
  const taken: number[] = []
  for (let round = -100; round < rounds; round++) {
    const start = performance.now()
    const answer = await card.value.transmit(challenge)
    if (!answer.ok) throw new Error(answer.code.toString(16))
    if (round >= 0) taken.push((performance.now() - start) * 1000)
  }
  await card.value.end('leave')
  await card.value.disconnect('reset')
  return median(taken)
}

function buildProgram(rig: CardRig): string {
  const program = join(rig.folder, 'transmit')
  const source = join(import.meta.dirname, 'transmit.c')
  execFileSync('cc', ['-O2', '-I/usr/include/PCSC', '-o', program, source, '-lpcsclite'])
  return program
}

/** Median of round trips of the C program, microseconds. */
const theirs = (program: string, reader: string): number =>
  Number(execFileSync(program, [reader, String(rounds)], { encoding: 'utf8' }))

async function cycle(pcsc: Pcsc, reader: string): Promise<void> {
  const card = await pcsc.connect(reader)
  if (!card.ok) throw new Error(card.code.toString(16))
  const answer = await card.value.transmit(challenge)
  if (!answer.ok) throw new Error(answer.code.toString(16))
  await card.value.disconnect('leave')
}

/** Open handles of this process (Linux). */
const handles = (): number => readdirSync('/proc/self/fd').length

/** Round trips against C turn about, then ten thousand sessions with an eye on memory and handles. */
export async function transmitRows(rig: CardRig): Promise<BenchRow[]> {
  const card = await rig.insert(0)
  const pcsc = new Pcsc()
  const reader = await firstReader(pcsc)
  const program = buildProgram(rig)
  const [mine, base]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn++) {
    mine.push(await ours(pcsc, reader))
    base.push(theirs(program, reader))
  }
  for (let round = 0; round < 1000; round++) await cycle(pcsc, reader)
  const [memory, open, start] = [process.memoryUsage.rss(), handles(), performance.now()]
  for (let round = 0; round < cycles; round++) await cycle(pcsc, reader)
  const each = (performance.now() - start) / cycles
  const grown = Math.max(0, process.memoryUsage.rss() - memory) / 1_048_576
  const leaked = handles() - open
  await pcsc.stop()
  await rig.remove(card)
  return [
    // Medians jump to the double with the cores on which daemon and card happen to run, for C as for us: the quieter
    // quarter of the turns speaks.
    against('card transmit, median', quantile(mine, 0.25), 'µs', 'C program', quantile(base, 0.25), 1.5),
    within(`card sessions, memory grown in ${cycles}`, grown, 'MB', 16),
    within(`card sessions, handles grown in ${cycles}`, Math.max(0, leaked), '', 1),
    within('card session (connect, transmit, disconnect)', each, 'ms', 5),
  ]
}
