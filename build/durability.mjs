/**
 * `npm run test:durability`: sets up, bundles and kills the real app again and again while it is worked on. A few rounds
 * by default; DURABILITY_ROUNDS=1000 is the long form. Figures are printed and kept in `out/durability.json`.
 */
import { ensureBuilt } from './build.mjs'
import { runNode } from './setup/run.mjs'
import { runMain } from './setup/say.mjs'
import { setUp } from './setup.mjs'
import { withXvfb } from './xvfb.mjs'

await runMain(async () => {
  await setUp()
  await ensureBuilt()
  return withXvfb(async (env) => {
    const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', '--project', 'durability'], {
      env,
      show: true,
    })
    return code
  })
})
