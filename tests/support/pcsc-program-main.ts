import { createInterface } from 'node:readline'
import { abis } from '../../native/pcsclite/abi.ts'
import { PcscLibrary } from '../../native/pcsclite/library.ts'

/** The program behind `PcscProgram`: takes orders on its input and says each when it is done. */
const reader = process.argv[2] ?? ''
const [shared, exclusive, any, leave, reset] = [2, 1, 3, 0, 1]
const library = new PcscLibrary(abis.linux)
const { context } = await library.establish()
let card = (await library.connect(context, reader, shared, any)).card

const orders: Record<string, () => Promise<unknown>> = {
  reset: () => library.reconnect(card, shared, any, reset),
  hold: () => library.begin(card),
  release: () => library.end(card, leave),
  own: async () => {
    await library.disconnect(card, leave)
    const owned = await library.connect(context, reader, exclusive, any)
    card = owned.card
    if (owned.code !== 0) console.log(`refused ${owned.code.toString(16)}`)
  },
}
console.log('started')
for await (const line of createInterface({ input: process.stdin })) {
  await orders[line]?.()
  console.log(line)
}
await library.disconnect(card, leave)
await library.release(context)
