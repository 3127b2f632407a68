import type { CardMachine } from './card-machine.ts'

/** Things that go wrong with cards. Numbers count the commands since insertion, from 1. */
export type Fault =
  | { readonly kind: 'delay'; readonly milliseconds: number; readonly at?: number }
  /** The command is carried out and its answer is lost. */
  | { readonly kind: 'drop'; readonly at: number }
  /** From this command on the card says nothing. */
  | { readonly kind: 'mute'; readonly at: number }
  | { readonly kind: 'sw'; readonly status: number; readonly at?: number }
  /** The card is pulled before it carries the command out. */
  | { readonly kind: 'pull'; readonly at: number }

export type FaultyAnswer = { readonly kind: 'answer'; readonly bytes: Uint8Array } | { readonly kind: 'mute' | 'gone' }

/** Reads `delay=500`, `drop@3`, `mute@3`, `sw=6982@4`, `pull@2`, several joined by commas. `undefined`: not understood. */
export function parseFaults(text: string): Fault[] | undefined {
  const faults = text
    .split(',')
    .filter((part) => part !== '' && part !== 'none')
    .map((part): Fault | undefined => {
      const [, kind, value, place] = /^(delay|drop|mute|sw|pull)(?:=([0-9A-Fa-f]+))?(?:@(\d+))?$/.exec(part) ?? []
      const at = place === undefined ? undefined : Number(place)
      if (kind === 'delay' && value !== undefined) return { kind, milliseconds: Number(value), at }
      if (kind === 'sw' && value?.length === 4) return { kind, status: Number.parseInt(value, 16), at }
      if (kind === 'drop' || kind === 'mute' || kind === 'pull') return { kind, at: at ?? 1 }
      return undefined
    })
  return faults.every((fault) => fault !== undefined) ? faults : undefined
}

/** Does a command present a PIN? VERIFY with data, CHANGE REFERENCE DATA; VerifyPIN and ChangePIN of a token. */
const presentsPin = ([cla, ins, , , length = 0]: Uint8Array): boolean =>
  cla === 0x80 ? ins === 0x18 || ins === 0x16 : ins === 0x24 || (ins === 0x20 && length > 0)

/** A machine with faults before it. A new one stands for a new insertion. */
export class FaultyCard {
  readonly machine: CardMachine
  faults: readonly Fault[]
  commands = 0
  /** PIN presentations on the wire, whether the card answered them or not. */
  pinCommands = 0

  constructor(machine: CardMachine, faults: readonly Fault[] = []) {
    this.machine = machine
    this.faults = faults
  }

  get atr(): Uint8Array {
    return this.machine.atr
  }

  /** Power lost, or a reset by the reader. */
  reset(): void {
    this.machine.reset()
  }

  #fault<K extends Fault['kind']>(kind: K): Extract<Fault, { kind: K }> | undefined {
    const here = (fault: Fault): boolean =>
      fault.kind === kind &&
      (fault.at === undefined || (fault.kind === 'mute' ? this.commands >= fault.at : this.commands === fault.at))
    return this.faults.find((fault): fault is Extract<Fault, { kind: K }> => here(fault))
  }

  /** A card whose memory cannot be written says so. Here the memory is a file, and the disk may be full. */
  #carryOut(command: Uint8Array): Uint8Array {
    try {
      return this.machine.transmit(command)
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause) return Uint8Array.of(0x65, 0x81)
      throw cause
    }
  }

  async transmit(command: Uint8Array): Promise<FaultyAnswer> {
    this.commands++
    if (presentsPin(command)) this.pinCommands++
    if (this.#fault('mute')) return { kind: 'mute' }
    if (this.#fault('pull')) return { kind: 'gone' }
    const delay = this.#fault('delay')
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay.milliseconds))
    const forced = this.#fault('sw')
    const bytes = forced ? Uint8Array.of(forced.status >> 8, forced.status & 255) : this.#carryOut(command)
    return this.#fault('drop') ? { kind: 'gone' } : { kind: 'answer', bytes }
  }
}
