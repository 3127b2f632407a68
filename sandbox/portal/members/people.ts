import type { Database } from 'better-sqlite3'
import { partOf, stepTextSchema, type StepText } from '../../../domain/fields/step-text.ts'
import type { MemberSession } from '../../../domain/portal/members.ts'
import { hashOf, newToken } from './secrets.ts'
import { sql } from './sql.ts'

export interface Company {
  readonly id: number
  readonly name: string
  readonly creditCode: string
  readonly orgCode: string
  readonly text: StepText
}

export interface User {
  readonly id: number
  readonly companyId: number
  readonly userName: string
  readonly personName: string
  readonly role: 'administrator' | 'operator'
  readonly state: 'invited' | 'active' | 'disabled'
  readonly mobile: string
  readonly email: string
  readonly secret: string
  readonly secretUntil: number | null
  readonly failures: number
  readonly lockedUntil: number
  readonly createdAt: number
}

export type NewUser = Pick<
  User,
  'companyId' | 'userName' | 'personName' | 'role' | 'state' | 'mobile' | 'email' | 'secret'
> & {
  readonly text: StepText
  readonly secretUntil?: number
}

/** Who makes a call. */
export interface Member {
  readonly user: User
  readonly company: Company
  readonly via: 'password' | 'card'
  readonly token: string
  readonly expiresAt: number
}

/** A working day; ours, the real one is not published. */
const sessionLife = 8 * 3_600_000

const userColumns = `id, company_id AS companyId, user_name AS userName, person_name AS personName, role, state, mobile,
  email, secret, secret_until AS secretUntil, failures, locked_until AS lockedUntil, created_at AS createdAt`

const statements = (db: Database) => ({
  addCompany: db.prepare(
    `INSERT INTO companies (name, credit_code, org_code, text, created_at)
     VALUES (@name, @creditCode, @orgCode, @text, @now)`,
  ),
  company: db.prepare<{ id: number }, Omit<Company, 'text'> & { text: string }>(
    'SELECT id, name, credit_code AS creditCode, org_code AS orgCode, text FROM companies WHERE id = @id',
  ),
  hasCompany: db.prepare<{ name: string; creditCode: string }, { name: number; creditCode: number }>(
    `SELECT EXISTS (SELECT 1 FROM companies WHERE name = @name) AS name,
       EXISTS (SELECT 1 FROM companies WHERE credit_code = @creditCode) AS creditCode`,
  ),
  addUser: db.prepare(
    `INSERT INTO users (company_id, user_name, person_name, role, state, mobile, email, text, secret, secret_until,
       created_at)
     VALUES (@companyId, @userName, @personName, @role, @state, @mobile, @email, @text, @secret, @secretUntil, @now)`,
  ),
  user: db.prepare<{ id: number }, User>(sql`SELECT ${userColumns} FROM users WHERE id = @id`),
  byName: db.prepare<{ userName: string }, User>(sql`SELECT ${userColumns} FROM users WHERE user_name = @userName`),
  ofCompany: db.prepare<{ companyId: number }, User>(
    sql`SELECT ${userColumns} FROM users WHERE company_id = @companyId ORDER BY role, id`,
  ),
  byMobile: db.prepare<{ creditCode: string; mobile: string }, { userName: string }>(
    `SELECT user_name AS userName FROM users JOIN companies ON companies.id = company_id
     WHERE credit_code = @creditCode AND mobile = @mobile AND state = 'active' ORDER BY users.id`,
  ),
  secret: db.prepare(
    `UPDATE users SET secret = @secret, secret_until = NULL, state = @state, failures = 0, locked_until = 0 WHERE id = @id`,
  ),
  attempt: db.prepare('UPDATE users SET failures = @failures, locked_until = @lockedUntil WHERE id = @id'),
  reach: db.prepare('UPDATE users SET mobile = @mobile, email = @email WHERE id = @id'),
  state: db.prepare('UPDATE users SET state = @state WHERE id = @id'),
  addSession: db.prepare(
    'INSERT INTO sessions (token_hash, user_id, via, expires_at) VALUES (@hash, @userId, @via, @expiresAt)',
  ),
  session: db.prepare<{ hash: string; now: number }, { userId: number; via: 'password' | 'card'; expiresAt: number }>(
    `SELECT user_id AS userId, via, expires_at AS expiresAt FROM sessions
     WHERE token_hash = @hash AND expires_at > @now`,
  ),
  endSession: db.prepare('DELETE FROM sessions WHERE token_hash = @hash'),
  endSessions: db.prepare('DELETE FROM sessions WHERE user_id = @userId'),
})

/** Companies, their users and who is logged in. Tokens are kept as hashes only. */
export class People {
  readonly sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number) {
    this.sql = statements(db)
    this.#now = now
  }

  addCompany(company: Omit<Company, 'id'>): number {
    const row = { ...company, text: JSON.stringify(company.text), now: this.#now() }
    return Number(this.sql.addCompany.run(row).lastInsertRowid)
  }

  company(id: number): Company | undefined {
    const row = this.sql.company.get({ id })
    return row && { ...row, text: stepTextSchema.parse(JSON.parse(row.text)) }
  }

  addUser({ secretUntil, text, ...user }: NewUser): number {
    const row = { ...user, text: JSON.stringify(text), secretUntil: secretUntil ?? null, now: this.#now() }
    return Number(this.sql.addUser.run(row).lastInsertRowid)
  }

  user(userName: string): User | undefined {
    return this.sql.byName.get({ userName })
  }

  users(companyId: number): User[] {
    return this.sql.ofCompany.all({ companyId })
  }

  /** A new session; the token is told once. */
  open(userId: number, via: 'password' | 'card'): MemberSession {
    const token = newToken()
    this.sql.addSession.run({ hash: hashOf(token), userId, via, expiresAt: this.#now() + sessionLife })
    const member = this.member(token)
    if (!member) throw new Error('a new session is not there')
    return sessionOf(member)
  }

  /** Ends a session. */
  close(token: string): void {
    this.sql.endSession.run({ hash: hashOf(token) })
  }

  /** Who the token belongs to, as he is now: one who was disabled meanwhile is nobody. */
  member(token: string): Member | undefined {
    const session = this.sql.session.get({ hash: hashOf(token), now: this.#now() })
    const user = session && this.sql.user.get({ id: session.userId })
    const company = user && this.company(user.companyId)
    if (user?.state !== 'active' || !company) return undefined
    return { user, company, token, via: session.via, expiresAt: session.expiresAt }
  }
}

/** What the company registered, as far as the user needs it: papers of persons are the administrator's business. */
function textFor(role: User['role'], text: StepText): StepText {
  if (role === 'administrator') return text
  const company = Object.entries(partOf(text, 'company')).filter(([element]) => !element.startsWith('legalId'))
  return { company: Object.fromEntries(company) }
}

export const sessionOf = ({ user, company, via, token, expiresAt }: Member): MemberSession => ({
  token,
  userName: user.userName,
  personName: user.personName,
  role: user.role,
  mobile: user.mobile,
  email: user.email,
  companyName: company.name,
  creditCode: company.creditCode,
  orgCode: company.orgCode,
  text: textFor(user.role, company.text),
  via,
  expiresAt: new Date(expiresAt).toISOString(),
})
