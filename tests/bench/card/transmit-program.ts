import { readdirSync } from 'node:fs'
import type { Connection } from '../../../native/pcsclite/connection.ts'
import { Pcsc } from '../../../native/pcsclite/pcsc.ts'
import { median } from '../row.ts'

/*
 * What `transmit.c` does, through our binding, in a program of its own as well; it waits for each call as the thread of
 * a reader does. Prints the median of the round trips in microseconds, or with a third argument what so many sessions
 * have left behind. Usage: transmit-program.ts <reader> <rounds> [sessions]
 */
const [reader = '', rounds = '', sessions = ''] = process.argv.slice(2)
const challenge = Uint8Array.of(0x00, 0x84, 0x00, 0x00, 0x08)
const pcsc = new Pcsc('caller')

async function connect(): Promise<Connection> {
  const card = await pcsc.connect(reader)
  if (!card.ok) throw new Error(card.code.toString(16))
  return card.value
}

async function transmit(card: Connection): Promise<void> {
  const answer = await card.transmit(challenge)
  if (!answer.ok) throw new Error(answer.code.toString(16))
}

async function roundTrips(count: number): Promise<number> {
  const card = await connect()
  await card.begin()
  const taken: number[] = []
  for (let round = -100; round < count; round++) {
    const start = performance.now()
    await transmit(card)
    if (round >= 0) taken.push((performance.now() - start) * 1000)
  }
  await card.end('leave')
  await card.disconnect('reset')
  return median(taken)
}

/** Open handles of this process (Linux). */
const handles = (): number => readdirSync('/proc/self/fd').length

async function cycle(count: number): Promise<void> {
  for (let round = 0; round < count; round++) {
    const card = await connect()
    await transmit(card)
    await card.disconnect('leave')
  }
}

/** Sessions after a tenth of them: memory grown (MB), handles grown, each one's time (ms). */
async function leftBehind(count: number): Promise<{ memory: number; handles: number; each: number }> {
  await cycle(count / 10)
  const [memory, open, start] = [process.memoryUsage.rss(), handles(), performance.now()]
  await cycle(count)
  const each = (performance.now() - start) / count
  return { memory: (process.memoryUsage.rss() - memory) / 1_048_576, handles: handles() - open, each }
}

console.log(sessions === '' ? await roundTrips(Number(rounds)) : JSON.stringify(await leftBehind(Number(sessions))))
await pcsc.stop()
