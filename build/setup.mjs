/**
 * All that the app needs on this machine, in one pass: Node's version, system packages, npm packages, the Electron
 * runtime and the SQLite build. Each step looks first and does only what is missing, so that a second run is quick.
 *
 *     node build/setup.mjs
 */
import { checkNode } from './setup/node.mjs'
import { preparePackages } from './setup/packages.mjs'
import { prepareRuntime } from './setup/runtime.mjs'
import { runMain, say } from './setup/say.mjs'
import { prepareSqlite } from './setup/sqlite.mjs'
import { prepareSystem } from './setup/system.mjs'

/** @returns {Promise<void>} throws a SetupFailure that says what the person at the keyboard has to do */
export async function setUp() {
  const started = Date.now()
  checkNode()
  await prepareSystem()
  await preparePackages()
  const runtime = await prepareRuntime()
  await prepareSqlite(runtime)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  say(`环境就绪（${seconds} 秒）`, `Set-up done (${seconds} s), Electron ${runtime.version} ${runtime.kind}`)
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) await runMain(setUp)
