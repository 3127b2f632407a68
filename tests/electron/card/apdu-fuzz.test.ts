import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { utf8 } from '../../../domain/crypto/bytes.ts'
import { readCertificate } from '../../../domain/crypto/certificate.ts'
import { ApduBackend } from '../../../electron/card/apdu-backend.ts'
import { CardDesk, type DeskView } from '../../../electron/card/card-desk.ts'
import { VirtualReaders } from '../../../electron/card/virtual-backend.ts'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import { readCardFile, writeCardFile } from '../../../sandbox/authority/card-file.ts'
import { practicePin } from '../../../sandbox/authority/practice-company.ts'
import { FaultyCard } from '../../../sandbox/card/faults.ts'
import { cardProfiles, practiceCard } from '../../../sandbox/card/practice-card.ts'
import { HostileCard, random } from '../../support/hostile-card.ts'
import { until } from '../../support/until.ts'

/** Answers to spoil; the long run (`CARD_FUZZ=100000`) is the proof, the short one keeps watch. */
const answers = Number(process.env['CARD_FUZZ'] ?? 5000)
const seed = Number(process.env['CARD_FUZZ_SEED'] ?? Date.now() % 1_000_000)

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
const authority = openAuthority(folder)
afterAll(() => rmSync(folder, { recursive: true }))

const roots = authority.registry.roots.flatMap((root) => readCertificate(root) ?? [])
const settled = (view: DeskView | undefined): boolean =>
  view !== undefined && !['reading', 'signing'].includes(view.status.state)

describe(`a hostile card (${answers} answers, seed ${seed})`, () => {
  it(
    'crashes nothing, hangs nothing, and gets no PIN that the clerk did not type',
    async () => {
      const pick = random(seed)
      const readers = new VirtualReaders(['R'])
      let view: DeskView | undefined
      const backend = new ApduBackend(readers, { command: 2000, secret: 2000 })
      const desk = new CardDesk({ backend, roots, tell: (told) => (view = told) })
      desk.start()
      let [heard, presented, typed, signed] = [0, 0, 0, 0]
      const path = authority.card('operator')
      const fresh = readCardFile(path)
      while (heard < answers) {
        const profile = cardProfiles[pick(cardProfiles.length)] ?? 'iso7816'
        const card = new FaultyCard(practiceCard(folder, 'operator', profile))
        const hostile = new HostileCard(card, pick, [2, 10, 50, 100][pick(4)] ?? 10)
        readers.insert('R', hostile)
        await until('the line settles', () => settled(view), 60_000)
        const { cardNo = '', state } = view?.status ?? {}
        if (state === 'ready') {
          typed++
          const items = [utf8('一'), utf8('二')].map((message, index) => ({ id: `${index}`, message }))
          const tell = (item: { outcome: string }): void => {
            if (item.outcome === 'signed') signed++
          }
          await desk.sign({ cardNo, pin: utf8(practicePin), items, tell, cancelled: () => false })
          writeCardFile(path, fresh)
        } else expect(card.pinCommands).toBe(0)
        expect(card.pinCommands).toBeLessThanOrEqual(1)
        presented += card.pinCommands
        heard += hostile.answers
      }
      await desk.stop()
      expect(presented).toBeLessThanOrEqual(typed)
      expect(signed).toBeGreaterThan(0)
    },
    60 * 60_000,
  )
})
