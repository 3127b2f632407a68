import type { Database } from 'better-sqlite3'
import * as z from 'zod'
import type { MemberAnswer } from '../../../domain/portal/members.ts'
import type { RegisteredCard } from '../../authority/registry.ts'
import { sql } from './sql.ts'

export const factsSchema = z.strictObject({
  holder: z.string(),
  company: z.string(),
  kind: z.enum(['operator', 'legal']),
  serial: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
})

interface Row {
  readonly userId: number
  readonly userName: string
  readonly personName: string
  readonly cardNo: string
  readonly facts: string
  readonly boundAt: number
  readonly unboundAt: number | null
  readonly reason: string
}

const select = `SELECT user_id AS userId, user_name AS userName, person_name AS personName, card_no AS cardNo, facts,
    bound_at AS boundAt, unbound_at AS unboundAt, reason
  FROM bindings JOIN users ON users.id = user_id`

const statements = (db: Database) => ({
  add: db.prepare(
    `INSERT INTO bindings (user_id, card_no, facts, bound_at, reason) VALUES (@userId, @cardNo, @facts, @now, @reason)`,
  ),
  end: db.prepare(
    'UPDATE bindings SET unbound_at = @now, reason = @reason WHERE card_no = @cardNo AND unbound_at IS NULL',
  ),
  byCard: db.prepare<{ cardNo: string }, Row>(sql`${select} WHERE card_no = @cardNo AND unbound_at IS NULL`),
  byUser: db.prepare<{ userId: number }, Row>(sql`${select} WHERE user_id = @userId AND unbound_at IS NULL`),
  list: db.prepare<{ companyId: number }, Row>(
    sql`${select} WHERE company_id = @companyId ORDER BY unbound_at IS NOT NULL, bindings.id DESC`,
  ),
})

/** Which card belongs to which user. One user one card, one card one user; what ended is kept with its reason. */
export class Bindings {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number) {
    this.#sql = statements(db)
    this.#now = now
  }

  bind(userId: number, card: RegisteredCard, reason: string): void {
    const { holder, company, kind, serial, notBefore, notAfter } = card
    const facts = JSON.stringify({ holder, company, kind, serial, notBefore, notAfter })
    this.#sql.add.run({ userId, cardNo: card.cardNo, facts, reason, now: this.#now() })
  }

  end(cardNo: string, reason: string): void {
    this.#sql.end.run({ cardNo, reason, now: this.#now() })
  }

  ofCard(cardNo: string): Row | undefined {
    return this.#sql.byCard.get({ cardNo })
  }

  ofUser(userId: number): Row | undefined {
    return this.#sql.byUser.get({ userId })
  }

  /** Of a company, or of one user of it; those in force first. */
  list(companyId: number, userId?: number): MemberAnswer<'bindings'> {
    const rows = this.#sql.list.all({ companyId }).filter((row) => userId === undefined || row.userId === userId)
    return {
      items: rows.map(({ userName, personName, cardNo, facts, boundAt, unboundAt, reason }) => ({
        userName,
        personName,
        cardNo,
        ...factsSchema.parse(JSON.parse(facts)),
        boundAt: new Date(boundAt).toISOString(),
        unboundAt: unboundAt === null ? '' : new Date(unboundAt).toISOString(),
        reason,
      })),
    }
  }
}
