import type { Migration } from './migration.ts'
import { declarations } from './0010-declarations.ts'
import { attachments } from './0011-attachments.ts'
import { settings } from './0012-settings.ts'
import { sites } from './0013-sites.ts'
import { outbox } from './0030-outbox.ts'
import { receipts } from './0031-receipts.ts'
import { timeline } from './0032-timeline.ts'
import { importMappings } from './0040-import-mappings.ts'
import { wizards } from './0050-wizards.ts'
import { submissions } from './0051-submissions.ts'
import { exchange } from './0060-exchange.ts'
import { siteFolders } from './0061-site-folders.ts'
import { siteSecrets } from './0062-site-secrets.ts'
import { audit } from './0065-audit.ts'
import { importedTrails } from './0066-imported-trails.ts'
import { papers } from './0070-papers.ts'
import { tariff } from './0071-tariff.ts'
import { codeUses } from './0072-code-uses.ts'
import { team } from './0075-team.ts'
import { search } from './0076-search.ts'
import { memory } from './0077-memory.ts'
import { customerIndex } from './0078-customer-index.ts'

/** Every migration of the store of one site, in order. A new one is a file of its own and a line here. */
export const migrations: readonly Migration[] = [
  declarations,
  attachments,
  settings,
  outbox,
  receipts,
  timeline,
  importMappings,
  wizards,
  submissions,
  exchange,
  audit,
  importedTrails,
  papers,
  tariff,
  codeUses,
  team,
  search,
  memory,
  customerIndex,
]

/** The file of the desk itself: which sites there are and which one is in use. */
export const deskMigrations: readonly Migration[] = [settings, sites, siteFolders, siteSecrets]
