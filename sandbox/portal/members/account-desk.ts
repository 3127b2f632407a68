import { accountSteps } from '../../../domain/fields/registration/account.ts'
import { partOf, withoutSecrets, type StepText } from '../../../domain/fields/step-text.ts'
import type { MemberAnswer, MemberBody, MemberSession } from '../../../domain/portal/members.ts'
import { accountRules, passwordStrength } from '../../../domain/rules/preparation/account.ts'
import { done, no, type MemberResult, type Problem } from './answer.ts'
import { checkProof } from './card-proof.ts'
import { problemsOf } from './check-text.ts'
import type { MemberParts } from './parts.ts'
import { sessionOf, type Member, type User } from './people.ts'
import { hashSecret, isSecret, newDigits, newLetters } from './secrets.ts'

/** Wrong passwords until an account waits, and how long, ms. Ours. */
const mostFailures = 5
const lockTime = 600_000

const weak: Problem = {
  path: 'administrator.password',
  text: '登录密码：太弱。至少8位，大小写字母、数字、符号至少三种，不含用户名',
}

/** Registration, login, and what a user changes of himself. */
export class AccountDesk {
  readonly #parts: MemberParts

  constructor(parts: MemberParts) {
    this.#parts = parts
  }

  captcha(): MemberAnswer<'captcha'> {
    const shown = newLetters(4)
    return { id: this.#parts.tickets.issue('captcha', '', shown).id, shown }
  }

  sms({ mobile, purpose }: MemberBody<'sms'>): MemberAnswer<'sms'> {
    const code = newDigits(6)
    this.#parts.notices.send(mobile, `【演练】验证码 ${code}，五分钟内有效。这是模拟短信，没有真的发送`)
    return this.#parts.tickets.issue('sms', `${purpose}:${mobile}`, code)
  }

  checkNames({ companyName, creditCode, userName }: MemberBody<'checkNames'>): MemberAnswer<'checkNames'> {
    const { people } = this.#parts
    const taken = people.sql.hasCompany.get({ name: companyName.trim(), creditCode: creditCode.trim() })
    return {
      companyName: taken?.name === 1,
      creditCode: taken?.creditCode === 1,
      userName: people.user(userName.trim()) !== undefined,
    }
  }

  async register({
    text: given,
    password,
    smsId,
    smsCode,
  }: MemberBody<'register'>): Promise<MemberResult<MemberSession>> {
    const { people, tickets } = this.#parts
    const text = withoutSecrets(accountSteps, given)
    const { userName = '', mobile = '' } = partOf(text, 'administrator')
    const problems = this.#registrationProblems(text, password)
    if (problems.length > 0) return no('fields', problems)
    if (!tickets.redeem('sms', smsId, `register:${mobile}`, smsCode))
      return no('sms-code', [{ path: 'administrator.smsCode', text: '短信验证码：不对或已过期' }])
    const secret = await hashSecret(password)
    // Hashing takes a moment: somebody else may have taken the names meanwhile.
    const late = this.#takenProblems(text)
    if (late.length > 0) return no('fields', late)
    const company = partOf(text, 'company')
    const administrator = partOf(text, 'administrator')
    const companyId = people.addCompany({
      name: company['name'] ?? '',
      creditCode: company['creditCode'] ?? '',
      orgCode: company['orgCode'] ?? '',
      text,
    })
    const userId = people.addUser({
      companyId,
      userName,
      personName: administrator['name'] ?? '',
      role: 'administrator',
      state: 'active',
      mobile,
      email: administrator['email'] ?? '',
      text: {},
      secret,
    })
    return done(people.open(userId, 'password'))
  }

  async login(body: MemberBody<'login'>): Promise<MemberResult<MemberSession>> {
    const { people, tickets } = this.#parts
    if (!tickets.redeem('captcha', body.captchaId, '', body.captcha)) return no('captcha')
    const user = people.user(body.userName)
    const checked = await this.#checkPassword(user, body.password)
    return checked.ok ? done(people.open(checked.value.id, 'password')) : checked
  }

  loginChallenge(): MemberAnswer<'loginChallenge'> {
    const text = `登录单一窗口（演练），编号 ${newLetters(16)}，时间 ${this.#time()}`
    return { ...this.#parts.tickets.issue('login', '', text), text }
  }

  loginByCard(body: MemberBody<'loginByCard'>): MemberResult<MemberSession> {
    const { people, bindings } = this.#parts
    const proof = checkProof('login', body, this.#parts)
    if (!proof.ok) return proof
    const bound = bindings.ofCard(proof.value.card.cardNo)
    const user = bound && people.sql.user.get({ id: bound.userId })
    if (!user) return no('card-not-bound')
    return user.state === 'active' ? done(people.open(user.id, 'card')) : no('disabled')
  }

  async activate({ userName, code, password }: MemberBody<'activate'>): Promise<MemberResult<MemberSession>> {
    const { people, now } = this.#parts
    const user = people.user(userName)
    if (user?.state !== 'invited' || user.lockedUntil > now()) return no('activation')
    const right = (user.secretUntil ?? 0) > now() && (await isSecret(code, user.secret))
    this.#count(user, right)
    if (!right) return no('activation')
    if (passwordStrength(password, user.userName) === 'weak') return no('fields', [{ ...weak, path: 'password' }])
    people.sql.secret.run({ id: user.id, secret: await hashSecret(password), state: 'active' })
    return done(people.open(user.id, 'password'))
  }

  async resetPassword(body: MemberBody<'resetPassword'>): Promise<MemberResult<Record<string, never>>> {
    const { people, tickets } = this.#parts
    const user = people.user(body.userName)
    // One answer for an unknown user and a wrong code: nobody finds out who is here.
    if (!tickets.redeem('sms', body.smsId, `password:${user?.mobile ?? ''}`, body.smsCode)) return no('sms-code')
    if (user?.state !== 'active') return no('sms-code')
    return await this.#setPassword(user, body.password)
  }

  findUserName(body: MemberBody<'findUserName'>): MemberResult<MemberAnswer<'findUserName'>> {
    const { creditCode, mobile, smsId, smsCode } = body
    if (!this.#parts.tickets.redeem('sms', smsId, `userName:${mobile}`, smsCode)) return no('sms-code')
    const rows = this.#parts.people.sql.byMobile.all({ creditCode, mobile })
    return done({ userNames: rows.map(({ userName }) => userName) })
  }

  async changePassword({ old, next }: MemberBody<'changePassword'>, { user }: Member) {
    const checked = await this.#checkPassword(user, old)
    return checked.ok ? await this.#setPassword(user, next) : checked
  }

  changeMobile(body: MemberBody<'changeMobile'>, member: Member): MemberResult<MemberSession> {
    const { mobile, smsId, smsCode } = body
    if (!this.#parts.tickets.redeem('sms', smsId, `mobile:${mobile}`, smsCode)) return no('sms-code')
    return this.#reach(member, { mobile, email: member.user.email })
  }

  changeEmail({ email }: MemberBody<'changeEmail'>, member: Member): MemberResult<MemberSession> {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(email))
      return no('fields', [{ path: 'email', text: '电子邮箱：应为电子邮箱，如 name@example.com' }])
    return this.#reach(member, { mobile: member.user.mobile, email })
  }

  #reach(member: Member, reach: { mobile: string; email: string }): MemberResult<MemberSession> {
    this.#parts.people.sql.reach.run({ id: member.user.id, ...reach })
    return done(sessionOf({ ...member, user: { ...member.user, ...reach } }))
  }

  async #setPassword(user: User, password: string): Promise<MemberResult<Record<string, never>>> {
    if (passwordStrength(password, user.userName) === 'weak') return no('fields', [{ ...weak, path: 'password' }])
    this.#parts.people.sql.secret.run({ id: user.id, secret: await hashSecret(password), state: user.state })
    return done({})
  }

  async #checkPassword(user: User | undefined, password: string): Promise<MemberResult<User>> {
    if (!user || user.state === 'invited') return no('wrong-login')
    if (user.lockedUntil > this.#parts.now()) return no('locked')
    const right = await isSecret(password, user.secret)
    this.#count(user, right)
    if (!right) return no('wrong-login')
    return user.state === 'active' ? done(user) : no('disabled')
  }

  #count({ id, failures: before }: User, right: boolean): void {
    const failures = right ? 0 : before + 1
    const locked = failures >= mostFailures
    const lockedUntil = locked ? this.#parts.now() + lockTime : 0
    this.#parts.people.sql.attempt.run({ id, failures: locked ? 0 : failures, lockedUntil })
  }

  #registrationProblems(text: StepText, password: string): Problem[] {
    const strong = passwordStrength(password, partOf(text, 'administrator')['userName']) !== 'weak'
    const found = problemsOf(accountSteps, accountRules, text, this.#parts)
    return [...found, ...(strong ? [] : [weak]), ...this.#takenProblems(text)]
  }

  #takenProblems(text: StepText): Problem[] {
    const { name = '', creditCode = '' } = partOf(text, 'company')
    const { userName = '' } = partOf(text, 'administrator')
    const taken = this.checkNames({ companyName: name, creditCode, userName })
    return [
      ...(taken.companyName ? [{ path: 'company.name', text: '企业中文名称：已经注册过，请联系本企业的管理员' }] : []),
      ...(taken.creditCode
        ? [{ path: 'company.creditCode', text: '统一社会信用代码：这家企业已经注册过，请联系本企业的管理员' }]
        : []),
      ...(taken.userName ? [{ path: 'administrator.userName', text: '用户名：已被占用，请换一个' }] : []),
    ]
  }

  #time(): string {
    return new Date(this.#parts.now()).toISOString()
  }
}
