import { parentPort } from 'node:worker_threads'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import { Pcsc } from '../../../native/pcsclite/pcsc.ts'
import type { Card } from '../card.ts'
import { openCard } from '../open-card.ts'
import type { CallMessage, ReaderCall, ReaderCalls } from './calls.ts'
import { openChannel } from './pcsc-channel.ts'
import { Progress } from './progress.ts'

/** What the thread is started with. */
export interface ThreadData {
  readonly reader: string
  /** See `Progress`. */
  readonly shared: SharedArrayBuffer
}

/** Serves one reader: each call blocks this thread until the card has answered, and nothing else waits for that. */
export function serveReader(data: ThreadData): void {
  const { reader, shared } = data
  const calls = readerCalls(reader, new Progress(shared))
  parentPort?.on('message', ({ call, values }: CallMessage) => {
    const serve = (calls as Record<ReaderCall, (...values: unknown[]) => Promise<unknown>>)[call]
    void serve(...values).then((answer) => parentPort?.postMessage(answer))
  })
}

function readerCalls(reader: string, progress: Progress): ReaderCalls {
  const pcsc = new Pcsc('caller')
  let card: Card | undefined
  const withCard = <T>(work: (open: Card) => Promise<Result<T>>): Promise<Result<T>> =>
    card ? work(card) : Promise.resolve(refuse(failure('card.removed')))
  return {
    async open(atr) {
      const channel = await openChannel(pcsc, reader, progress)
      if (!channel.ok) return channel
      const opened = await openCard(channel.value, atr)
      if (!opened.ok) return opened
      card = opened.value
      return ok(card.info)
    },
    triesLeft: () => withCard((open) => open.triesLeft()),
    readCertificate: () => withCard((open) => open.readCertificate()),
    async verifyPin(pin) {
      const outcome = await withCard((open) => open.verifyPin(pin))
      pin.fill(0)
      return outcome
    },
    async changePin(old, next) {
      const outcome = await withCard((open) => open.changePin(old, next))
      old.fill(0)
      next.fill(0)
      return outcome
    },
    sign: (request) => withCard((open) => open.sign(request)),
    async close() {
      await card?.close()
      card = undefined
    },
    leave: () => pcsc.stop(),
  }
}
