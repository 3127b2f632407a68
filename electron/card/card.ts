import type { Certificate } from '../../domain/crypto/certificate.ts'
import type { Failure, Result } from '../../domain/result.ts'

/** What became of one PIN presentation. `left` −1: the card does not say. */
export type PinOutcome =
  { readonly kind: 'ok' } | { readonly kind: 'wrong'; readonly left: number } | { readonly kind: 'blocked' }

export interface CardInfo {
  /** Serial number of the chip, for diagnostics. */
  readonly chipNo: string
  /** Name of the profile that knows this card. */
  readonly profile: string
  /** Shortest and longest PIN; anything else is refused before it reaches the card. */
  readonly pin: { readonly least: number; readonly most: number }
  /** Pause that the device needs between two signatures, in milliseconds. */
  readonly pause?: number
}

/** One thing to sign. Chips sign the digest; a control that hashes by itself takes the message. */
export interface SignRequest {
  readonly message: Uint8Array
  /** e of 32 bytes for SM2, the hash for RSA. */
  readonly digest: Uint8Array
  readonly certificate: Certificate
}

/** An open operator card, whichever back end reaches it. Calls are put in a row by the caller. */
export interface Card {
  readonly info: CardInfo
  /** PIN tries left, 0 when blocked, −1 when the card does not say. Presents no PIN. */
  triesLeft(): Promise<Result<number>>
  /** DER of the signing certificate. */
  readCertificate(): Promise<Result<Uint8Array>>
  /** One call is one presentation of the PIN; nobody but the clerk causes it. */
  verifyPin(pin: Uint8Array): Promise<Result<PinOutcome>>
  /** Raw r‖s for SM2, PKCS#1 v1.5 for RSA. */
  sign(request: SignRequest): Promise<Result<Uint8Array>>
  /** One presentation of the old PIN. */
  changePin(old: Uint8Array, next: Uint8Array): Promise<Result<PinOutcome>>
  /** Logs out and lets go. */
  close(): Promise<void>
}

/** A place where a card can lie: a reader, or the one place of a control. */
export interface Place {
  readonly name: string
  readonly card: 'absent' | 'present' | 'mute' | 'busy'
  /** A new number is a new insertion, however quick the hand was. */
  readonly insertion: number
  /** Answer to reset in hex, where there is one. */
  readonly atr: string
}

/** All places of a back end, or why there is no service. */
export type BackendPicture =
  { readonly service: true; readonly places: readonly Place[] } | { readonly service: false; readonly failure: Failure }

export const backendKinds = ['virtual', 'pcsc', 'eport', 'skf'] as const
export type BackendKind = (typeof backendKinds)[number]

/** A way to reach cards. */
export interface CardBackend {
  readonly kind: BackendKind
  /** Tells the picture now and at every change. */
  start(tell: (picture: BackendPicture) => void): void
  stop(): Promise<void>
  /** Opens the card at a place. `card.unknownCard` where it is none of ours; `card.busy` may be tried again. */
  open(place: string): Promise<Result<Card>>
}
