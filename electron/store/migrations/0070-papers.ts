import type { Migration } from './migration.ts'

/** Figures of invoice, packing list and contract beside each saved state, JSON. */
export const papers: Migration = {
  id: 70,
  name: 'papers',
  up: (db) => db.exec("ALTER TABLE revisions ADD COLUMN papers TEXT NOT NULL DEFAULT '{}'"),
}
