import type { Migration } from './migration.ts'

/** The manual proxy of a site with its password, sealed by the system for this user of this computer. */
export const siteSecrets: Migration = {
  id: 62,
  name: 'site-secrets',
  up: (db) => {
    db.exec('ALTER TABLE sites ADD COLUMN sealed_proxy TEXT')
  },
}
