/**
 * `npm test`: set-up, checks, bundle, then the suites one after the other: unit, integration (card daemon and friends)
 * and e2e in real Electron. The last line is the count over all of them.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { runChecks } from './check.mjs'
import { addUp, countChecks, countSuite, lastLine } from './proof/count.mjs'
import { readJson } from './setup/files.mjs'
import { cacheFolder } from './setup/paths.mjs'
import { runNode } from './setup/run.mjs'
import { runMain, say, SetupFailure } from './setup/say.mjs'
import { setUp } from './setup.mjs'
import { withXvfb } from './xvfb.mjs'

/** In the order of running, each with what its runner is told besides. */
const suites = {
  unit: [],
  integration: [],
  // A window that does not open fails the same way in every test, each after its whole waiting time.
  e2e: ['--bail=8'],
}

/** Runs one suite with its output on the console. @returns its count */
async function runSuite(name, options, env) {
  const report = join(cacheFolder, 'reports', `${name}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await runNode(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', name, ...options, ...reporters],
    {
      env,
      show: true,
    },
  )
  return countSuite(readJson(report), code)
}

/** The bundle counts as a test of its own; without it the e2e suite would only repeat the same failure. */
async function build() {
  try {
    await ensureBuilt()
    return { name: 'bundle', ok: true }
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error
    console.log(`✗ bundle\n${error.message}`)
    return { name: 'bundle', ok: false }
  }
}

await runMain(async () => {
  const started = Date.now()
  await setUp()
  const checks = await runChecks()
  const bundle = await build()
  const counts = [countChecks([...checks, bundle])]
  await withXvfb(async (env) => {
    for (const [name, options] of Object.entries(suites)) counts.push(await runSuite(name, options, env))
  })
  const total = addUp(counts)
  const minutes = ((Date.now() - started) / 60_000).toFixed(1)
  say(`全部测试用时 ${minutes} 分钟`, `All tests took ${minutes} min`)
  for (const one of checks) if (!one.ok) console.log(`✗ ${one.name}`)
  console.log(lastLine(total))
  return total.failed === 0 ? 0 : 1
})
