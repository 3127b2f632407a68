/**
 * Bundles the app into `out/app/` when its sources have changed since the last time.
 *
 *     node build/build.mjs
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/paths.mjs'
import { runNode } from './setup/run.mjs'
import { during, lastLines, runMain, say, SetupFailure } from './setup/say.mjs'

const sources = ['domain', 'electron', 'native', 'renderer', 'sandbox']
const settings = ['electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json']
const appFolder = join(root, 'out', 'app')
const builtFile = join(appFolder, 'built-from.txt')

/**
 * One digest over names and contents of everything that the bundle is made from.
 * @param {string} folder root of the tree
 */
export function digestSources(folder) {
  const hash = createHash('sha256')
  for (const name of sources) {
    if (!existsSync(join(folder, name))) continue
    const files = readdirSync(join(folder, name), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    )
    for (const file of files.map((one) => join(one.parentPath, one.name)).sort()) digestFile(hash, folder, file)
  }
  for (const name of settings) digestFile(hash, folder, join(folder, name))
  return hash.digest('hex')
}

function digestFile(hash, folder, file) {
  if (!existsSync(file)) return
  const content = readFileSync(file)
  hash.update(`${file.slice(folder.length)}\0${content.length}\0`).update(content)
}

/** Builds when needed. @returns whether a build was made */
export async function ensureBuilt() {
  const digest = digestSources(root)
  if (existsSync(builtFile) && readFileSync(builtFile, 'utf8') === digest) return false
  const started = Date.now()
  const work = () => runNode('node_modules/electron-vite/bin/electron-vite.js', ['build'])
  const done = await during('打包应用…', 'Bundling the app…', work)
  if (done.code !== 0) {
    throw new SetupFailure('应用打包失败。', 'The app could not be bundled.', lastLines(done.output))
  }
  writeFileSync(builtFile, digest)
  say(`打包完成（${seconds(started)} 秒）`, `Bundled in ${seconds(started)} s`)
  return true
}

const seconds = (started) => ((Date.now() - started) / 1000).toFixed(1)

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  await runMain(async () => {
    if (!(await ensureBuilt())) say('源文件未变，无需打包', 'Nothing changed, nothing to bundle')
  })
}
