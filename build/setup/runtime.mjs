/** Chooses the Electron runtime and writes the choice down for everything that starts it. */
import { join, relative } from 'node:path'
import { readJson, writeJson } from './files.mjs'
import { fallbackVersion, prepareFallback } from './fallback.mjs'
import { fetchOfficial, installedOfficial, officialVersion } from './official.mjs'
import { root, runtimeFile } from './paths.mjs'
import { run } from './run.mjs'
import { lastLines, say, SetupFailure } from './say.mjs'

/** Path of the executable below the folder of a release. */
export function executableBelow(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * The official release where it is or can be had, else the fallback.
 * @returns {Promise<{ kind: 'official' | 'fallback', version: string, dist: string, napi: number }>} `dist` from the root
 */
export async function prepareRuntime() {
  const official = installedOfficial() ?? (await fetchOfficial())
  const kind = official ? 'official' : 'fallback'
  const version = official ? officialVersion() : fallbackVersion
  const dist = relative(root, official ?? (await prepareFallback()))
  const known = readJson(runtimeFile)
  if (known?.kind === kind && known.version === version && known.dist === dist && known.napi) return known
  const napi = await askNodeApi(join(root, dist, executableBelow()))
  const chosen = { kind, version, dist, napi }
  writeJson(runtimeFile, chosen)
  const [zh, en] = kind === 'official' ? ['官方版', 'official release'] : ['备用版', 'fallback']
  say(`运行环境：Electron ${version}（${zh}）`, `Runtime: Electron ${version} (${en})`)
  return chosen
}

/** Starts the runtime as plain Node: shows that its libraries are all there, and which Node-API it has. */
async function askNodeApi(executable) {
  const asked = await run(executable, ['-p', 'process.versions.napi'], { env: { ELECTRON_RUN_AS_NODE: '1' } })
  const napi = Number(asked.output.trim())
  if (asked.code === 0 && Number.isInteger(napi)) return napi
  throw new SetupFailure(
    'Electron 无法启动，通常是缺少系统库。请按上面的提示安装系统软件包后重试。',
    'Electron does not start; most often a system library is missing. Install the packages named above and try again.',
    lastLines(asked.output, 5),
  )
}
