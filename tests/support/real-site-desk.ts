import { join } from 'node:path'
import { siteSchema } from '../../electron/services/sites.ts'
import { DraftsRepo } from '../../electron/store/drafts.repo.ts'
import { deskMigrations, migrations } from '../../electron/store/migrations/index.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { SettingsRepo } from '../../electron/store/settings.repo.ts'
import { SitesRepo } from '../../electron/store/sites.repo.ts'
import { importDeclaration } from '../fixtures/declarations.ts'

/**
 * Fills the data folder of a desk that works with a real site over PC/SC and has declarations that wait for their
 * signature. @param cardCa PEM of the trusted card authorities
 */
export async function realSiteDesk(folder: string, cardCa: readonly string[], declarations: number): Promise<void> {
  const store = await openStore({ folder, name: 'desk', migrations: deskMigrations, now: Date.now })
  if (!store.ok) throw new Error(store.error.code)
  const site = {
    id: 'site-1',
    name: '测试站点',
    baseAddress: 'https://127.0.0.1:9/',
    extraCa: '',
    cardCa: cardCa.join('\n'),
    proxy: { kind: 'none' as const, address: '' },
    cardBackend: 'pcsc' as const,
  }
  new SitesRepo(store.value.db, siteSchema).put(site, Date.now())
  new SettingsRepo(store.value.db).put('activeSite', site.id)
  store.value.db.close()
  const drafts = await openStore({ folder: ownFolder(folder), name: 'declarations', migrations, now: Date.now })
  if (!drafts.ok) throw new Error(drafts.error.code)
  const repo = new DraftsRepo(drafts.value.db, Date.now, () => '2026-11-10')
  for (let one = 0; one < declarations; one++) {
    const made = repo.create([{ ieFlag: 'I', message: importDeclaration(), customer: `演练客户 ${one + 1}` }])[0]
    if (made) repo.move(made.summary.id, 'markReady')
  }
  drafts.value.db.close()
}

/** Where the declarations of that site lie. */
export const ownFolder = (folder: string): string => join(folder, 'sites', 'site-1')
