import { codesOf, partOf } from '../../../domain/fields/step-text.ts'
import type { FiledQualification } from '../../../domain/portal/members.ts'
import { practiceCompany } from '../../../domain/practice/practice-company.ts'
import type { RegisteredCard } from '../../authority/registry.ts'
import type { ApplicationRow } from './applications.repo.ts'
import { beijingDay } from '../beijing-time.ts'
import type { MemberParts } from './parts.ts'
import type { Company } from './people.ts'

/**
 * The practice authority: looks at what is due, whenever somebody asks the portal. What it decides is steered in
 * practice; so nothing runs by itself, and a portal that was off meanwhile decides at the next question.
 */
export class AuthorityDesk {
  readonly #parts: MemberParts
  readonly #applications: MemberParts['applications']

  constructor(parts: MemberParts) {
    this.#parts = parts
    this.#applications = parts.applications
  }

  work(): void {
    const due = this.#applications.due()
    if (due.length > 0) this.#parts.db.transaction(() => due.forEach((row) => this.#step(row))).immediate()
  }

  #step(row: ApplicationRow): void {
    if (row.decideAt > this.#parts.now()) {
      if (row.state === 'received') this.#applications.move(row.id, 'reviewing')
      return
    }
    const { review, reviewReason } = this.#parts.settings()
    const company = this.#parts.people.company(row.companyId)
    if (review === 'refuse' || !company) return this.#applications.move(row.id, 'refused', reviewReason)
    if (row.subject === 'card') return this.#issue(row, company)
    this.#applications.file(this.#record(row, company))
    this.#applications.move(row.id, 'filed')
  }

  /** What is on file after an application was approved. New and supplemented filings hold both rights. */
  #record({ kind, text }: ApplicationRow, { creditCode, name }: Company): FiledQualification {
    const before = this.#applications.filed(creditCode)
    const unit = partOf(text, 'unit')
    const kinds = codesOf(partOf(text, 'application')['unitKinds'])
    return {
      creditCode,
      companyName: name,
      customsCode: before?.customsCode || unit['customsCode'] || customsCodeOf(creditCode, kinds),
      inspectionCode: before?.inspectionCode || unit['ciqCode'] || '',
      rights: kind === 'change' || kind === 'cancel' ? (before?.rights ?? []) : ['customs', 'inspection'],
      unitKinds: kinds,
      validUntil: kinds.includes('00000100') ? beijingDay(this.#parts.now() + 365 * 86_400_000) : '',
      filedAt: new Date(this.#parts.now()).toISOString(),
      cancelled: kind === 'cancel',
      text: { ...text, unit: { ...unit, cancelled: kind === 'cancel' ? '1' : '0', qualification: '3' } },
    }
  }

  /** Gives out a practice card that fits, or says that there is none. */
  #issue(row: ApplicationRow, company: Company): void {
    const { cardKind, holder, medium, service = '', cardNo = '' } = partOf(row.text, 'card')
    const { sql } = this.#applications
    if (service === 'cancel') sql.dropCard.run({ cardNo, companyId: company.id })
    if (service !== 'new' && service !== 'replace') return this.#applications.move(row.id, 'filed')
    const at = new Date(this.#parts.now()).toISOString()
    const fits = (card: RegisteredCard): boolean =>
      card.copCode === company.orgCode &&
      card.kind === cardKind &&
      card.holder === holder &&
      card.notBefore <= at &&
      card.notAfter > at &&
      (service === 'replace' || !sql.card.get({ cardNo: card.cardNo }))
    const card = this.#parts.registry.cards.find(fits)
    if (!card) return this.#applications.move(row.id, 'refused', '演练卡库里没有这位持卡人的卡，请核对单位和持卡人姓名')
    sql.addCard.run({ cardNo: card.cardNo, companyId: company.id, media: medium === 'ikey' ? 'ikey' : 'ic' })
    this.#applications.move(row.id, 'filed', `已制卡，卡号 ${card.cardNo}`)
  }
}

/** The practice company gets its known code; another one a code made of its division, other zone and kind. */
const customsCodeOf = (creditCode: string, kinds: readonly string[]): string =>
  creditCode === practiceCompany.credit
    ? practiceCompany.customs
    : `${creditCode.slice(2, 6)}9${kinds.some((kind) => kind === '01000000') ? '8' : '6'}${creditCode.slice(13, 17)}`
