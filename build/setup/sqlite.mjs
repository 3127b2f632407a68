/**
 * better-sqlite3 for this Node and this Electron.
 *
 * The package ships binaries for Node-API 10. With an older Node-API (Node 20, the fallback Electron) they crash at
 * load, while the same source built with NAPI_EXPERIMENTAL in place of NAPI_VERSION=10 works there and on newer ones
 * alike. So one build serves both sides where either needs it; the package's loader takes it before its own binaries.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readJson, writeJson } from './files.mjs'
import { cacheFolder, modulesFolder, root } from './paths.mjs'
import { run, runNode } from './run.mjs'
import { executableBelow } from './runtime.mjs'
import { during, lastLines, SetupFailure } from './say.mjs'

const packageFolder = join(modulesFolder, 'better-sqlite3')
const binary = join(packageFolder, 'build', 'Release', 'better_sqlite3.node')
const openedFile = join(cacheFolder, 'sqlite-opened.json')
const firstShippedNodeApi = 10

/** Whether the shipped binary will not do for one of the two. */
export const needsBuild = (nodeApiOfNode, nodeApiOfElectron) =>
  Math.min(nodeApiOfNode, nodeApiOfElectron) < firstShippedNodeApi

/**
 * The build file with the define changed.
 * @param {string} text content of binding.gyp
 */
export function patchBuildFile(text) {
  const patched = text.replaceAll('NAPI_VERSION=10', 'NAPI_EXPERIMENTAL')
  if (patched === text && !text.includes('NAPI_EXPERIMENTAL')) {
    throw new SetupFailure(
      'better-sqlite3 的构建文件与预期不同，无法编译。',
      'The build file of better-sqlite3 is not the expected one: the define NAPI_VERSION=10 is missing.',
    )
  }
  return patched
}

/**
 * Folder of Node's headers that need no download, or `undefined`.
 * @param {Record<string, string | undefined>} env
 * @param {string} execPath
 */
export function headersFolder(env, execPath) {
  if (env.npm_config_nodedir) return env.npm_config_nodedir
  const prefix = dirname(dirname(execPath))
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? prefix : undefined
}

/** @param {{ version: string, dist: string, napi: number }} runtime */
export async function prepareSqlite(runtime) {
  const { version } = readJson(join(packageFolder, 'package.json'))
  const napi = Number(process.versions.napi)
  const name = `better-sqlite3-${version}-napi${napi}-${process.platform}-${process.arch}.node`
  const cached = join(cacheFolder, name)
  const build = needsBuild(napi, runtime.napi)
  if (build && !existsSync(binary) && existsSync(cached)) place(cached, binary)
  const state = describe(version, runtime)
  if (existsSync(build ? binary : packageFolder) && readJson(openedFile)?.state === state) return
  if (build && !(existsSync(binary) && (await opens(process.execPath)))) {
    const [zh, en] = [
      '编译数据库组件 better-sqlite3（仅此一次，约 1–2 分钟）…',
      'Building better-sqlite3 (once, 1–2 min)…',
    ]
    await during(zh, en, compile)
    if (!(await opens(process.execPath))) throw unusable('Node')
  }
  if (!build && !(await opens(process.execPath))) throw unusable('Node')
  if (!(await opens(join(root, runtime.dist, executableBelow())))) throw unusable(`Electron ${runtime.version}`)
  if (build) place(binary, cached)
  writeJson(openedFile, { state: describe(version, runtime) })
}

/** All that the outcome of opening a database hangs on, as one line. */
function describe(version, runtime) {
  const file = existsSync(binary) ? statSync(binary) : undefined
  const build = file ? `${file.size}@${file.mtimeMs}` : 'shipped'
  return [version, build, process.version, runtime.kind, runtime.version].join(' ')
}

function place(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
}

/** Opens a database in a process of its own: a binary for the wrong Node-API takes the process down with it. */
async function opens(program) {
  const script =
    "const D = require('better-sqlite3'); process.stdout.write(new D(':memory:').pragma('user_version')[0].user_version === 0 ? 'open' : 'odd')"
  const { code, output } = await run(program, ['-e', script], { env: { ELECTRON_RUN_AS_NODE: '1' } })
  return code === 0 && output.endsWith('open')
}

const unusable = (where) =>
  new SetupFailure(
    `数据库组件 better-sqlite3 在 ${where} 中无法打开数据库。请删除 node_modules 与 .cache 后重试。`,
    `better-sqlite3 cannot open a database in ${where}. Remove node_modules and .cache and try again.`,
  )

/** Builds in a copy inside node_modules (where the package finds node-addon-api), and takes over the one file. */
async function compile() {
  const work = join(modulesFolder, '.better-sqlite3-build')
  rmSync(work, { recursive: true, force: true })
  const wanted = (from) => !['build', 'prebuilds'].includes(basename(from)) || dirname(from) !== packageFolder
  cpSync(packageFolder, work, { recursive: true, filter: wanted })
  try {
    const buildFile = join(work, 'binding.gyp')
    writeFileSync(buildFile, patchBuildFile(readFileSync(buildFile, 'utf8')))
    const headers = headersFolder(process.env, process.execPath)
    const args = ['rebuild', '--release', '--force_build=1', ...(headers ? [`--nodedir=${headers}`] : [])]
    const gyp = join(modulesFolder, 'node-gyp', 'bin', 'node-gyp.js')
    const done = await runNode(gyp, args, { cwd: work, env: { JOBS: '2' } })
    if (done.code !== 0) {
      throw new SetupFailure(
        '数据库组件编译失败。请确认已安装 gcc、g++、make、python3。',
        'better-sqlite3 could not be built. Make sure that gcc, g++, make and python3 are installed.',
        lastLines(done.output),
      )
    }
    place(join(work, 'build', 'Release', 'better_sqlite3.node'), binary)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
