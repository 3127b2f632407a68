import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'

type Kind = 'captcha' | 'sms' | 'login' | 'bind' | 'grant'

interface Ticket {
  readonly kind: string
  readonly subject: string
  readonly answer: string
  readonly tries: number
  readonly expiresAt: number
}

/** How long each holds, ms, and how many wrong answers it takes. Ours. */
const life: Record<Kind, number> = { captcha: 300_000, sms: 300_000, login: 120_000, bind: 120_000, grant: 120_000 }
const mostTries = 5

/** Captchas, codes and challenges: each ends by itself and is used once. */
export class Tickets {
  readonly #now: () => number
  readonly #add
  readonly #get
  readonly #missed
  readonly #drop
  readonly #sweep

  constructor(db: Database, now: () => number) {
    this.#now = now
    this.#add = db.prepare(
      'INSERT INTO tickets (id, kind, subject, answer, expires_at) VALUES (@id, @kind, @subject, @answer, @expiresAt)',
    )
    this.#get = db.prepare<{ id: string }, Ticket>(
      'SELECT kind, subject, answer, tries, expires_at AS expiresAt FROM tickets WHERE id = @id',
    )
    this.#missed = db.prepare('UPDATE tickets SET tries = tries + 1 WHERE id = @id')
    this.#drop = db.prepare('DELETE FROM tickets WHERE id = @id')
    this.#sweep = db.prepare('DELETE FROM tickets WHERE expires_at < @now')
  }

  issue(kind: Kind, subject: string, answer: string): { id: string; expiresAt: string } {
    const now = this.#now()
    this.#sweep.run({ now })
    const id = randomUUID()
    this.#add.run({ id, kind, subject, answer, expiresAt: now + life[kind] })
    return { id, expiresAt: new Date(now + life[kind]).toISOString() }
  }

  /** Is the answer right? A right one uses the ticket up, a wrong one counts. */
  redeem(kind: Kind, id: string, subject: string, answer: string): boolean {
    const ticket = this.#valid(kind, id)
    if (!ticket) return false
    if (ticket.subject !== subject || ticket.answer.toUpperCase() !== answer.trim().toUpperCase()) {
      this.#missed.run({ id })
      return false
    }
    this.#drop.run({ id })
    return true
  }

  /** A challenge, used up by being looked at: its subject and its text. */
  take(kind: Kind, id: string): { subject: string; text: string } | undefined {
    const ticket = this.#valid(kind, id)
    if (!ticket) return undefined
    this.#drop.run({ id })
    return { subject: ticket.subject, text: ticket.answer }
  }

  #valid(kind: Kind, id: string): Ticket | undefined {
    const ticket = this.#get.get({ id })
    return ticket?.kind === kind && ticket.expiresAt >= this.#now() && ticket.tries < mostTries ? ticket : undefined
  }
}
