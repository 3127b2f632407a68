import type { Database } from 'better-sqlite3'
import type { ReviewStep } from '../../domain/states/review.ts'
import { uuid7 } from './uuid7.ts'

/** What somebody says about a field of a declaration. */
export interface FieldComment {
  readonly id: string
  /** As the rules name fields; empty for the whole declaration. */
  readonly path: string
  readonly text: string
  readonly who: string
  readonly at: string
  readonly rev: number
  /** Empty while it is open. */
  readonly resolvedBy: string
  readonly resolvedAt: string
}

const statements = (db: Database) => ({
  addStep: db.prepare(`INSERT INTO steps (declaration_id, at, event, who, rev, note)
    VALUES (@declarationId, @at, @event, @who, @rev, @note)`),
  steps: db.prepare<{ declarationId: string }, ReviewStep>(
    'SELECT at, event, who, rev, note FROM steps WHERE declaration_id = @declarationId ORDER BY id',
  ),
  addComment: db.prepare(`INSERT INTO comments (id, declaration_id, path, text, who, at, rev)
    VALUES (@id, @declarationId, @path, @text, @who, @at, @rev)`),
  comments: db.prepare<{ declarationId: string }, FieldComment>(`
    SELECT id, path, text, who, at, rev, resolved_by AS resolvedBy, resolved_at AS resolvedAt
    FROM comments WHERE declaration_id = @declarationId ORDER BY at, id`),
  resolve: db.prepare(`UPDATE comments SET resolved_by = @who, resolved_at = @at
    WHERE declaration_id = @declarationId AND id = @id AND resolved_at = ''`),
})

/** Steps and comments of the people who share a desk. */
export class TeamRepo {
  readonly #sql: ReturnType<typeof statements>
  readonly #now: () => number

  constructor(db: Database, now: () => number) {
    this.#sql = statements(db)
    this.#now = now
  }

  /** Notes who did something, now. */
  addStep(declarationId: string, step: Omit<ReviewStep, 'at'>): void {
    this.#sql.addStep.run({ declarationId, at: this.#iso(), ...step })
  }

  /** Every step of a declaration, oldest first. */
  steps(declarationId: string): ReviewStep[] {
    return this.#sql.steps.all({ declarationId })
  }

  addComment(declarationId: string, comment: Pick<FieldComment, 'path' | 'text' | 'who' | 'rev'>): void {
    this.#sql.addComment.run({ id: uuid7(this.#now()), declarationId, at: this.#iso(), ...comment })
  }

  /** Every comment of a declaration, oldest first. */
  comments(declarationId: string): FieldComment[] {
    return this.#sql.comments.all({ declarationId })
  }

  /** Closes an open comment. @returns whether there was one */
  resolve(declarationId: string, id: string, who: string): boolean {
    return this.#sql.resolve.run({ declarationId, id, who, at: this.#iso() }).changes > 0
  }

  #iso(): string {
    return new Date(this.#now()).toISOString()
  }
}
