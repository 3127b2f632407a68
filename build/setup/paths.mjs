/** Where set-up reads and writes. Everything that it makes lies in `.cache/` and `node_modules/`, both git-ignored. */
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')
export const cacheFolder = join(root, '.cache')
export const modulesFolder = join(root, 'node_modules')
/** Which Electron runtime was chosen: `{ kind, version, dist, napi }`, `dist` relative to the root. */
export const runtimeFile = join(cacheFolder, 'runtime.json')
