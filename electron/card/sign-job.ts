import type { Certificate } from '../../domain/crypto/certificate.ts'
import { failure } from '../../domain/failures/index.ts'
import type { Failure } from '../../domain/result.ts'
import type { ItemOutcome } from './sign-batch.ts'

/** What became of one item, as the signing service takes it. */
export type SignedItem =
  | {
      readonly id: string
      readonly outcome: 'signed'
      /** Base64 of raw r‖s (SM2) or PKCS#1 v1.5 (RSA). */
      readonly signature: string
      readonly certificateSerial: string
      /** DER of the certificate that the card showed when the batch began. */
      readonly certificate: Uint8Array
    }
  | { readonly id: string; readonly outcome: 'skipped' | 'refused'; readonly failure: Failure }

/** What became of a batch. */
export interface SignReport {
  /** One outcome an item, in the order asked. */
  readonly items: SignedItem[]
  /** Why the batch did not run to its end. */
  readonly failure?: Failure
}

/** One batch on its way: collects outcomes and ends once, with every item accounted for. */
export class SignJob {
  readonly report: Promise<SignReport>
  readonly #ids: readonly string[]
  readonly #certificate: Certificate | undefined
  readonly #progress: ((item: SignedItem, done: number, total: number) => void) | undefined
  readonly #outcomes = new Map<string, SignedItem>()
  #finish: (report: SignReport) => void = () => undefined

  constructor(
    ids: readonly string[],
    certificate: Certificate | undefined,
    progress: ((item: SignedItem, done: number, total: number) => void) | undefined,
  ) {
    this.#ids = ids
    this.#certificate = certificate
    this.#progress = progress
    this.report = new Promise((resolve) => {
      this.#finish = resolve
    })
  }

  take(item: ItemOutcome): void {
    if (!this.#ids.includes(item.id) || this.#outcomes.has(item.id)) return
    const outcome = this.#complete(item)
    this.#outcomes.set(item.id, outcome)
    this.#progress?.(outcome, this.#outcomes.size, this.#ids.length)
  }

  #complete(item: ItemOutcome): SignedItem {
    if (item.outcome !== 'signed') return item
    const certificate = this.#certificate
    if (!certificate) return { id: item.id, outcome: 'refused', failure: failure('card.changed') }
    return { ...item, certificateSerial: certificate.serialHex, certificate: certificate.der }
  }

  /** Ends the batch; items without an outcome are skipped for the reason given. */
  end(because: Failure | undefined): void {
    const missing = because ?? failure('card.stopped')
    const items = this.#ids.map(
      (id) => this.#outcomes.get(id) ?? ({ id, outcome: 'skipped', failure: missing } as const),
    )
    this.#finish(because ? { items, failure: because } : { items })
  }
}
