import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CardName } from './card-plans.ts'
import { makeAuthority } from './make-authority.ts'
import { readRegistry, type Registry } from './registry.ts'

export interface Authority {
  /** Roots and issued certificates. */
  readonly registry: Registry
  /** Path of a card's file. */
  card(name: CardName): string
}

/**
 * The practice authority of a practice folder; made at the first call, once. Portal and card process may call at
 * the same moment: each prepares a folder of its own and only one rename wins.
 * @param folder practice folder; everything lies under `authority/` in it
 */
export function openAuthority(folder: string, now: () => number = Date.now): Authority {
  const home = join(folder, 'authority')
  if (!existsSync(home)) {
    mkdirSync(folder, { recursive: true })
    const draft = mkdtempSync(join(folder, 'authority-new-'))
    try {
      makeAuthority(draft, now())
      renameSync(draft, home)
    } catch (error) {
      rmSync(draft, { recursive: true, force: true })
      if (!existsSync(home)) throw error
    }
  }
  return {
    registry: readRegistry(join(home, 'registry.json')),
    card: (name) => join(home, 'cards', `${name}.json`),
  }
}
