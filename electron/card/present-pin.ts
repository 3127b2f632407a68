import { sameBytes, toHex } from '../../domain/crypto/bytes.ts'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { Card, PinOutcome } from './card.ts'

/** PIN of a new card, and of one that was unblocked or renewed (signing.json, pin.factory_value). */
const factoryPin = Uint8Array.from('88888888', (digit) => digit.charCodeAt(0))

export const isFactoryPin = (pin: Uint8Array): boolean => sameBytes(pin, factoryPin)

/** Is the card that was opened now the one that the clerk saw? */
export async function isSameCard(card: Card, der: Uint8Array): Promise<Result<void>> {
  const now = await card.readCertificate()
  if (!now.ok) return now
  return sameBytes(now.value, der)
    ? ok(undefined)
    : refuse(failure('card.changed', { detail: toHex(now.value.slice(-4)) }))
}

/**
 * Everything that must hold before a PIN goes to a card: right length, tries left. Presents no PIN.
 * A card that does not tell its tries is let through, because it tells them nowhere.
 */
export async function mayPresent(card: Card, ...pins: readonly Uint8Array[]): Promise<Result<void>> {
  const { least, most } = card.info.pin
  if (pins.some(({ length }) => length < least || length > most))
    return refuse(failure('card.pinLength', { least, most }))
  const tries = await card.triesLeft()
  if (!tries.ok) return tries
  return tries.value === 0 ? refuse(failure('card.blocked')) : ok(undefined)
}

/** A PIN outcome as a result: right, or the failure that the clerk reads. */
export function pinResult(outcome: Result<PinOutcome>): Result<void> {
  if (!outcome.ok) return outcome
  switch (outcome.value.kind) {
    case 'ok':
      return ok(undefined)
    case 'blocked':
      return refuse(failure('card.blocked'))
    case 'wrong':
      return refuse(failure('card.wrongPin', { left: outcome.value.left < 0 ? '未知' : outcome.value.left }))
  }
}
