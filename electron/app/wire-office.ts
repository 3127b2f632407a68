import type { Database } from 'better-sqlite3'
import { FiguresService } from '../services/figures.ts'
import { ListsService, type ListsParts } from '../services/lists.ts'
import { localDay } from '../services/local-day.ts'
import type { Result } from '../../domain/result.ts'
import { MemoryService, type MemoryParts } from '../services/memory.ts'
import { TeamService } from '../services/team.ts'
import type { DraftSummary } from '../store/draft-row.ts'
import type { DraftsRepo } from '../store/drafts.repo.ts'
import { FiguresRepo } from '../store/figures.repo.ts'
import { MemoryRepo } from '../store/memory.repo.ts'
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

/** Wires what is kept beside the list of declarations. */
export const wireLists = (parts: Omit<ListsParts, 'site' | 'today'> & { readonly db: Database }): ListsService =>
  new ListsService({ ...parts, site: new SettingsRepo(parts.db), today: () => localDay(Date.now()) })

/** Wires templates and what is known of customers and goods. */
export const wireMemory = ({ db, ...parts }: Omit<MemoryParts, 'repo'> & { readonly db: Database }): MemoryService =>
  new MemoryService({ ...parts, repo: new MemoryRepo(db, Date.now) })

/** Wires the figures of a month. */
export const wireFigures = (db: Database): FiguresService => new FiguresService(new FiguresRepo(db))
