import type { Database } from 'better-sqlite3'
import type { PracticeSettings } from '../../../domain/portal/answers.ts'
import type { CodeBook } from '../../../domain/rules/rule.ts'
import type { Registry } from '../../authority/registry.ts'
import type { ApplicationsRepo } from './applications.repo.ts'
import type { Bindings } from './bindings.ts'
import type { Notices } from './notices.ts'
import type { Papers } from './papers.repo.ts'
import type { People } from './people.ts'
import type { Tickets } from './tickets.ts'

/** What the desks of this area work with. */
export interface MemberParts {
  readonly db: Database
  readonly people: People
  readonly bindings: Bindings
  readonly applications: ApplicationsRepo
  readonly papers: Papers
  readonly tickets: Tickets
  readonly notices: Notices
  readonly registry: Registry
  readonly codes: CodeBook
  readonly settings: () => PracticeSettings
  readonly now: () => number
}
