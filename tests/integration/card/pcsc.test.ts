import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fromHex, toHex } from '../../../domain/crypto/bytes.ts'
import { pcscCodeName } from '../../../native/pcsclite/codes.ts'
import type { Picture } from '../../../native/pcsclite/monitor.ts'
import { Pcsc } from '../../../native/pcsclite/pcsc.ts'
import { FaultyCard, parseFaults } from '../../../sandbox/card/faults.ts'
import { practiceCard } from '../../../sandbox/card/practice-card.ts'
import { insertCard, type InsertedCard } from '../../../sandbox/card/vpcd.ts'
import { Pcscd } from '../../support/pcscd.ts'
import { PcscProgram } from '../../support/pcsc-program.ts'
import { until } from '../../support/until.ts'

const daemon = new Pcscd()
process.env['PCSCLITE_CSOCK_NAME'] = daemon.socket
const folder = mkdtempSync(join(tmpdir(), 'practice-'))
const pcsc = new Pcsc()
const pictures: Picture[] = []
const inserted: InsertedCard[] = []

beforeAll(async () => {
  pcsc.start((picture) => pictures.push(picture))
  await until('the missing service is told', () => pictures.length > 0)
  await daemon.start()
}, 30_000)
afterEach(async () => {
  for (const card of inserted.splice(0)) card.remove()
  await until('all readers are empty', () => readers().every(({ card }) => card === 'absent'))
})
afterAll(async () => {
  await pcsc.stop()
  await daemon.close()
  rmSync(folder, { recursive: true })
})

const now = (): Picture => pictures.at(-1) ?? { service: false, code: 0 }
function readers() {
  const picture = now()
  return picture.service ? picture.readers : []
}
const insert = async (slot: number, faults = ''): Promise<FaultyCard> => {
  const card = new FaultyCard(practiceCard(folder, 'operator', 'iso7816'), parseFaults(faults))
  inserted.push(await insertCard(card, daemon.port + slot))
  await until('the card is seen', () => readers()[slot]?.card === 'present')
  return card
}
const reader = (slot: number): string => readers()[slot]?.reader ?? ''
/** Sockets that this process has open. */
const sockets = (): number =>
  readdirSync('/proc/self/fd').filter((handle) => {
    try {
      return readlinkSync(`/proc/self/fd/${handle}`).startsWith('socket:')
    } catch {
      // The handle with which the folder was listed is gone.
      return false
    }
  }).length
const challenge = fromHex('0084000008') ?? new Uint8Array()

async function opened(slot: number) {
  const result = await pcsc.connect(reader(slot))
  if (!result.ok) throw new Error(pcscCodeName(result.code))
  return result.value
}

describe('the PC/SC binding against pcscd', () => {
  it('says that no service runs, then finds it and its readers by itself', async () => {
    expect(pictures[0]).toEqual({ service: false, code: 0x8010001d })
    await until('both slots are seen', () => readers().length === 2)
    expect(readers().map(({ card }) => card)).toEqual(['absent', 'absent'])
  })

  it('tells insertion with the answer to reset, and removal', async () => {
    const card = await insert(0)
    expect(toHex(readers()[0]?.atr ?? new Uint8Array())).toBe(toHex(card.machine.atr))
    const changes = readers()[0]?.changes ?? 0
    inserted.splice(0).forEach((line) => line.remove())
    await until('the removal is seen', () => readers()[0]?.card === 'absent')
    await insert(0)
    expect(readers()[0]?.changes).toBeGreaterThan(changes)
  })

  it('sends commands in a transaction and resets the card at the end', async () => {
    await insert(1)
    const card = await opened(1)
    expect((await card.begin()).ok).toBe(true)
    const answer = await card.transmit(challenge)
    expect(answer.ok && answer.value.length).toBe(10)
    expect((await card.end('leave')).ok).toBe(true)
    expect((await card.disconnect('reset')).ok).toBe(true)
  })

  it('takes an empty answer for an error when the card dies in mid-command', async () => {
    await insert(0, 'drop@1')
    const card = await opened(0)
    const answer = await card.transmit(challenge)
    expect(answer.ok).toBe(false)
    await card.disconnect('reset')
  })

  it('lets the other reader work while one card says nothing', async () => {
    await insert(0, 'mute@1')
    await insert(1)
    const [mute, alive] = [await opened(0), await opened(1)]
    const waiting = mute.transmit(challenge)
    const answer = await alive.transmit(challenge)
    expect(answer.ok && answer.value.length).toBe(10)
    inserted[0]?.remove()
    expect((await waiting).ok).toBe(false)
    await mute.disconnect('reset')
    await alive.disconnect('reset')
  })

  it('tells within two seconds that another program took a card for itself, and that it let go', async () => {
    await insert(0)
    expect(readers()[0]?.exclusive).toBe(false)
    const program = await PcscProgram.start(reader(0))
    program.say('own')
    await program.heard('own')
    const start = Date.now()
    await until('it is told', () => readers()[0]?.exclusive === true)
    expect(Date.now() - start).toBeLessThan(2000)
    await program.end()
    await until('it is over', () => readers()[0]?.exclusive === false)
  })

  it('finds the service again after it was killed, and connects again', async () => {
    await insert(0)
    const card = await opened(0)
    await daemon.kill()
    await until('the loss is told', () => !now().service)
    expect((await card.transmit(challenge)).ok).toBe(false)
    await daemon.start()
    inserted.splice(0)
    await until('the readers are back', () => readers().length === 2)
    await insert(0)
    const again = await opened(0)
    expect((await again.transmit(challenge)).ok).toBe(true)
    await again.disconnect('reset')
  })

  it('keeps no socket to a service that went away', async () => {
    const outage = async (): Promise<void> => {
      await insert(0)
      await (await opened(0)).disconnect('reset')
      await daemon.kill()
      await until('the loss is told', () => !now().service)
      inserted.splice(0)
      await daemon.start()
      await until('the readers are back', () => readers().length === 2)
    }
    await outage()
    const before = sockets()
    for (let nth = 0; nth < 3; nth++) await outage()
    await until('no more sockets are open than before', () => sockets() <= before)
  })
})
