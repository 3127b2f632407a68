/** A card that answers commands: everything between power on and power off. No faults, no transport. */
export interface CardMachine {
  /** Answer to reset. */
  readonly atr: Uint8Array
  /** Power lost or reset: selection and PIN state are gone, tries left are not. */
  reset(): void
  transmit(command: Uint8Array): Uint8Array
  /** PIN presentations so far (VERIFY with a PIN, change of PIN); the tests count them. */
  readonly pinPresentations: number
}

/** ATR of a T=1 card with historical bytes: `3B 8n 80 01 … TCK` (TCK: XOR of all after 3B). */
export function atrOf(historical: string): Uint8Array {
  const text = new TextEncoder().encode(historical.slice(0, 15))
  const body = [0x80 | text.length, 0x80, 0x01, ...text]
  return Uint8Array.of(
    0x3b,
    ...body,
    body.reduce((check, byte) => check ^ byte, 0),
  )
}
