/** The npm packages of the lock file. */
import { join } from 'node:path'
import { readJson } from './files.mjs'
import { modulesFolder, root } from './paths.mjs'
import { runNpm } from './run.mjs'
import { during, lastLines, SetupFailure } from './say.mjs'

/**
 * Whether what lies in node_modules is what the lock file asks for. npm keeps its own list of what it has installed and
 * writes it last, so an installation that was cut off does not count. A package for another platform may be absent.
 * @param {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> } | undefined} lock
 * @param {{ packages?: Record<string, { version?: string }> } | undefined} installed `node_modules/.package-lock.json`
 */
export function isInstalled(lock, installed) {
  if (!lock?.packages || !installed?.packages) return false
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const there = installed.packages?.[path]
    return there ? there.version === wanted.version : wanted.optional === true || wanted.devOptional === true
  })
}

/** Installs the packages of the lock file when they are not there already. @returns whether anything was done */
export async function preparePackages() {
  const lock = readJson(join(root, 'package-lock.json'))
  if (isInstalled(lock, readJson(join(modulesFolder, '.package-lock.json')))) return false
  // No package needs its install script here: Electron and better-sqlite3 are seen to by the steps that follow.
  const work = () => runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
  const done = await during('安装 npm 包…', 'Installing npm packages…', work)
  if (done.code === 0) return true
  throw new SetupFailure(
    'npm 包安装失败，请检查网络或 npm 源后重试。',
    'The npm packages could not be installed. Check the network or the npm registry and try again.',
    lastLines(done.output),
  )
}
