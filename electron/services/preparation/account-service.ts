import { failure } from '../../../domain/failures/index.ts'
import type { MemberSession } from '../../../domain/portal/members.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { Handlers, Session } from '../../ipc/contract.ts'
import type { WizardDraft, WizardsRepo } from '../../store/wizards.repo.ts'
import type { Challenges } from './challenges.ts'
import { withoutToken, type MemberDesk } from './member-desk.ts'

type Room = Handlers['account']

export interface AccountParts {
  readonly desk: MemberDesk
  readonly wizards: Pick<WizardsRepo, 'load' | 'mark'>
  readonly challenges: Challenges
  readonly emitChanged: () => void
}

/** Passwords cross as bytes, which the bridge zeroes; the text made of them is sent and let go. */
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Accounts: registration, login, people, and what a user changes of himself. */
export class AccountService implements Room {
  readonly #parts: AccountParts

  constructor(parts: AccountParts) {
    this.#parts = parts
  }

  captcha: Room['captcha'] = () => this.#parts.desk.ask('captcha', {})
  sms: Room['sms'] = ({ mobile, purpose }) =>
    this.#parts.desk.ask('sms', { mobile, purpose: purpose === 'activate' ? 'register' : purpose })
  checkNames: Room['checkNames'] = (names) => this.#parts.desk.ask('checkNames', names)
  findUserName: Room['findUserName'] = (input) => this.#parts.desk.ask('findUserName', input)

  register: Room['register'] = async ({ draftId, password, smsId, smsCode }) => {
    const { desk, wizards } = this.#parts
    const draft = this.#draft(draftId, 'account')
    if (!draft.ok) return draft
    // The key holds for one state of the draft: the same again is the same company, not a second one.
    const key = `${draftId}-${draft.value.rev}`
    const body = { text: draft.value.text, password: textOf(password), smsId, smsCode }
    const answer = await desk.check('register', body, key)
    if (!answer.ok) return answer
    const { value, problems } = answer.value
    if (!value) return ok({ problems: [...problems], session: null })
    wizards.mark(draftId, 'done')
    return ok({ problems: [], session: this.#begin(value) })
  }

  login: Room['login'] = async ({ password, ...rest }) =>
    this.#begun(await this.#parts.desk.ask('login', { ...rest, password: textOf(password) }))

  loginChallenge: Room['loginChallenge'] = async () => {
    const { desk, challenges } = this.#parts
    const given = await desk.ask('loginChallenge', {})
    return given.ok ? challenges.show('login', given.value, 'either') : given
  }

  loginByCard: Room['loginByCard'] = async ({ challengeId, pin }) => {
    const proof = await this.#parts.challenges.sign('login', challengeId, pin)
    return proof.ok ? this.#begun(await this.#parts.desk.ask('loginByCard', proof.value)) : proof
  }

  logout: Room['logout'] = async () => {
    // Here he is out whatever the portal says; there the session ends by itself.
    await this.#parts.desk.call('logout', {})
    this.#parts.desk.end()
    return ok({})
  }

  session: Room['session'] = () => {
    const { session } = this.#parts.desk
    return Promise.resolve(ok(session ? withoutToken(session) : null))
  }

  operators: Room['operators'] = async () => items(await this.#parts.desk.ask('operators', {}))

  invite: Room['invite'] = async ({ draftId }) => {
    const { desk, wizards } = this.#parts
    const draft = this.#draft(draftId, 'operator')
    if (!draft.ok) return draft
    const answer = await desk.check('invite', { text: draft.value.text }, `${draftId}-${draft.value.rev}`)
    if (!answer.ok) return answer
    const { value, problems } = answer.value
    if (!value) return ok({ problems: [...problems], userName: '', expiresAt: '' })
    wizards.mark(draftId, 'done')
    this.#parts.emitChanged()
    return ok({ problems: [], ...value })
  }

  setOperator: Room['setOperator'] = async (input) => items(await this.#parts.desk.ask('setOperator', input))

  activate: Room['activate'] = async ({ password, ...rest }) => {
    const answer = await this.#parts.desk.check('activate', { ...rest, password: textOf(password) })
    if (!answer.ok) return answer
    const { value, problems } = answer.value
    return ok({ problems: [...problems], session: value ? this.#begin(value) : null })
  }

  resetPassword: Room['resetPassword'] = async ({ password, ...rest }) => {
    const answer = await this.#parts.desk.check('resetPassword', { ...rest, password: textOf(password) })
    return answer.ok ? ok({ problems: [...answer.value.problems] }) : answer
  }

  changePassword: Room['changePassword'] = async ({ old, next }) => {
    const answer = await this.#parts.desk.check('changePassword', { old: textOf(old), next: textOf(next) })
    if (answer.ok) return ok({ problems: [...answer.value.problems] })
    return answer.error.code === 'account.wrongLogin' ? refuse(failure('account.wrongOldPassword')) : answer
  }

  changeMobile: Room['changeMobile'] = async (input) => this.#begun(await this.#parts.desk.ask('changeMobile', input))
  changeEmail: Room['changeEmail'] = async (input) => this.#begun(await this.#parts.desk.ask('changeEmail', input))

  #draft(id: string, kind: WizardDraft['kind']): Result<WizardDraft> {
    const draft = this.#parts.wizards.load(id)
    if (draft.ok && (draft.value.kind !== kind || draft.value.state === 'done'))
      return refuse(failure('wizards.notEditable'))
    return draft
  }

  #begun(answer: Result<MemberSession>): Result<Session> {
    return answer.ok ? ok(this.#begin(answer.value)) : answer
  }

  #begin(session: MemberSession): Session {
    this.#parts.desk.begin(session)
    return withoutToken(session)
  }
}

const items = <T>(answer: Result<{ items: T[] }>): Result<T[]> => (answer.ok ? ok(answer.value.items) : answer)
