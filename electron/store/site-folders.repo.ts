import type { Database } from 'better-sqlite3'

/** Which folder of the import client a site works with. */
export class SiteFoldersRepo {
  readonly #all
  readonly #put

  constructor(db: Database) {
    this.#all = db.prepare<[], { siteId: string; path: string }>('SELECT site_id AS siteId, path FROM site_folders')
    this.#put = db.prepare<{ siteId: string; path: string }>(`
      INSERT INTO site_folders (site_id, path) VALUES (@siteId, @path)
      ON CONFLICT DO UPDATE SET path = excluded.path`)
  }

  /** Site → path. */
  all(): Map<string, string> {
    return new Map(this.#all.all().map(({ siteId, path }) => [siteId, path]))
  }

  put(siteId: string, path: string): void {
    this.#put.run({ siteId, path })
  }
}
