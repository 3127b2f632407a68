import type { PracticeOrder } from './card-server.ts'
import type { VirtualCard, VirtualReaders } from './virtual-backend.ts'

/** Makes a practice card by name, layout and faults; an unknown name gives nothing. */
export type MakePracticeCard = (name: string, profile: string, fault: string) => VirtualCard | undefined

export const practiceReader = '演练读卡器'

/** The practice reader: what lies in it, and what the practice page does to it. */
export class PracticeCards {
  readonly #readers: VirtualReaders
  readonly #make: MakePracticeCard
  #card = 'operator'
  #profile = 'iso7816'
  #fault = ''

  constructor(readers: VirtualReaders, make: MakePracticeCard) {
    this.#readers = readers
    this.#make = make
  }

  insert(): void {
    const card = this.#make(this.#card, this.#profile, this.#fault)
    if (card) this.#readers.insert(practiceReader, card)
  }

  order({ cardOut, card, profile, fault }: PracticeOrder): void {
    this.#card = card ?? this.#card
    this.#profile = profile ?? this.#profile
    this.#fault = fault ?? this.#fault
    const another = card !== undefined || profile !== undefined || fault !== undefined
    if (cardOut === true) this.#readers.remove(practiceReader)
    else if (another || (cardOut === false && !this.#readers.holds(practiceReader))) this.insert()
  }
}
