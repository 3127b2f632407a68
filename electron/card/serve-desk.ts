import { openAuthority } from '../../sandbox/authority/authority.ts'
import { cardNames } from '../../sandbox/authority/card-plans.ts'
import { FaultyCard, parseFaults } from '../../sandbox/card/faults.ts'
import { cardProfiles, practiceCard } from '../../sandbox/card/practice-card.ts'
import { parent, startArgument } from '../process/parent.ts'
import { ApduBackend } from './apdu-backend.ts'
import type { CardBackend } from './card.ts'
import { CardServer } from './card-server.ts'
import { EportBackend } from './eport/eport-backend.ts'
import { PcscBackend } from './pcsc/pcsc-backend.ts'
import { practiceReader, PracticeCards, type MakePracticeCard } from './practice-cards.ts'
import { findLibrary } from './skf/find-library.ts'
import { SkfBackend } from './skf/skf-backend.ts'
import { VirtualReaders } from './virtual-backend.ts'

/*
 * Here, and only here, the practice card of `sandbox/` is handed to the card layer. Argument of the process: `backend`,
 * `practiceFolder` (practice only: its authority is trusted), `roots` (JSON list of PEM), `skfLibrary` (id of the
 * allow-list; without it the first one that is installed).
 */
const argument = startArgument()
const folder = argument['practiceFolder'] ?? ''

const makeCard: MakePracticeCard = (name, profile, fault) => {
  const card = cardNames.find((each) => each === name)
  const layout = cardProfiles.find((each) => each === profile)
  const faults = parseFaults(fault)
  return card && layout && faults ? new FaultyCard(practiceCard(folder, card, layout), faults) : undefined
}

function trustedRoots(): string[] {
  if (folder !== '') return openAuthority(folder).registry.roots
  const given: unknown = JSON.parse(argument['roots'] ?? '[]')
  return Array.isArray(given) ? given.filter((root) => typeof root === 'string') : []
}

const readers = new VirtualReaders([practiceReader])
const practice = new PracticeCards(readers, makeCard)

function chooseBackend(kind: string, threadFile: string): CardBackend {
  if (kind === 'virtual') return new ApduBackend(readers)
  if (kind === 'eport') return new EportBackend()
  if (kind === 'skf') return new SkfBackend({ find: () => findLibrary(argument['skfLibrary'] ?? '') })
  return new PcscBackend(threadFile)
}

/** Serves the desk for the process that started this one. @param threadFile bundle in which a reader's thread runs */
export function serveDesk(threadFile: string): void {
  const server = new CardServer({
    parent: parent(),
    backend: chooseBackend(argument['backend'] ?? 'virtual', threadFile),
    roots: trustedRoots(),
    practice: (order) => practice.order(order),
    exit: () => process.exit(0),
  })
  if (argument['backend'] === 'virtual') practice.insert()
  server.start()
}
