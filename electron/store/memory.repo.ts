import type { Database } from 'better-sqlite3'
import type { DecList, DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import { uuid7 } from './uuid7.ts'

/** A template as the list shows it. */
export interface TemplateRow {
  readonly id: string
  readonly name: string
  readonly ieFlag: 'I' | 'E'
  readonly customer: string
  readonly lines: number
  readonly usedAt: string
}

/** Goods of a customer as they were declared before. */
export interface KnownGoods {
  readonly customer: string
  readonly name: string
  readonly codeTs: string
  readonly times: number
  readonly usedAt: string
  readonly line: DecList
}

type StoredGoods = Omit<KnownGoods, 'line'> & { readonly line: string }

const statements = (db: Database) => ({
  templates: db.prepare<[], TemplateRow>(`SELECT id, name, ie_flag AS ieFlag, customer, lines, used_at AS usedAt
    FROM templates ORDER BY used_at DESC, name`),
  template: db.prepare<{ id: string }, { name: string; ieFlag: 'I' | 'E'; customer: string; body: Buffer }>(
    'SELECT name, ie_flag AS ieFlag, customer, body FROM templates WHERE id = @id',
  ),
  putTemplate: db.prepare(`INSERT INTO templates (id, name, ie_flag, customer, lines, used_at, body)
    VALUES (@id, @name, @ieFlag, @customer, @lines, @at, @body) ON CONFLICT (name) DO UPDATE SET
    ie_flag = excluded.ie_flag, customer = excluded.customer, lines = excluded.lines, used_at = excluded.used_at,
    body = excluded.body`),
  useTemplate: db.prepare<{ id: string; at: string }>('UPDATE templates SET used_at = @at WHERE id = @id'),
  dropTemplate: db.prepare<{ id: string }>('DELETE FROM templates WHERE id = @id'),
  learn: db.prepare(`INSERT INTO goods (customer, bare_name, code_ts, name, times, used_at, line)
    VALUES (@customer, @bare, @codeTs, @name, 1, @at, @line) ON CONFLICT DO UPDATE SET
    name = excluded.name, times = times + 1, used_at = excluded.used_at, line = excluded.line`),
  /** The customer's own first, then what others call so; those that begin with the text before those that hold it. */
  goods: db.prepare<{ customer: string; bare: string; most: number }, StoredGoods>(`
    SELECT customer, name, code_ts AS codeTs, times, used_at AS usedAt, line FROM goods
    WHERE instr(bare_name, @bare) > 0 OR substr(code_ts, 1, length(@bare)) = @bare
    ORDER BY customer <> @customer, instr(bare_name, @bare) <> 1, used_at DESC LIMIT @most`),
  same: db.prepare<{ customer: string; bare: string }, StoredGoods>(`
    SELECT customer, name, code_ts AS codeTs, times, used_at AS usedAt, line FROM goods
    WHERE customer = @customer AND bare_name = @bare ORDER BY used_at DESC LIMIT 1`),
  lastOf: db.prepare<{ customer: string; ieFlag: string; except: string }, { id: string }>(`
    SELECT id FROM declarations WHERE customer = @customer AND ie_flag = @ieFlag AND state <> 'draft' AND id <> @except
    ORDER BY updated_at DESC LIMIT 1`),
})

/** The name without what customers write differently each time. */
const bareName = (name: string): string => name.toLowerCase().replaceAll(/[\s（）()【】[\]，,、.。-]/g, '')

const known = ({ line, ...row }: StoredGoods): KnownGoods => ({ ...row, line: JSON.parse(line) as DecList })

/** Templates, and goods and heads of earlier declarations. */
export class MemoryRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number) {
    this.#sql = statements(db)
    this.#now = now
  }

  /** Templates, used last first. */
  templates(): TemplateRow[] {
    return this.#sql.templates.all()
  }

  /** Keeps a template; one of the same name is replaced. */
  putTemplate(name: string, ieFlag: 'I' | 'E', customer: string, message: DecMessage): void {
    const lines = message.DecLists?.length ?? 0
    const body = Buffer.from(JSON.stringify(message))
    this.#sql.putTemplate.run({ id: uuid7(this.#now()), name, ieFlag, customer, lines, at: this.#iso(), body })
  }

  /** The message of a template, which counts as used now. */
  takeTemplate(id: string): { ieFlag: 'I' | 'E'; customer: string; message: DecMessage } | undefined {
    const row = this.#sql.template.get({ id })
    if (row === undefined) return undefined
    this.#sql.useTemplate.run({ id, at: this.#iso() })
    const message = JSON.parse(row.body.toString('utf8')) as DecMessage
    return { ieFlag: row.ieFlag, customer: row.customer, message }
  }

  /** @returns whether there was one */
  dropTemplate(id: string): boolean {
    return this.#sql.dropTemplate.run({ id }).changes > 0
  }

  /** Remembers goods of a customer; the same name and code once, with the newest fields. */
  learn(customer: string, line: DecList): void {
    const { GName: name = '', CodeTS: codeTs = '' } = line
    const bare = bareName(name)
    if (bare === '' || codeTs === '') return
    this.#sql.learn.run({ customer, bare, codeTs, name, at: this.#iso(), line: JSON.stringify(line) })
  }

  /** Goods whose name holds the text or whose code begins with it, those of the customer first. */
  goods(customer: string, text: string, most: number): KnownGoods[] {
    return this.#sql.goods.all({ customer, bare: bareName(text), most }).map(known)
  }

  /** The goods that this customer calls so. */
  same(customer: string, name: string): KnownGoods | undefined {
    const row = this.#sql.same.get({ customer, bare: bareName(name) })
    return row && known(row)
  }

  /** The declaration of a customer that was finished last. */
  lastOf(customer: string, ieFlag: 'I' | 'E', except: string): string | undefined {
    return this.#sql.lastOf.get({ customer, ieFlag, except })?.id
  }

  #iso(): string {
    return new Date(this.#now()).toISOString()
  }
}
