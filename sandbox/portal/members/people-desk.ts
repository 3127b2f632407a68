import { operatorStep } from '../../../domain/fields/registration/account.ts'
import { partOf } from '../../../domain/fields/step-text.ts'
import type { MemberAnswer, MemberBody } from '../../../domain/portal/members.ts'
import { done, no, type MemberResult } from './answer.ts'
import { problemsOf } from './check-text.ts'
import type { MemberParts } from './parts.ts'
import type { Member } from './people.ts'
import { hashSecret, newDigits } from './secrets.ts'

/** How long an invitation holds, ms. Ours. */
const invitationLife = 7 * 86_400_000

/** What the administrator does with the operators of his company. */
export class PeopleDesk {
  readonly #parts: MemberParts

  constructor(parts: MemberParts) {
    this.#parts = parts
  }

  list({ company }: Member): MemberAnswer<'operators'> {
    const { people, bindings } = this.#parts
    const items = people.users(company.id).map(({ id, userName, personName, role, state, mobile, createdAt }) => ({
      userName,
      personName,
      role,
      state,
      mobile,
      cardNo: bindings.ofUser(id)?.cardNo ?? '',
      createdAt: new Date(createdAt).toISOString(),
    }))
    return { items }
  }

  async invite({ text }: MemberBody<'invite'>, { company }: Member): Promise<MemberResult<MemberAnswer<'invite'>>> {
    const { people, notices, now } = this.#parts
    const problems = problemsOf([operatorStep], [], text, this.#parts)
    const { name = '', userName = '', mobile = '', email = '' } = partOf(text, 'operator')
    const taken = people.user(userName) ? [{ path: 'operator.userName', text: '用户名：已被占用，请换一个' }] : []
    if (problems.length + taken.length > 0) return no('fields', [...problems, ...taken])
    const code = newDigits(8)
    const secret = await hashSecret(code)
    if (people.user(userName)) return no('fields', [{ path: 'operator.userName', text: '用户名：已被占用，请换一个' }])
    const secretUntil = now() + invitationLife
    people.addUser({
      companyId: company.id,
      userName,
      personName: name,
      role: 'operator',
      state: 'invited',
      mobile,
      email,
      text,
      secret,
      secretUntil,
    })
    notices.send(
      mobile,
      `【演练】${company.name}邀请您为操作员，用户名 ${userName}，激活码 ${code}，七天内有效。这是模拟短信`,
    )
    return done({ userName, expiresAt: new Date(secretUntil).toISOString() })
  }

  /** Stops a user or lets him in again; the administrator cannot lock himself out. */
  setState({ userName, active }: MemberBody<'setOperator'>, member: Member): MemberResult<MemberAnswer<'setOperator'>> {
    const { people } = this.#parts
    const user = people.user(userName)
    if (user?.companyId !== member.company.id || user.id === member.user.id) return no('no-user')
    if (user.state === 'invited' && active) return no('not-active')
    people.sql.state.run({ id: user.id, state: active ? 'active' : 'disabled' })
    if (!active) people.sql.endSessions.run({ userId: user.id })
    return done(this.list(member))
  }
}
