import { ApduBackend } from '../../electron/card/apdu-backend.ts'
import { CardClient } from '../../electron/card/card-client.ts'
import { VirtualReaders } from '../../electron/card/virtual-backend.ts'
import type { CardState } from '../../domain/states/card.ts'
import { openAuthority } from '../../sandbox/authority/authority.ts'
import { readCardFile, writeCardFile } from '../../sandbox/authority/card-file.ts'
import type { CardName } from '../../sandbox/authority/card-plans.ts'
import { FaultyCard, parseFaults } from '../../sandbox/card/faults.ts'
import { practiceCard, type CardProfile } from '../../sandbox/card/practice-card.ts'
import { loopback } from './loopback.ts'
import { until } from './until.ts'

const limits = { pulse: 50, silence: 2000, job: 3000, restart: [5, 20] } as const

/**
 * A card client with two readers of this process, `A` and `B`; cards are put in by the test, which keeps them in its
 * hand. A process that died leaves its readers without power.
 */
export function virtualDesk(folder: string, patience = { command: 150, secret: 150 }) {
  const authority = openAuthority(folder)
  const held = new Map<string, FaultyCard>()
  let readers = new VirtualReaders(['A', 'B'])
  const makeBackend = () => {
    void readers.stop()
    readers = new VirtualReaders(['A', 'B'])
    for (const [reader, card] of held) readers.insert(reader, card)
    return new ApduBackend(readers, patience)
  }
  const loop = loopback(makeBackend, authority.registry.roots)
  const client = new CardClient(loop.start, { backend: 'virtual', limits })
  return {
    loop,
    client,
    /** Puts a card with all its tries into a reader. */
    insert: (reader: 'A' | 'B', name: CardName, faults = '', profile: CardProfile = 'iso7816'): FaultyCard => {
      const path = authority.card(name)
      writeCardFile(path, { ...readCardFile(path), triesLeft: 6 })
      const card = new FaultyCard(practiceCard(folder, name, profile), parseFaults(faults))
      held.set(reader, card)
      readers.insert(reader, card)
      return card
    },
    remove: (reader: 'A' | 'B'): void => {
      held.delete(reader)
      readers.remove(reader)
    },
    reach: (state: CardState): Promise<unknown> =>
      until(
        () => `${state}, but it is ${client.status().state}`,
        () => client.status().state === state,
      ),
  }
}
