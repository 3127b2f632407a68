import type { Result } from '../../../domain/result.ts'
import type { Card, CardInfo } from '../card.ts'

/** What the thread of a reader is asked, one call after the other: the methods of an open card, and these. */
export interface ReaderCalls extends Omit<Card, 'info'> {
  /** Connects, begins a transaction, finds the profile. `card.unknownCard` where it is none of ours. @param atr in hex */
  open(atr: string): Promise<Result<CardInfo>>
  /** Lets go of the service, which went away. */
  leave(): Promise<void>
}

export type ReaderCall = keyof ReaderCalls

/** A call on its way to the thread; its answer is what the method answers. */
export interface CallMessage<Call extends ReaderCall = ReaderCall> {
  readonly call: Call
  readonly values: Parameters<ReaderCalls[Call]>
}
