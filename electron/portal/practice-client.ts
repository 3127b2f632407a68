import {
  beginningSchema,
  filingsSchema,
  heldSchema,
  noticesSchema,
  practiceSettingsSchema,
  type Beginning,
  type Held,
  type Notices,
  type PracticeChange,
  type PracticeSettings,
  type Steering,
} from '../../domain/portal/answers.ts'
import { limits } from '../../domain/portal/limits.ts'
import type { Result } from '../../domain/result.ts'
import type { Exchange } from './connection.ts'
import { endpoints } from './endpoints.ts'
import type { PortalClient } from './portal-client.ts'
import { readQuestion } from './read-answer.ts'

/** What only the practice portal understands: how filings end, how fast, which fault is practised. */
export class PracticeClient {
  readonly #client: Pick<PortalClient, 'exchange'>

  constructor(client: Pick<PortalClient, 'exchange'>) {
    this.#client = client
  }

  async settings(): Promise<Result<PracticeSettings>> {
    return readQuestion(await this.#ask('GET', endpoints.practiceSettings), practiceSettingsSchema)
  }

  async change(change: PracticeChange): Promise<Result<PracticeSettings>> {
    return readQuestion(await this.#ask('PATCH', endpoints.practiceSettings, change), practiceSettingsSchema)
  }

  /** Everything that the practice portal holds. */
  async filings(): Promise<Result<{ readonly items: readonly Held[] }>> {
    return readQuestion(await this.#ask('GET', endpoints.practiceDeclarations), filingsSchema)
  }

  async steer(clientSeqNo: string, steering: Steering): Promise<Result<Held>> {
    return readQuestion(await this.#ask('PUT', endpoints.practiceOutcome(clientSeqNo), steering), heldSchema)
  }

  /** Sets the companies, users and cards of practice back to a beginning; declarations stay. */
  async begin(from: Beginning['from']): Promise<Result<Beginning>> {
    return readQuestion(await this.#ask('PUT', endpoints.practiceMembers, { from }), beginningSchema)
  }

  /** Short messages that the practice portal would have sent, newest first. */
  async notices(): Promise<Result<Notices>> {
    return readQuestion(await this.#ask('GET', endpoints.practiceNotices), noticesSchema)
  }

  #ask(method: 'GET' | 'PUT' | 'PATCH', path: string, value?: unknown): Promise<Exchange> {
    const body = value === undefined ? undefined : new TextEncoder().encode(JSON.stringify(value))
    const headers = body && { 'Content-Type': 'application/json' }
    return this.#client.exchange({ method, path, headers, body, mostBytes: limits.pageBytes })
  }
}
