import { expect } from 'vitest'
import { partOf, type StepText } from '../../domain/fields/step-text.ts'
import { challengeText, type ChallengePurpose } from '../../domain/message/challenge-text.ts'
import { memberCalls, type MemberAnswer, type MemberBody, type MemberCallName } from '../../domain/portal/members.ts'
import { openAuthority } from '../../sandbox/authority/authority.ts'
import { readCardFile } from '../../sandbox/authority/card-file.ts'
import type { CardName } from '../../sandbox/authority/card-plans.ts'
import type { RunningPortal } from '../../sandbox/portal/start-portal.ts'
import { signWith } from './sign-message.ts'

export interface Sent {
  readonly status: number
  readonly value: unknown
  readonly replayed: string | null
}

/** Calls of the members part of a running practice portal, over real HTTP. */
export function membersOf(portal: () => RunningPortal, folder: string) {
  async function send(name: MemberCallName, body: unknown, session = '', key = ''): Promise<Sent> {
    const { address, token } = portal()
    const response = await fetch(address + memberCalls[name].path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(session === '' ? {} : { 'x-session': session }),
        ...(key === '' ? {} : { 'idempotency-key': key }),
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const value: unknown = await response.json()
    if (response.status === 200) memberCalls[name].answer.parse(value)
    return { status: response.status, value, replayed: response.headers.get('idempotency-replayed') }
  }

  /** A call that has to go well. */
  async function done<N extends MemberCallName>(
    name: N,
    body: MemberBody<N>,
    session = '',
    key = '',
  ): Promise<MemberAnswer<N>> {
    const sent = await send(name, body, session, key)
    expect(sent).toMatchObject({ status: 200 })
    return sent.value as MemberAnswer<N>
  }

  async function practise(path: string, method: string, body: unknown): Promise<unknown> {
    const { address, token } = portal()
    const response = await fetch(`${address}/practice/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    expect(response.status).toBe(200)
    return await response.json()
  }

  /** The newest number in a notice to somebody. */
  async function newest(to: string): Promise<string> {
    const { items } = (await practise('notices', 'GET', undefined)) as { items: { to: string; text: string }[] }
    return /\d{6,8}/.exec(items.find((item) => item.to === to)?.text ?? '')?.[0] ?? ''
  }

  async function sms(mobile: string, purpose: MemberBody<'sms'>['purpose']) {
    const { id: smsId } = await done('sms', { mobile, purpose })
    return { smsId, smsCode: await newest(mobile) }
  }

  const password = 'Practice#2026'

  /** Registers the company of a text; the answer is the session of its administrator. */
  async function register(text: StepText, key = 'register-0001') {
    const { mobile = '' } = partOf(text, 'administrator')
    return await done('register', { text, password, ...(await sms(mobile, 'register')) }, '', key)
  }

  /** Invites and activates an operator. */
  async function operator(text: StepText, session: string, key = 'operator-0001') {
    const { mobile = '' } = partOf(text, 'operator')
    const { userName } = await done('invite', { text }, session, key)
    return await done('activate', { userName, code: await newest(mobile), password })
  }

  function proof(purpose: ChallengePurpose, { id, text }: { id: string; text: string }, card: CardName) {
    const file = readCardFile(openAuthority(folder).card(card))
    const signature = signWith(file, challengeText(purpose, text) ?? '')
    return { challengeId: id, certificate: file.certificate, signature }
  }

  return { send, done, practise, newest, sms, register, operator, proof, password }
}
