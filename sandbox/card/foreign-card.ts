import { answer } from './apdu.ts'
import { atrOf, type CardMachine } from './card-machine.ts'

/** Another program's card (a bank card, a SIM, a security key): knows none of our commands and counts every one. */
export class ForeignCard implements CardMachine {
  readonly atr = atrOf('OTHER CARD')
  readonly pinPresentations = 0
  commands: Uint8Array[] = []

  reset(): void {
    // Nothing is remembered.
  }

  transmit(bytes: Uint8Array): Uint8Array {
    this.commands.push(bytes.slice())
    return bytes[1] === 0xa4 ? answer(0x6a82) : answer(0x6d00)
  }
}
