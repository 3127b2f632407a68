import type { Database } from 'better-sqlite3'
import type { MemberResult } from './answer.ts'
import { hashOf } from './secrets.ts'

/** What came of a keyed call: done or refused now, answered as before, or another body under the key. */
export type KeyedOutcome =
  | { readonly kind: 'now'; readonly result: MemberResult<unknown> }
  | { readonly kind: 'before'; readonly answer: unknown }
  | { readonly kind: 'other-body' }

/** Calls with a key are done once; the first answer is given again. Refusals are not kept: they changed nothing. */
export class Keyed {
  readonly #get
  readonly #put
  readonly #busy = new Map<string, Promise<unknown>>()

  constructor(db: Database) {
    this.#get = db.prepare<{ scope: string; key: string }, { bodyHash: string; answer: string }>(
      'SELECT body_hash AS bodyHash, answer FROM keyed WHERE scope = @scope AND key = @key',
    )
    this.#put = db.prepare(
      'INSERT INTO keyed (scope, key, body_hash, answer) VALUES (@scope, @key, @bodyHash, @answer)',
    )
  }

  /**
   * @param scope who and what: keys of one company say nothing of another's
   * @param body without secrets
   */
  async once(
    scope: string,
    key: string,
    body: unknown,
    work: () => Promise<MemberResult<unknown>> | MemberResult<unknown>,
  ): Promise<KeyedOutcome> {
    const place = `${scope} ${key}`
    // The same call may come twice at once: the second waits for the first.
    while (this.#busy.has(place)) await this.#busy.get(place)
    const run = this.#run(scope, key, hashOf(JSON.stringify(body)), work)
    this.#busy.set(
      place,
      run.catch(() => undefined),
    )
    try {
      return await run
    } finally {
      this.#busy.delete(place)
    }
  }

  async #run(
    scope: string,
    key: string,
    bodyHash: string,
    work: () => Promise<MemberResult<unknown>> | MemberResult<unknown>,
  ): Promise<KeyedOutcome> {
    const before = this.#get.get({ scope, key })
    if (before)
      return before.bodyHash === bodyHash
        ? { kind: 'before', answer: JSON.parse(before.answer) }
        : { kind: 'other-body' }
    const result = await work()
    if (result.ok) this.#put.run({ scope, key, bodyHash, answer: JSON.stringify(result.value) })
    return { kind: 'now', result }
  }
}
