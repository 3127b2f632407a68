import type { Receipt } from '../../domain/message/receipt.ts'
import type { Held, ReceiptPage } from '../../domain/portal/answers.ts'
import type { FilingBody } from '../../domain/portal/package.ts'
import type { Failure, Result } from '../../domain/result.ts'

/** A filing as it goes out. */
export interface OutgoingFiling {
  readonly clientSeqNo: string
  readonly bodySha256: string
  readonly body: FilingBody
}

/** The technical answer to a filing, read and as it came. */
export interface FilingAnswer {
  readonly receipt: Receipt
  readonly raw: Uint8Array
}

/**
 * What is known after a filing was sent. The four are what the outbox acts on; there is no fifth:
 * the portal took it; the portal read and refused it, nothing is stored; surely nothing arrived; nobody knows.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly answer: FilingAnswer }
  | { readonly kind: 'refused'; readonly failure: Failure; readonly answer?: FilingAnswer }
  | { readonly kind: 'notSent'; readonly failure: Failure }
  | { readonly kind: 'unknown'; readonly failure: Failure }

/** A portal as services see it: over HTTP, and later through the folders of the import client. */
export interface Portal {
  send(filing: OutgoingFiling, signal?: AbortSignal): Promise<SendOutcome>
  /** What is held under our number; `undefined`: the portal itself says that it holds nothing. */
  ask(clientSeqNo: string, signal?: AbortSignal): Promise<Result<Held | undefined>>
  /** Receipts after a cursor; waits for the first one as long as said. */
  receipts(after: string, waitSeconds: number, signal?: AbortSignal): Promise<Result<ReceiptPage>>
  /** Clock of the portal. */
  time(signal?: AbortSignal): Promise<Result<{ readonly now: string }>>
}
