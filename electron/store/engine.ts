import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Oldest Node-API that the binary in the package of better-sqlite3 was made for. */
const wantedApi = 10

/**
 * Why the SQLite binding must not be loaded here, or `undefined` when it may.
 * On an older Node-API the binary in the package does not fail, it crashes the process: only one built by set-up
 * may be used there (it is preferred by the loader when it exists).
 * @param api Node-API version of the running process
 * @param folder package folder of better-sqlite3
 */
export function engineProblem(api = process.versions['napi'], folder = packageFolder()): string | undefined {
  if (Number(api) >= wantedApi) return undefined
  const built = ['Release', 'Debug'].some((kind) => existsSync(join(folder, 'build', kind, 'better_sqlite3.node')))
  return built ? undefined : `Node-API ${api ?? '?'}`
}

const packageFolder = (): string => dirname(createRequire(import.meta.url).resolve('better-sqlite3/package.json'))
