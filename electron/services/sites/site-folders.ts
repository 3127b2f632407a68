import { failure } from '../../../domain/failures/index.ts'
import { boxes } from '../../../domain/portal/exchange-names.ts'
import { ok, refuse, type Failure, type Result } from '../../../domain/result.ts'
import type { SiteFoldersRepo } from '../../store/site-folders.repo.ts'

export interface SiteFolderParts {
  readonly repo: SiteFoldersRepo
  /** Main's dialog; `undefined` when it was closed. */
  readonly pick: () => Promise<string | undefined>
  /** Names of the sub-folders of a folder; throws what the disk throws. */
  readonly subfolders: (path: string) => Promise<string[]>
  readonly newId: () => string
}

const partsOf = (path: string): string[] => path.split(/[\\/]+/).filter((part) => part !== '')
const parentOf = (path: string): string => path.replace(/[\\/]+[^\\/]+[\\/]*$/, '')
/** Enough for the eye to know the folder again. */
const labelOf = (path: string): string => partsOf(path).slice(-2).join(' › ').slice(0, 200)

/** Folders of the import client that clerks choose: the page gets a token and a label, the path stays here. */
export class SiteFolders {
  readonly #parts: SiteFolderParts
  readonly #picked = new Map<string, string>()

  constructor(parts: SiteFolderParts) {
    this.#parts = parts
  }

  /** Site → label. */
  labels(): Record<string, string> {
    return Object.fromEntries([...this.#parts.repo.all()].map(([id, path]) => [id, labelOf(path)]))
  }

  pathOf(siteId: string): string | undefined {
    return this.#parts.repo.all().get(siteId)
  }

  /** Refuses `folders.notYours` when the four folders are not in it; one of the four stands for the folder above. */
  async pick(): Promise<Result<{ token: string; label: string } | null>> {
    const chosen = await this.#parts.pick()
    if (chosen === undefined) return ok(null)
    const isBox = boxes.some((box) => box.toLowerCase() === partsOf(chosen).at(-1)?.toLowerCase())
    const path = isBox ? parentOf(chosen) : chosen
    const there = await this.#subfolders(path)
    const missing = boxes.filter((box) => !there.has(box.toLowerCase()))
    if (missing.length > 0) return refuse(failure('folders.notYours', { missing: missing.join('、') }))
    const token = this.#parts.newId()
    this.#picked.set(token, path)
    return ok({ token, label: labelOf(path) })
  }

  /**
   * Why a site cannot work with what was picked, or `undefined`. Two sites in one folder would take each other's answers.
   * @param nameOf name of a site that may have the folder already
   */
  against(siteId: string, token: string | undefined, nameOf: (id: string) => string | undefined): Failure | undefined {
    const path = token === undefined ? this.pathOf(siteId) : this.#picked.get(token)
    if (path === undefined) return failure(token === undefined ? 'folders.noRoot' : 'folders.tokenGone')
    for (const [id, taken] of this.#parts.repo.all()) {
      const name = nameOf(id)
      if (id !== siteId && name !== undefined && taken.toLowerCase() === path.toLowerCase())
        return failure('folders.inUse', { name })
    }
    return undefined
  }

  /** Keeps what was picked for a site. */
  keep(siteId: string, token: string): void {
    const path = this.#picked.get(token)
    if (path !== undefined) this.#parts.repo.put(siteId, path)
  }

  async #subfolders(path: string): Promise<Set<string>> {
    try {
      return new Set((await this.#parts.subfolders(path)).map((name) => name.toLowerCase()))
    } catch {
      // What cannot be listed has none of the four.
      return new Set()
    }
  }
}
