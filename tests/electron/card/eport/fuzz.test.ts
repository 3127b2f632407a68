import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { fromBase64, utf8 } from '../../../../domain/crypto/bytes.ts'
import { readCertificate } from '../../../../domain/crypto/certificate.ts'
import { verifySignature } from '../../../../domain/crypto/verify-signature.ts'
import { CardDesk, type DeskView } from '../../../../electron/card/card-desk.ts'
import { EportBackend } from '../../../../electron/card/eport/eport-backend.ts'
import { readAnswer } from '../../../../electron/card/eport/messages.ts'
import { readCardFile } from '../../../../sandbox/authority/card-file.ts'
import { practicePin } from '../../../../sandbox/authority/practice-company.ts'
import { EportWorkshop } from '../../../support/eport-desk.ts'
import { random } from '../../../support/hostile-card.ts'
import { spoil } from '../../../support/hostile-control.ts'
import { until } from '../../../support/until.ts'

/** Messages to spoil; the long run (`CARD_FUZZ=100000`) is the proof, the short one keeps watch. */
const messages = Number(process.env['CARD_FUZZ'] ?? 1200)
/** A line that says nothing for so long hangs; a loaded machine alone does not take this long. */
const hung = 60_000
const seed = Number(process.env['CARD_FUZZ_SEED'] ?? Date.now() % 1_000_000)

const workshop = new EportWorkshop()
afterEach(() => workshop.closeAll())
afterAll(() => workshop.remove())
const roots = workshop.authority.registry.roots.flatMap((root) => readCertificate(root) ?? [])

describe(`a hostile control (${messages} messages, seed ${seed})`, () => {
  it(
    'crashes nothing, hangs nothing, gets no PIN that the clerk did not type, and gives no signature that does not verify',
    async () => {
      const pick = random(seed)
      const control = await workshop.control()
      let [heard, badness] = [0, 0]
      control.bend = (answer) => {
        heard++
        return pick(100) < badness ? spoil(answer, pick) : answer
      }
      let view: DeskView | undefined
      const options = { ...workshop.options(control.port), patience: { command: 100, secret: 100 }, look: 2 }
      const backend = new EportBackend(options)
      const desk = new CardDesk({ backend, roots, tell: (told) => (view = told) })
      desk.start()
      const certificate = readCertificate(readCardFile(workshop.card('operator')).certificate)
      if (!certificate) throw new Error('no certificate')
      let [typed, signed] = [0, 0]
      const tell = (item: { outcome: string; signature?: string }): void => {
        if (item.outcome !== 'signed') return
        signed++
        expect(verifySignature(utf8('一'), fromBase64(item.signature ?? '') ?? new Uint8Array(), certificate)).toBe(
          true,
        )
      }
      while (heard < messages) {
        badness = [0, 3, 15, 60, 100][pick(5)] ?? 0
        control.insert(workshop.card('operator'))
        const before = heard
        await until('the line settles', () => view?.status.state === 'ready' || heard > before + 8, hung)
        expect(control.pinCalls).toBeLessThanOrEqual(typed)
        if (view?.status.state !== 'ready') continue
        typed++
        const { cardNo } = view.status
        const items = [{ id: '0', message: utf8('一') }]
        const presented = control.pinCalls
        await desk.sign({ cardNo, pin: utf8(practicePin), items, tell, cancelled: () => false })
        expect(control.pinCalls - presented).toBeLessThanOrEqual(1)
      }
      await desk.stop()
      expect(control.pinCalls).toBeLessThanOrEqual(typed)
      expect(signed).toBeGreaterThan(0)
    },
    60 * 60_000,
  )

  it('says nothing that makes the reader of its messages throw', () => {
    const pick = random(seed)
    const answers = [
      { _id: 1, _method: 'cus-sec_SpcGetCardID', _status: '00', _args: { Result: true, Data: ['03-2'], Error: [] } },
      { _id: 0, _method: '_nextBlock', _args: { Result: true, Data: [{ guid: 'x', next: 1, finish: false }] } },
    ].map((answer) => JSON.stringify(answer))
    for (let count = 0; count < messages; count++) {
      const spoiled = spoil(answers[count % 2] ?? '', pick)
      const read = readAnswer(spoiled.toString('utf8'))
      if (read && 'id' in read) expect(Number.isSafeInteger(read.id)).toBe(true)
    }
  }, 3_600_000)
})
