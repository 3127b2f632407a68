/** Object identifiers that the card and its certificates use. */
export const oids = {
  ecPublicKey: '1.2.840.10045.2.1',
  sm2Curve: '1.2.156.10197.1.301',
  sm2WithSm3: '1.2.156.10197.1.501',
  rsaKey: '1.2.840.113549.1.1.1',
  rsaSha1: '1.2.840.113549.1.1.5',
  rsaSha256: '1.2.840.113549.1.1.11',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
} as const

/** Names in subject and issuer that we show. */
export const nameOids: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
}

const eport = '1.3.6.1.4.1.5315.100.5'

/**
 * Private extensions of the operator card's certificate, as samples show them. Their value type is not published.
 * `.5.8` (identity number of the holder) is left out on purpose: it is personal data that the product needs nowhere.
 */
export const cardOids = {
  enterprise: `${eport}.1`,
  type: `${eport}.3`,
  /** `03-` and 13 characters. */
  cardNo: `${eport}.9`,
  copCode: `${eport}.11`,
  /**
   * Ours, only in practice certificates: kind and rights of the card, e.g. `operator;entry,declare`.
   * On real cards these are kept by the authority and not published. 2.999 is the arc for examples (ITU-T X.660).
   */
  practice: '2.999.20260.1',
} as const
