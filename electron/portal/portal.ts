import type { Receipt } from '../../domain/message/receipt.ts'
import type { Held, ReceiptPage } from '../../domain/portal/answers.ts'
import type { Box } from '../../domain/portal/exchange-names.ts'
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

/** The message lies in a folder of the import client: it is on its way, and nobody has answered yet. */
export interface Placed {
  readonly kind: 'placed'
  readonly box: Box
}

/** The import client refused the message before it sent it: nothing is held anywhere. */
export interface TurnedDown {
  readonly kind: 'turnedDown'
  readonly failure: Failure
}

/**
 * What is known after a filing was sent. The five are what the outbox acts on; there is no sixth: the portal took it;
 * the portal read and refused it, nothing is stored; it lies in the folders of the import client; surely nothing
 * arrived; nobody knows.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly answer: FilingAnswer }
  | { readonly kind: 'refused'; readonly failure: Failure; readonly answer?: FilingAnswer }
  | Placed
  | { readonly kind: 'notSent'; readonly failure: Failure }
  | { readonly kind: 'unknown'; readonly failure: Failure }

/**
 * What a question by our own number brought: what the portal holds, where the message lies in the folders of the import
 * client, or `undefined`: surely nobody has it.
 */
export type Asked = Held | Placed | TurnedDown | undefined

/** A portal as services see it: over HTTP, or through the folders of the import client. */
export interface Portal {
  send(filing: OutgoingFiling, signal?: AbortSignal): Promise<SendOutcome>
  ask(clientSeqNo: string, signal?: AbortSignal): Promise<Result<Asked>>
  /** Receipts after a cursor; waits for the first one as long as said. */
  receipts(after: string, waitSeconds: number, signal?: AbortSignal): Promise<Result<ReceiptPage>>
  /** Clock of the portal. */
  time(signal?: AbortSignal): Promise<Result<{ readonly now: string }>>
}
