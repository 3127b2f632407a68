import { utf8 } from '../../../domain/crypto/bytes.ts'
import { CardClient } from '../../../electron/card/card-client.ts'
import { practicePin } from '../../../sandbox/authority/practice-company.ts'
import { Iso7816Card } from '../../../sandbox/card/iso7816-card.ts'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import { FaultyCard, parseFaults } from '../../../sandbox/card/faults.ts'
import { buildHelper } from '../../support/fork-helper.ts'
import { until } from '../../support/until.ts'
import { against, quantile, within, type BenchRow } from '../row.ts'
import type { CardRig } from './rig.ts'

const batchSize = 200
/** A card that thinks this long over each command. Real keys take about 240 ms a signature (signing.json), so ours is strict. */
const thinking = 10
const rounds = 15

/** The card's own time for the signatures of a batch: the same machine, with nothing between. */
async function ownTime(rig: CardRig): Promise<number> {
  const card = new FaultyCard(
    new Iso7816Card(openAuthority(rig.folder).card('operator')),
    parseFaults(`delay=${thinking}`),
  )
  const select = Uint8Array.of(0x00, 0xa4, 0x04, 0x00, 0x09, 0xf0, ...utf8('YANLIAN'), 0x01)
  await card.transmit(select)
  await card.transmit(Uint8Array.of(0x00, 0x20, 0x00, 0x01, 8, ...utf8(practicePin)))
  const sign = Uint8Array.of(0x00, 0x2a, 0x9e, 0x9a, 32, ...new Uint8Array(32).fill(7), 0)
  const start = performance.now()
  for (let item = 0; item < batchSize; item++) await card.transmit(sign)
  return performance.now() - start
}

async function batchTime(client: CardClient): Promise<number> {
  const items = Array.from({ length: batchSize }, (_, index) => ({ id: `d${index}`, text: `原文 ${index}` }))
  let [first, last] = [0, 0]
  const onProgress = (_: unknown, done: number): void => {
    last = performance.now()
    if (done === 1) first = last
  }
  const report = await client.sign({ pin: utf8(practicePin), items }, { onProgress })
  if (report.failure) throw new Error(report.failure.code)
  // From the first signature to the last, scaled to the whole batch: opening the card is no part of its rate.
  return ((last - first) * batchSize) / (batchSize - 1)
}

/** A batch against the card's own rate, and how soon the card line tells the truth. The card process is forked. */
export async function batchRows(rig: CardRig): Promise<BenchRow[]> {
  process.env['UV_THREADPOOL_SIZE'] = '16'
  const helper = await buildHelper('electron/card/process.ts')
  const client = new CardClient((_, argument) => helper.start(argument), {
    backend: 'pcsc',
    practiceFolder: rig.folder,
  })
  await client.boot()
  const reach = (state: string): Promise<unknown> => until(state, () => client.status().state === state)
  await reach('noCard')
  const slow = await rig.insert(0, `delay=${thinking}`)
  await reach('ready')
  const own = await ownTime(rig)
  const batch = await batchTime(client)
  await rig.remove(slow)
  await reach('noCard')
  const shown: number[] = []
  for (let round = 0; round < rounds; round++) {
    const card = await rig.insert(1)
    let start = performance.now()
    await reach('ready')
    shown.push(performance.now() - start)
    start = performance.now()
    await Promise.all([rig.remove(card), reach('noCard')])
    shown.push(performance.now() - start)
  }
  await client.shutdown()
  await helper.remove()
  return [
    against(`card batch of ${batchSize}, ${thinking} ms a command`, batch, 'ms', 'the card alone', own, 1 / 0.85),
    within('card line after insert and pull, p95', quantile(shown, 0.95), 'ms', 1000),
  ]
}
