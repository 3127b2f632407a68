import type { Database } from 'better-sqlite3'
import { failure } from '../../domain/failures/index.ts'
import { stepTextSchema, type StepText } from '../../domain/fields/step-text.ts'
import { mayEdit, type WizardKind, type WizardState } from '../../domain/states/wizard.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { sql } from './sql.ts'
import { uuid7 } from './uuid7.ts'

type StepState = 'open' | 'done' | 'problem'
export type Steps = Record<string, StepState>

/** A draft without what was typed. */
export interface WizardRow {
  readonly id: string
  readonly kind: WizardKind
  readonly variant: string
  readonly title: string
  readonly state: WizardState
  readonly reason: string
  readonly step: string
  readonly rev: number
  readonly createdAt: string
  readonly updatedAt: string
}

/** A draft with all that was typed. */
export interface WizardDraft extends WizardRow {
  readonly text: StepText
  readonly steps: Steps
}

export interface NewWizard {
  readonly kind: WizardKind
  readonly variant: string
  readonly title: string
  readonly text: StepText
}

export interface WizardChange {
  readonly id: string
  /** Revision that the page started from. */
  readonly rev: number
  readonly title: string
  readonly text: StepText
  readonly step: string
  readonly steps: Steps
  readonly state: WizardState
}

type Stored = WizardRow & { readonly text: string; readonly steps: string }

const listed = 'id, kind, variant, title, state, reason, step, rev, created_at AS createdAt, updated_at AS updatedAt'

const statements = (db: Database) => ({
  insert: db.prepare(`
    INSERT INTO wizards (id, kind, variant, title, state, rev, created_at, updated_at, steps, text)
    VALUES (@id, @kind, @variant, @title, 'editing', 1, @now, @now, '{}', @text)`),
  list: db.prepare<[], WizardRow>(
    sql`SELECT ${listed} FROM wizards ORDER BY state = 'done', updated_at DESC, key DESC`,
  ),
  byId: db.prepare<{ id: string }, Stored>(sql`SELECT ${listed}, text, steps FROM wizards WHERE id = @id`),
  save: db.prepare(`
    UPDATE wizards SET rev = rev + 1, title = @title, text = @text, step = @step, steps = @steps, state = @state,
      updated_at = @now, reason = CASE WHEN @state = 'refused' THEN reason ELSE '' END
    WHERE id = @id AND rev = @rev AND state IN ('editing', 'ready', 'refused')`),
  mark: db.prepare('UPDATE wizards SET state = @state, reason = @reason, updated_at = @now WHERE id = @id'),
  remove: db.prepare('DELETE FROM wizards WHERE id = @id'),
})

/** Drafts of the preparation wizards. Every change is on disk when a call returns. */
export class WizardsRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number) {
    this.#sql = statements(db)
    this.#now = now
  }

  /** A new draft; answers its id. */
  create({ text, ...wizard }: NewWizard): string {
    const id = uuid7(this.#now())
    this.#sql.insert.run({ ...wizard, id, text: JSON.stringify(text), now: this.#iso() })
    return id
  }

  /** Newest first; what is done comes last. */
  list(): WizardRow[] {
    return this.#sql.list.all()
  }

  load(id: string): Result<WizardDraft> {
    const row = this.#sql.byId.get({ id })
    if (row === undefined) return refuse(failure('wizards.gone'))
    try {
      const text = stepTextSchema.parse(JSON.parse(row.text))
      return ok({ ...row, text, steps: JSON.parse(row.steps) as Steps })
    } catch {
      return refuse(failure('store.corrupt', { detail: 'JSON' }))
    }
  }

  /** Refuses a revision that is not built on the newest one, and a draft that is on its way. */
  save({ text, steps, ...change }: WizardChange): Result<{ rev: number; savedAt: string }> {
    const now = this.#iso()
    const row = { ...change, text: JSON.stringify(text), steps: JSON.stringify(steps), now }
    if (this.#sql.save.run(row).changes === 1) return ok({ rev: change.rev + 1, savedAt: now })
    const known = this.#sql.byId.get({ id: change.id })
    if (known === undefined) return refuse(failure('wizards.gone'))
    if (!mayEdit(known.state)) return refuse(failure('wizards.notEditable'))
    return refuse(failure('wizards.stale', { base: change.rev, current: known.rev }))
  }

  /** Notes where a draft stands; the text is what the clerk reads beside it. */
  mark(id: string, state: WizardState, reason = ''): void {
    this.#sql.mark.run({ id, state, reason, now: this.#iso() })
  }

  /** Removes a draft that is not on its way. */
  remove(id: string): Result<Record<string, never>> {
    const known = this.#sql.byId.get({ id })
    if (known === undefined) return refuse(failure('wizards.gone'))
    if (!mayEdit(known.state) && known.state !== 'done') return refuse(failure('wizards.notEditable'))
    this.#sql.remove.run({ id })
    return ok({})
  }

  #iso(): string {
    return new Date(this.#now()).toISOString()
  }
}
