import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { utf8 } from '../../../domain/crypto/bytes.ts'
import { CardClient } from '../../../electron/card/card-client.ts'
import type { CardName } from '../../../sandbox/authority/card-plans.ts'
import { practicePin } from '../../../sandbox/authority/practice-company.ts'
import { FaultyCard } from '../../../sandbox/card/faults.ts'
import { practiceCard } from '../../../sandbox/card/practice-card.ts'
import { insertCard } from '../../../sandbox/card/vpcd.ts'
import { EportWorkshop } from '../../support/eport-desk.ts'
import { buildHelper, type BuiltHelper } from '../../support/fork-helper.ts'
import { Openssl } from '../../support/openssl.ts'
import { opensslAgrees } from '../../support/openssl-agrees.ts'
import { Pcscd } from '../../support/pcscd.ts'
import { SkfWorkshop } from '../../support/skf-desk.ts'
import { until } from '../../support/until.ts'

const daemon = new Pcscd()
process.env['PCSCLITE_CSOCK_NAME'] = daemon.socket
const openssl = new Openssl()
const [eport, skf] = [new EportWorkshop(), new SkfWorkshop()]
const closing: (() => Promise<void>)[] = []
let helper: BuiltHelper

beforeAll(async () => {
  const [built] = await Promise.all([buildHelper('electron/card/process.ts'), daemon.start(), skf.build()])
  helper = built
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await eport.closeAll()
})
afterAll(async () => {
  await helper.remove()
  await daemon.close()
  openssl.close()
  eport.remove()
  skf.remove()
})

/** A client whose card lies where the back end finds it, and how often a PIN reached that card. */
interface Stand {
  readonly client: CardClient
  readonly pinCalls: () => number
}

const stands: Record<'pcsc' | 'eport' | 'skf', (card: CardName) => Promise<Stand>> = {
  pcsc: async (name) => {
    eport.card(name)
    const card = new FaultyCard(practiceCard(eport.folder, name, 'iso7816'))
    const start = (_: unknown, argument: Record<string, string>) => helper.start(argument)
    const client = new CardClient(start, { backend: 'pcsc', practiceFolder: eport.folder })
    await client.boot()
    // The driver of the virtual reader lets go of a card that comes before it has seen the one before leave.
    await until('the reader is empty', () => client.status().state === 'noCard')
    const inserted = await insertCard(card, daemon.port)
    closing.push(async () => {
      await client.shutdown()
      inserted.remove()
      await inserted.gone
    })
    return { client, pinCalls: () => card.pinCommands }
  },
  eport: async (name) => {
    const { control, client } = await eport.desk(name)
    return { client, pinCalls: () => control.pinCalls }
  },
  skf: async (name) => {
    const { token, client, close } = await skf.desk()
    closing.push(close)
    token.plugIn(skf.card(name))
    return { client, pinCalls: () => token.pinCalls }
  },
}

/** One case for all of them: nothing in it knows the back end. */
describe.each(['pcsc', 'eport', 'skf'] as const)('the same batch through %s', (backend) => {
  it.each(['operator', 'rsa-old'] as const)('is signed by card %s with one PIN, and openssl agrees', async (name) => {
    const { client, pinCalls } = await stands[backend](name)
    await until(
      () => `ready, but it is ${client.status().sentence}`,
      () => client.status().state === 'ready',
    )
    expect(client.status()).toMatchObject({ backend, holder: '演练员甲', copCode: 'MA9YLBG19', kind: 'operator' })
    const texts = ['进口报关单', 'EXPORT 出口 "引号" \\ 反斜线', '换行\n和 emoji 𠮷']
    const items = texts.map((text, index) => ({ id: `d${index}`, text }))
    const report = await client.sign({ pin: utf8(practicePin), items })
    expect(report.failure).toBeUndefined()
    expect(report.items.map((item, index) => opensslAgrees(openssl, item, texts[index] ?? ''))).toEqual([
      true,
      true,
      true,
    ])
    expect(pinCalls()).toBe(1)
  })
})
