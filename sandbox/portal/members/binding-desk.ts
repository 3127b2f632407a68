import type { MemberAnswer, MemberBody } from '../../../domain/portal/members.ts'
import type { RegisteredCard } from '../../authority/registry.ts'
import { done, no, type MemberResult, type RefusalCode } from './answer.ts'
import { checkProof } from './card-proof.ts'
import type { MemberParts } from './parts.ts'
import type { Member, User } from './people.ts'
import { newLetters } from './secrets.ts'

type List = MemberAnswer<'bindings'>

/** Binds cards to users: possession proved by a signature, the card the company's own, its holder the user. */
export class BindingDesk {
  readonly #parts: MemberParts

  constructor(parts: MemberParts) {
    this.#parts = parts
  }

  list({ company, user }: Member): List {
    return this.#parts.bindings.list(company.id, user.role === 'administrator' ? undefined : user.id)
  }

  challenge(
    { userName, cardNo }: MemberBody<'bindChallenge'>,
    member: Member,
  ): MemberResult<MemberAnswer<'bindChallenge'>> {
    const user = this.#userOf(userName, member)
    if (!user) return no('no-user')
    const { name, creditCode } = member.company
    const text = `把卡 ${cardNo} 绑定给用户 ${user.userName}（${user.personName}），企业 ${name}（${creditCode}），编号 ${newLetters(16)}`
    return done({ ...this.#parts.tickets.issue('bind', `${user.id}:${cardNo}`, text), text })
  }

  bind({ reason, ...body }: MemberBody<'bind'>, member: Member): MemberResult<List> {
    const { people, bindings, applications } = this.#parts
    const proof = checkProof('bind', body, this.#parts)
    if (!proof.ok) return proof
    const { card, subject } = proof.value
    const [userId = '', cardNo] = subject.split(':')
    const user = people.sql.user.get({ id: Number(userId) })
    if (!user || this.#userOf(user.userName, member)?.id !== user.id) return no('no-user')
    if (card.cardNo !== cardNo) return no('card-other')
    const refused = this.#refusal(card, user, member, reason)
    if (refused) return no(refused)
    const before = bindings.ofUser(user.id)
    if (before) bindings.end(before.cardNo, reason)
    bindings.bind(user.id, card, reason)
    // A card that was issued before the company came here is one of its cards now.
    applications.sql.addCard.run({ cardNo: card.cardNo, companyId: member.company.id, media: 'ic' })
    return done(this.list(member))
  }

  unbind({ cardNo, reason }: MemberBody<'unbind'>, member: Member): MemberResult<List> {
    const bound = this.#parts.bindings.ofCard(cardNo)
    const user = bound && this.#parts.people.sql.user.get({ id: bound.userId })
    if (!user || !this.#userOf(user.userName, member)) return no('card-not-bound')
    this.#parts.bindings.end(cardNo, reason)
    return done(this.list(member))
  }

  #refusal(card: RegisteredCard, user: User, { company }: Member, reason: string): RefusalCode | undefined {
    const { bindings } = this.#parts
    if (card.copCode !== company.orgCode || card.company !== company.name) return 'card-company'
    if (card.holder !== user.personName) return 'card-holder'
    const bound = bindings.ofCard(card.cardNo)
    if (bound) return 'card-taken'
    return bindings.ofUser(user.id) && reason.trim() === '' ? 'user-has-card' : undefined
  }

  /** A user of the own company; an operator may only mean himself. */
  #userOf(userName: string, { company, user: self }: Member): User | undefined {
    const user = this.#parts.people.user(userName)
    if (user?.companyId !== company.id) return undefined
    return self.role === 'administrator' || user.id === self.id ? user : undefined
  }
}
