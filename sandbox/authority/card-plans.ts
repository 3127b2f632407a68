import { factoryPin, otherPracticeCompany, practiceOperator, practicePin } from './practice-company.ts'

/** One practice card before it is made. */
export interface CardPlan {
  readonly holder: string
  readonly cardNo: string
  readonly kind: 'operator' | 'legal'
  readonly rights: readonly ('entry' | 'declare')[]
  readonly algorithm: 'SM2' | 'RSA'
  /** RSA only: key length and hash of the certificate's signature. Old cards: 1024 and SHA-1 (signing.json). */
  readonly rsa?: { readonly bits: 1024 | 2048; readonly hash: 'SHA-1' | 'SHA-256' }
  readonly pin: string
  /** Days from today to the first and last day of the certificate. */
  readonly days: readonly [number, number]
  /** Of another company than the practice one. */
  readonly company?: { readonly name: string; readonly copCode: string }
  /** Issued by an authority that nobody trusts. */
  readonly stranger?: true
}

const tenYears = 3650
const usual = {
  holder: practiceOperator.name,
  kind: 'operator',
  rights: ['entry', 'declare'],
  algorithm: 'SM2',
  pin: practicePin,
  days: [-1, tenYears],
} as const

/** Every practice card by its name: one for each thing that a clerk can meet. */
export const cardPlans = {
  operator: { ...usual, cardNo: practiceOperator.cardNo },
  second: { ...usual, holder: '演练员乙', cardNo: '2100010009992' },
  legal: { ...usual, holder: '演练法人', cardNo: '2100010009993', kind: 'legal', rights: [] },
  entry: { ...usual, holder: '演练录入员', cardNo: '2100010009994', rights: ['entry'] },
  expired: { ...usual, cardNo: '2100010009995', days: [-tenYears, -1] },
  'not-yet': { ...usual, cardNo: '2100010009996', days: [30, tenYears] },
  other: { ...usual, holder: '演练员丙', cardNo: '2100010009989', company: otherPracticeCompany },
  stranger: { ...usual, cardNo: '2100010009997', stranger: true },
  factory: { ...usual, cardNo: '2100010009998', pin: factoryPin },
  rsa: { ...usual, cardNo: '2100010009999', algorithm: 'RSA', rsa: { bits: 2048, hash: 'SHA-256' } },
  'rsa-old': { ...usual, cardNo: '2100010009990', algorithm: 'RSA', rsa: { bits: 1024, hash: 'SHA-1' } },
} as const satisfies Record<string, CardPlan>

export type CardName = keyof typeof cardPlans
export const cardNames = Object.keys(cardPlans) as CardName[]
