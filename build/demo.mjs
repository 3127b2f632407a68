/** `npm run demo`: sets up, bundles and drives the main job in the real app; screenshots and papers go to `out/demo/`. */
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { appFolder } from './electron.mjs'
import { runNode } from './setup/run.mjs'
import { runMain } from './setup/say.mjs'
import { setUp } from './setup.mjs'
import { withXvfb } from './xvfb.mjs'

await runMain(async () => {
  await setUp()
  await ensureBuilt()
  return withXvfb(async (env) => {
    const program = join(appFolder, 'build/run-typescript.mjs')
    const { code } = await runNode(program, ['tests/demo/index.ts'], { env, show: true })
    return code
  })
})
