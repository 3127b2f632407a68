import type { Members } from '../members/open-members.ts'
import type { FilingsRepo } from '../filings.repo.ts'
import type { PracticeRepo } from '../practice.repo.ts'
import type { ReceiptLog } from '../receipt-log.ts'
import type { ReceiptEngine } from '../engine/receipt-engine.ts'
import type { Registrar } from '../registrar.ts'
import type { SignerChecks } from '../intake/check-signer.ts'

/** Everything that the routes work with. */
export interface PortalParts {
  readonly token: string
  readonly filings: FilingsRepo
  readonly practice: PracticeRepo
  readonly log: ReceiptLog
  readonly engine: ReceiptEngine
  readonly registrar: Registrar
  readonly checks: SignerChecks
  readonly members: Members
  readonly now: () => number
  /** How long the fault `slow` holds an answer back, ms. */
  readonly slowness: number
  /** Ends every wait when the server stops. */
  readonly stopping: AbortSignal
}
