import type { MemberAnswer, MemberBody } from '../../../domain/portal/members.ts'
import type { RegisteredCard } from '../../authority/registry.ts'
import { done, no, type MemberResult } from './answer.ts'
import { checkProof } from './card-proof.ts'
import type { MemberParts } from './parts.ts'
import type { Member } from './people.ts'
import { newLetters } from './secrets.ts'

type List = MemberAnswer<'cards'>
type Right = 'entry' | 'declare'
const rightNames: Record<Right, string> = { entry: '录入', declare: '申报' }

/** Cards of a company, and the rights that its legal-person card gives and takes. */
export class CardDesk {
  readonly #parts: MemberParts
  readonly #applications: MemberParts['applications']

  constructor(parts: MemberParts) {
    this.#parts = parts
    this.#applications = parts.applications
  }

  list({ company }: Member): List {
    const { bindings } = this.#parts
    const items = this.#cardsOf(company.id).map(({ card, media }) => ({
      cardNo: card.cardNo,
      kind: card.kind,
      media,
      holder: card.holder,
      rights: this.rightsOf(card),
      notBefore: card.notBefore,
      notAfter: card.notAfter,
      userName: bindings.ofCard(card.cardNo)?.userName ?? '',
    }))
    return { items }
  }

  challenge(
    { cardNo, rights }: MemberBody<'grantChallenge'>,
    { company }: Member,
  ): MemberResult<MemberAnswer<'grantChallenge'>> {
    const card = this.#cardsOf(company.id).find((one) => one.card.cardNo === cardNo)?.card
    if (card?.kind !== 'operator') return no('no-card')
    const wanted = rights.length === 0 ? '无（收回全部权限）' : rights.map((right) => rightNames[right]).join('、')
    const text = `企业 ${company.name}（${company.creditCode}）授予操作员卡 ${cardNo}（${card.holder}）的权限：${wanted}，编号 ${newLetters(16)}`
    return done({ ...this.#parts.tickets.issue('grant', `${company.id}:${cardNo}:${rights.join('+')}`, text), text })
  }

  grant(body: MemberBody<'grant'>, member: Member): MemberResult<List> {
    const proof = checkProof('grant', body, this.#parts)
    if (!proof.ok) return proof
    const { card: signer, subject, text } = proof.value
    const [companyId, cardNo = '', rights = ''] = subject.split(':')
    const own = Number(companyId) === member.company.id && signer.copCode === member.company.orgCode
    if (!own || signer.kind !== 'legal') return no('not-legal-card')
    this.#applications.sql.grant.run({
      companyId: member.company.id,
      cardNo,
      rights: JSON.stringify(rights.split('+').filter((right) => right !== '')),
      signer: signer.cardNo,
      signedText: text,
      signature: body.signature,
      now: this.#parts.now(),
    })
    return done(this.list(member))
  }

  /** What the legal-person card said last, else what the certificate says. */
  rightsOf({ cardNo, rights }: RegisteredCard): Right[] {
    return this.#applications.grantedRights(cardNo) ?? [...rights]
  }

  #cardsOf(companyId: number): { card: RegisteredCard; media: 'ic' | 'ikey' }[] {
    return this.#applications.sql.cards.all({ companyId }).flatMap(({ cardNo, media }) => {
      const card = this.#parts.registry.cards.find((one) => one.cardNo === cardNo)
      return card ? [{ card, media }] : []
    })
  }
}
