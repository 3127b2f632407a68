import type { Migration } from './migration.ts'
import { outbox } from './0030-outbox.ts'
import { receipts } from './0031-receipts.ts'
import { timeline } from './0032-timeline.ts'
import { importMappings } from './0040-import-mappings.ts'

/** Every migration in order. A new one is a file of its own and a line here. */
export const migrations: readonly Migration[] = [outbox, receipts, timeline, importMappings]
