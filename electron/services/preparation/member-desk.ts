import { failure } from '../../../domain/failures/index.ts'
import type { MemberAnswer, MemberBody, MemberCallName, MemberSession } from '../../../domain/portal/members.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { MemberClient, MemberOutcome } from '../../portal/member-client.ts'

/** A session as it may be shown and kept: without its token. */
export function withoutToken(session: MemberSession): Omit<MemberSession, 'token'> {
  const { userName, personName, role, mobile, email, companyName, creditCode, orgCode, text, via, expiresAt } = session
  return { userName, personName, role, mobile, email, companyName, creditCode, orgCode, text, via, expiresAt }
}

type Problems = readonly { path: string; text: string }[]

/** Who is logged in, and calls in his name. The token lives in memory only: after a restart he logs in again. */
export class MemberDesk {
  readonly #client: MemberClient
  readonly #onChange: () => void
  #session: MemberSession | undefined

  /** @param onChange told when somebody logged in or out */
  constructor(client: MemberClient, onChange: () => void) {
    this.#client = client
    this.#onChange = onChange
  }

  get session(): MemberSession | undefined {
    return this.#session
  }

  begin(session: MemberSession): void {
    this.#session = session
    this.#onChange()
  }

  end(): void {
    this.#session = undefined
    this.#onChange()
  }

  /** The outcome of a call as the portal gave it. A session that is over is forgotten. */
  async call<N extends MemberCallName>(
    name: N,
    body: MemberBody<N>,
    key?: string,
  ): Promise<MemberOutcome<MemberAnswer<N>>> {
    const session = this.#session?.token
    const outcome = await this.#client.call(name, body, {
      ...(session === undefined ? {} : { session }),
      ...(key === undefined ? {} : { key }),
    })
    if (outcome.kind === 'refused' && outcome.failure.code === 'account.noSession' && this.#session) this.end()
    return outcome
  }

  /** The answer, or why there is none. */
  async ask<N extends MemberCallName>(name: N, body: MemberBody<N>): Promise<Result<MemberAnswer<N>>> {
    const checked = await this.check(name, body)
    if (!checked.ok) return checked
    const [first] = checked.value.problems
    if (first) return refuse(failure('account.refused', { reason: first.text }))
    return checked.value.value === undefined ? refuse(failure('app.internal')) : ok(checked.value.value)
  }

  /** The same, with what is wrong beside the fields as a value of its own. */
  async check<N extends MemberCallName>(
    name: N,
    body: MemberBody<N>,
    key?: string,
  ): Promise<Result<{ value: MemberAnswer<N> | undefined; problems: Problems }>> {
    const outcome = await this.call(name, body, key)
    if (outcome.kind === 'done') return ok({ value: outcome.value, problems: [] })
    if (outcome.kind === 'refused' && outcome.problems.length > 0)
      return ok({ value: undefined, problems: outcome.problems })
    return refuse(outcome.failure)
  }
}
