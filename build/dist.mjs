/**
 * `npm run dist`: the app as a folder that runs by itself, in `out/dist/`, made without network from the runtime that
 * set-up chose.
 */
import { join } from 'node:path'
import { build, Platform } from 'electron-builder'
import { ensureBuilt } from './build.mjs'
import afterPack from './package/after-pack.mjs'
import { readJson } from './setup/files.mjs'
import { root, runtimeFile } from './setup/paths.mjs'
import { runMain, say } from './setup/say.mjs'
import { needsBuild } from './setup/sqlite.mjs'
import { setUp } from './setup.mjs'

/**
 * The one SQLite binary that goes along: the built one where the packaged Electron needs it, else the shipped one.
 * @param {{ napi: number }} runtime
 */
const sqliteFiles = (runtime) =>
  needsBuild(runtime.napi, runtime.napi)
    ? [
        '!**/better-sqlite3/prebuilds{,/**}',
        '!**/better-sqlite3/build/!(Release)',
        '!**/better-sqlite3/build/Release/!(better_sqlite3.node)',
      ]
    : ['!**/better-sqlite3/build{,/**}', `!**/better-sqlite3/prebuilds/!(${process.platform}-${process.arch}.node)`]

await runMain(async () => {
  await setUp()
  await ensureBuilt()
  const runtime = readJson(runtimeFile)
  const config = readJson(join(root, 'build', 'electron-builder.json'))
  say('打包安装目录…', 'Packaging…')
  const made = await build({
    projectDir: root,
    targets: Platform.current().createTarget('dir'),
    config: {
      ...config,
      afterPack,
      files: [...config.files, ...sqliteFiles(runtime)],
      electronDist: join(root, runtime.dist),
      electronVersion: runtime.version,
    },
  })
  say(`完成：out/dist ${made.join(' ')}`, 'Done: out/dist')
})
