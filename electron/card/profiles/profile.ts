/** Rules of a PIN. Real cards: 8 digits (signing.json); longer ones are let through, the card decides. */
export interface PinRules {
  readonly least: number
  readonly most: number
}

/** How long a card may think before it counts as mute, in milliseconds. */
export interface Patience {
  readonly command: number
  /** PIN presentations and signatures. */
  readonly secret: number
}

interface Common {
  readonly name: string
  /** Beginnings of the answer to reset (hex) that speak for this profile; it is tried first then. */
  readonly atr: readonly string[]
  /**
   * May a card be asked for this profile whose answer to reset does not speak for it? Only where the question
   * cannot disturb anybody's card: SELECT by name is such, a vendor class is not.
   */
  readonly probes: boolean
  readonly pin: PinRules
}

/** An IC card with ISO/IEC 7816-4 commands. */
export interface Iso7816Profile extends Common {
  readonly driver: 'iso7816'
  /** Application identifier in hex; a card that does not know it is not ours. */
  readonly application: string
  /** Short file identifiers. */
  readonly files: { readonly chipNo: number; readonly certificate: number }
  /** Reference of the PIN in VERIFY, and the byte and length to which a PIN is filled up (none: as typed). */
  readonly pinReference: number
  readonly pinFill?: { readonly byte: number; readonly length: number }
  /** Does VERIFY without data tell the tries left (ISO/IEC 7816-4 §11.5.6)? Where not, they stay unknown. */
  readonly asksTries: boolean
  /** COMPUTE DIGITAL SIGNATURE: P1 and P2. */
  readonly sign: { readonly p1: number; readonly p2: number }
}

/** A smart token with GM/T 0017 commands. */
export interface Gmt0017Profile extends Common {
  readonly driver: 'gmt0017'
  readonly application: string
  readonly container: string
  readonly instructions: {
    readonly deviceInfo: number
    readonly openApplication: number
    readonly openContainer: number
    readonly random: number
    readonly pinInfo: number
    readonly verifyPin: number
    readonly changePin: number
    readonly exportCertificate: number
    readonly sign: number
  }
  /** Hash from which the key of the PIN proof is taken. */
  readonly pinHash: 'SM3' | 'SHA-1'
  /** Place of the serial number in the device information. */
  readonly chipNo: { readonly at: number; readonly length: number }
}

export type CardProfile = Iso7816Profile | Gmt0017Profile

export const patience: Patience = { command: 5000, secret: 15_000 }
