import { toBase64 } from '../../domain/crypto/bytes.ts'
import type { Certificate } from '../../domain/crypto/certificate.ts'
import { digestFor } from '../../domain/crypto/verify-signature.ts'
import type { CardFailureCode } from '../../domain/failures/card.ts'
import { failure } from '../../domain/failures/index.ts'
import type { Failure } from '../../domain/result.ts'
import type { Card } from './card.ts'

export interface BatchItem {
  readonly id: string
  /** The bytes that are signed. */
  readonly message: Uint8Array
}

export type ItemOutcome =
  | { readonly id: string; readonly outcome: 'signed'; readonly signature: string }
  | { readonly id: string; readonly outcome: 'skipped' | 'refused'; readonly failure: Failure }

/** Refusals that concern one item; after any other failure the rest is not tried. */
const ofTheItem: readonly CardFailureCode[] = ['card.wrongData', 'card.refused', 'card.notSupported']

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Signs a list with a card whose PIN was given. Stops at the first failure of card or line and tells the rest as
 * skipped; a PIN that the card asks for again is not presented here. Each outcome is told at once, so that nothing
 * signed is lost when the process dies.
 */
export async function signBatch(
  card: Card,
  certificate: Certificate,
  items: readonly BatchItem[],
  tell: (outcome: ItemOutcome) => void,
  cancelled: () => boolean,
): Promise<Failure | undefined> {
  let stop: Failure | undefined
  const digestOf = (item: BatchItem | undefined): Uint8Array =>
    item ? digestFor(item.message, certificate) : new Uint8Array()
  let digest = digestOf(items[0])
  for (const [index, { id, message }] of items.entries()) {
    if (!stop && cancelled()) stop = failure('app.cancelled')
    if (stop) {
      tell({ id, outcome: 'skipped', failure: stop })
      continue
    }
    if (index > 0 && card.info.pause !== undefined) await wait(card.info.pause)
    const signing = card.sign({ message, digest, certificate })
    // The next digest is made while the card thinks.
    digest = digestOf(items[index + 1])
    const signed = await signing
    if (signed.ok) {
      tell({ id, outcome: 'signed', signature: toBase64(signed.value) })
      continue
    }
    const single = ofTheItem.includes(signed.error.code as CardFailureCode)
    tell({ id, outcome: single ? 'refused' : 'skipped', failure: signed.error })
    if (!single) stop = signed.error
  }
  return stop
}
