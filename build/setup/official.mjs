/** The released Electron that package.json pins, downloaded by its own npm package. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, writeJson } from './files.mjs'
import { cacheFolder, modulesFolder } from './paths.mjs'
import { runNode } from './run.mjs'
import { during, lastLines, say } from './say.mjs'

const packageFolder = join(modulesFolder, 'electron')
const refusalFile = join(cacheFolder, 'electron-refused.json')
const oneDay = 24 * 60 * 60 * 1000
/** With no new byte for this long the host counts as unreachable. */
const silenceLimit = 20_000

/** Version that package.json pins. */
export const officialVersion = () => readJson(join(packageFolder, 'package.json'))?.version

/** @returns the installed release's folder, or `undefined` */
export function installedOfficial() {
  const dist = join(packageFolder, 'dist')
  const executable = readIfThere(join(packageFolder, 'path.txt'))
  const version = readIfThere(join(dist, 'version'))?.replace(/^v/, '')
  return executable && version === officialVersion() && existsSync(join(dist, executable)) ? dist : undefined
}

/**
 * Whether a refused download is still too fresh to try again.
 * @param {{ version?: string, at?: number } | undefined} refusal
 * @param {string} version wanted now
 * @param {number} now milliseconds
 */
export const isFreshRefusal = (refusal, version, now) =>
  refusal?.version === version && typeof refusal.at === 'number' && now - refusal.at >= 0 && now - refusal.at < oneDay

/** Tries the download, briefly; a refusal is remembered for a day. @returns the folder, or `undefined` */
export async function fetchOfficial() {
  const version = officialVersion()
  if (isFreshRefusal(readJson(refusalFile), version, Date.now())) return undefined
  const done = await during(`下载 Electron ${version}…`, `Downloading Electron ${version}…`, download)
  const dist = installedOfficial()
  if (dist) return dist
  writeJson(refusalFile, { version, at: Date.now(), reason: lastLines(done.output, 3) })
  say('官方下载不可用，一天内不再尝试', 'The official download cannot be reached; it is not tried again for a day')
  return undefined
}

/** Runs the package's own installer as long as bytes keep coming. */
async function download() {
  const folder = join(cacheFolder, 'electron-download')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const stop = new AbortController()
  let seen = 0
  let since = Date.now()
  const watch = setInterval(() => {
    const size = folderSize(folder) + folderSize(join(packageFolder, 'dist'))
    if (size !== seen) [seen, since] = [size, Date.now()]
    else if (Date.now() - since > silenceLimit) stop.abort()
  }, 1000)
  try {
    const env = { TMPDIR: folder, TEMP: folder, TMP: folder }
    return await runNode('node_modules/electron/install.js', [], { env, signal: stop.signal })
  } finally {
    clearInterval(watch)
    rmSync(folder, { recursive: true, force: true })
  }
}

const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)

function folderSize(folder) {
  if (!existsSync(folder)) return 0
  let size = 0
  for (const name of readdirSync(folder, { recursive: true })) {
    // The downloader may move a file between listing and asking; a missing one weighs nothing.
    size += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0
  }
  return size
}
