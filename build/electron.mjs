import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from './setup/files.mjs'
import { root, runtimeFile } from './setup/paths.mjs'
import { executableBelow } from './setup/runtime.mjs'
import { SetupFailure } from './setup/say.mjs'

/** The folder to hand to Electron, `package.json` within. */
export const appFolder = root

/**
 * How to start the runtime that set-up chose; put the app's folder behind `args`, and `env` over your own environment.
 * @returns {{ executablePath: string, args: string[], env: Record<string, string> }}
 */
export function electronLaunch() {
  const runtime = readJson(runtimeFile)
  const dist = runtime ? join(root, runtime.dist) : ''
  const executablePath = join(dist, executableBelow())
  if (!runtime || !existsSync(executablePath)) {
    throw new SetupFailure('尚未准备运行环境，请先执行 npm run setup。', 'No runtime yet: run `npm run setup` first.')
  }
  return {
    executablePath,
    // Chromium refuses to sandbox root's own processes; everyone else gets the sandbox.
    args: isRoot() ? ['--no-sandbox'] : [],
    // The wrapper package of npm, by which the driver of the tests starts Electron, takes the runtime from here.
    env: { ELECTRON_OVERRIDE_DIST_PATH: dist },
  }
}

/** Whether this process belongs to the superuser. */
export const isRoot = () => process.getuid?.() === 0
