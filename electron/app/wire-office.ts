import type { Database } from 'better-sqlite3'
import type { Result } from '../../domain/result.ts'
import { TeamService } from '../services/team.ts'
import type { DraftSummary } from '../store/draft-row.ts'
import type { DraftsRepo } from '../store/drafts.repo.ts'
import { SettingsRepo } from '../store/settings.repo.ts'
import { TeamRepo } from '../store/team.repo.ts'
import { createResultTransaction } from '../store/transaction.ts'

/** What stands already when the people of the desk are wired. */
export interface OfficeParts {
  readonly db: Database
  readonly drafts: DraftsRepo
  /** Settings of the desk, whatever the site. */
  readonly desk: SettingsRepo
  readonly clerk: () => string
  readonly finish: (id: string, rev: number) => Promise<Result<DraftSummary>>
  readonly emitChanged: (id: string) => void
}

/** Wires who sits at the desk and the review. */
export function wireTeam({ db, ...parts }: OfficeParts): TeamService {
  return new TeamService({
    ...parts,
    repo: new TeamRepo(db, Date.now),
    site: new SettingsRepo(db),
    transaction: createResultTransaction(db),
  })
}
