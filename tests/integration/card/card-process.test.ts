import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fromBase64, utf8 } from '../../../domain/crypto/bytes.ts'
import { readCertificate } from '../../../domain/crypto/certificate.ts'
import { rawToDer } from '../../../domain/crypto/sm2-signature.ts'
import type { CardState } from '../../../domain/states/card.ts'
import { CardClient } from '../../../electron/card/card-client.ts'
import type { SignedItem } from '../../../electron/card/sign-job.ts'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import { readCardFile, writeCardFile } from '../../../sandbox/authority/card-file.ts'
import type { CardName } from '../../../sandbox/authority/card-plans.ts'
import { pem } from '../../../sandbox/authority/make-authority.ts'
import { practiceOperator, practicePin } from '../../../sandbox/authority/practice-company.ts'
import { FaultyCard, parseFaults } from '../../../sandbox/card/faults.ts'
import { practiceCard, type CardProfile } from '../../../sandbox/card/practice-card.ts'
import { insertCard, type InsertedCard } from '../../../sandbox/card/vpcd.ts'
import { buildHelper, type BuiltHelper } from '../../support/fork-helper.ts'
import { Openssl } from '../../support/openssl.ts'
import { Pcscd } from '../../support/pcscd.ts'
import { PcscProgram } from '../../support/pcsc-program.ts'
import { until } from '../../support/until.ts'

/** The card process as it runs in the product, forked, over real pcscd and virtual readers. */
const daemon = new Pcscd()
process.env['PCSCLITE_CSOCK_NAME'] = daemon.socket
process.env['UV_THREADPOOL_SIZE'] = '16'
const folder = mkdtempSync(join(tmpdir(), 'practice-'))
const openssl = new Openssl()
const inserted = new Map<number, InsertedCard>()
let helper: BuiltHelper
let client: CardClient

beforeAll(async () => {
  openAuthority(folder)
  await daemon.start()
  helper = await buildHelper('electron/card/process.ts')
  client = new CardClient((_, argument) => helper.start(argument), { backend: 'pcsc', practiceFolder: folder })
  await client.boot()
  await reach('noCard')
}, 60_000)
afterEach(async () => {
  for (const slot of [...inserted.keys()]) remove(slot)
  await reach('noCard')
})
afterAll(async () => {
  await client.shutdown()
  await helper.remove()
  await daemon.close()
  openssl.close()
  rmSync(folder, { recursive: true })
})

const reach = (state: CardState): Promise<unknown> =>
  until(
    () => `${state}, but it is ${client.status().state} (${client.status().sentence})`,
    () => client.status().state === state,
  )

async function insert(
  slot: number,
  name: CardName,
  faults = '',
  profile: CardProfile = 'iso7816',
): Promise<FaultyCard> {
  const path = openAuthority(folder).card(name)
  writeCardFile(path, { ...readCardFile(path), triesLeft: 6 })
  const card = new FaultyCard(practiceCard(folder, name, profile), parseFaults(faults))
  inserted.set(slot, await insertCard(card, daemon.port + slot))
  return card
}
function remove(slot: number): void {
  inserted.get(slot)?.remove()
  inserted.delete(slot)
}

const batch = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `d${index}`, text: `原文 ${index}` }))
const pin = (text: string = practicePin): Uint8Array => utf8(text)
const signedCount = (items: readonly SignedItem[]): number => items.filter(({ outcome }) => outcome === 'signed').length

/** The heap snapshot of a folder, once it is written to its end. */
function wholeSnapshot(traces: string): string | undefined {
  const name = readdirSync(traces).find((each) => each.endsWith('.heapsnapshot'))
  const file = name === undefined ? undefined : join(traces, name)
  return file !== undefined && readFileSync(file, 'utf8').trimEnd().endsWith(']}') ? file : undefined
}

/** Does openssl accept the signature of an item over its text? */
function opensslAgrees(item: SignedItem | undefined, text: string): boolean {
  const certificate = item?.outcome === 'signed' ? readCertificate(item.certificate) : undefined
  const signature = item?.outcome === 'signed' ? fromBase64(item.signature) : undefined
  if (!certificate || !signature) return false
  openssl.write('card.pem', pem(certificate.der))
  return certificate.algorithm === 'SM2'
    ? openssl.verifiesSm2('card.pem', utf8(text), rawToDer(signature))
    : openssl.verifiesRsa('card.pem', 'sha1', utf8(text), signature)
}

describe('the card process over pcscd', () => {
  it.each([
    ['operator', 'iso7816'],
    ['operator', 'gmt0017'],
    ['rsa-old', 'iso7816'],
  ] as const)('reads and signs with card %s, profile %s, and openssl agrees', async (name, profile) => {
    const card = await insert(0, name, '', profile)
    await reach('ready')
    const { items, failure } = await client.sign({ pin: pin(), items: batch(3) })
    expect(failure).toBeUndefined()
    expect(opensslAgrees(items[2], '原文 2')).toBe(true)
    expect(card.pinCommands).toBe(1)
    await reach('ready')
  })

  it('shows insertion and removal within two seconds', async () => {
    const start = Date.now()
    await insert(1, 'operator')
    await reach('ready')
    expect(Date.now() - start).toBeLessThan(2000)
    const pulled = Date.now()
    remove(1)
    await reach('noCard')
    expect(Date.now() - pulled).toBeLessThan(2000)
  })

  it('chooses between two readers by operator', async () => {
    const [second, first] = [await insert(0, 'second'), await insert(1, 'operator', '', 'gmt0017')]
    await until('both are read', () => client.cards().filter(({ state }) => state === 'ready').length === 2)
    client.want(practiceOperator.cardNo, '')
    await until('the operator is chosen', () => client.status().cardNo === practiceOperator.cardNo)
    const { items } = await client.sign({ pin: pin(), items: batch(2) })
    expect(signedCount(items)).toBe(2)
    expect([second.pinCommands, first.pinCommands]).toEqual([0, 1])
    client.want('', '')
  })

  it('presents one PIN at most wherever the card is pulled in a signing, and comes back each time', async () => {
    const probe = await insert(0, 'operator')
    await reach('ready')
    const reading = probe.commands
    await client.sign({ pin: pin(), items: batch(3) })
    await reach('ready')
    remove(0)
    await reach('noCard')
    // Reading comes before and after the signing; between them lies every command of a signing of three.
    for (let at = reading + 1; at <= probe.commands - reading; at++) {
      const card = await insert(0, 'operator', `pull@${at}`)
      await reach('ready')
      const { items, failure } = await client.sign({ pin: pin(), items: batch(3) })
      expect(signedCount(items)).toBeLessThan(3)
      expect(['card.removed', 'card.lost', 'card.noCard']).toContain(failure?.code)
      expect(card.pinCommands).toBeLessThanOrEqual(1)
      remove(0)
      await reach('noCard')
    }
  })

  it('goes on in the other reader while one card is mute, and names the mute one', async () => {
    await insert(0, 'second', 'mute@4')
    await insert(1, 'operator')
    await until('the operator is ready', () => client.cards().some(({ state }) => state === 'ready'))
    const { items } = await client.sign({ cardNo: practiceOperator.cardNo, pin: pin(), items: batch(2) })
    expect(signedCount(items)).toBe(2)
    await until('the other is told as mute', () => client.cards().some(({ state }) => state === 'mute'), 15_000)
  })

  it('survives pcscd being killed in mid-signing: what was signed stays, the PIN is not given again', async () => {
    const card = await insert(0, 'operator', 'delay=20')
    await reach('ready')
    let kill: Promise<void> | undefined
    const onProgress = (_: SignedItem, done: number): void => {
      if (done === 3) kill = daemon.kill()
    }
    const { items, failure } = await client.sign({ pin: pin(), items: batch(40) }, { onProgress })
    await kill
    expect(signedCount(items)).toBeGreaterThanOrEqual(3)
    expect(['card.lost', 'card.noService', 'card.removed']).toContain(failure?.code)
    await reach('noService')
    inserted.clear()
    await daemon.start()
    await reach('noCard')
    await insert(0, 'operator')
    await reach('ready')
    expect(card.pinCommands).toBe(1)
  })

  it('goes down to blocked with six wrong PINs, one presentation each', async () => {
    const card = await insert(0, 'operator')
    for (let typed = 1; typed <= 6; typed++) {
      await reach('ready')
      const { failure } = await client.sign({ pin: pin('00000000'), items: batch(5) })
      expect(failure?.code).toBe(typed < 6 ? 'card.wrongPin' : 'card.blocked')
    }
    await reach('blocked')
    expect(card.pinCommands).toBe(6)
  })

  it('is not disturbed by another program that resets the card between two batches', async () => {
    const card = await insert(0, 'operator')
    await reach('ready')
    const program = await PcscProgram.start(client.status().reader)
    program.say('reset')
    await program.heard('reset')
    const { items } = await client.sign({ pin: pin(), items: batch(2) })
    expect(signedCount(items)).toBe(2)
    expect(card.pinCommands).toBe(1)
    await program.end()
  })

  it('says that another program holds the card, presents nothing, and goes on when it lets go', async () => {
    const card = await insert(0, 'operator')
    await reach('ready')
    const program = await PcscProgram.start(client.status().reader)
    program.say('hold')
    await program.heard('hold')
    const { failure } = await client.sign({ pin: pin(), items: batch(2) })
    expect(failure?.code).toBe('card.busy')
    expect(card.pinCommands).toBe(0)
    program.say('release')
    await program.heard('release')
    await reach('ready')
    const { items } = await client.sign({ pin: pin(), items: batch(2) })
    expect(signedCount(items)).toBe(2)
    await program.end()
  })

  it('says that another program opened the card for itself, and goes on when it is closed', async () => {
    const card = await insert(0, 'operator')
    await reach('ready')
    const program = await PcscProgram.start(client.status().reader)
    program.say('own')
    await program.heard('own')
    await reach('busy')
    const { failure } = await client.sign({ cardNo: practiceOperator.cardNo, pin: pin(), items: batch(2) })
    expect(failure?.code).toBe('card.busy')
    expect(card.pinCommands).toBe(0)
    await program.end()
    await reach('ready')
  })

  it('keeps no PIN in its heap after a signing, nor writes it anywhere', async () => {
    const traces = mkdtempSync(join(tmpdir(), 'heap-'))
    const secret = `${70_000_000 + (Date.now() % 9_999_999)}`
    const path = openAuthority(folder).card('second')
    const before = readCardFile(path)
    writeCardFile(path, { ...before, pin: secret })
    let pid: number | undefined
    const own = new CardClient(
      (_, argument) => {
        const started = helper.start(argument, ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${traces}`])
        pid = started.pid
        return started
      },
      { backend: 'pcsc', practiceFolder: folder },
    )
    await own.boot()
    await insert(0, 'second')
    await until('the card is ready', () => own.status().state === 'ready')
    const { items } = await own.sign({ pin: pin(secret), items: batch(3) })
    expect(signedCount(items)).toBe(3)
    if (pid !== undefined) process.kill(pid, 'SIGUSR2')
    const file = await until('the snapshot is whole', () => wholeSnapshot(traces), 30_000)
    expect(readFileSync(file, 'utf8')).not.toContain(secret)
    await own.shutdown()
    writeCardFile(path, before)
    expect(readdirSync(traces)).toHaveLength(1)
    rmSync(traces, { recursive: true })
  })

  it('leaves a card of another program alone after one harmless question', async () => {
    const foreign = await insert(0, 'operator', '', 'foreign')
    await insert(1, 'operator')
    await reach('ready')
    await until('the foreign card is known', () => client.cards().some(({ state }) => state === 'unknownCard'))
    expect(foreign.commands).toBe(1)
    remove(1)
    await until('the empty reader speaks', () => client.status().state === 'noCard')
  })
})
