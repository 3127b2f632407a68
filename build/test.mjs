/**
 * `npm test`: set-up, checks, bundle, then the suites one after the other: unit, integration (card daemon and friends),
 * e2e in real Electron, and a few rounds of durability (the app killed and opened again). The last line is the count over all of them.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { runChecks } from './check.mjs'
import { addUp, countChecks, countSuite, failedFiles, lastLine, withoutFiles } from './proof/count.mjs'
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
  e2e: ['--bail=30'],
  durability: [],
}

/** More failed files than this are no accident. */
const mostRunAgain = 3

/** Runs files of one suite with the output on the console. @returns the runner's report and exit code */
async function runFiles(name, args, env) {
  const report = join(cacheFolder, 'reports', `${name}.json`)
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', '--project', name, ...args, ...reporters], {
    env,
    show: true,
  })
  return { report: readJson(report), code }
}

/**
 * Runs one suite. Files that failed are run once more, alone, and this is said: a window that the system did not give in
 * time passes then, a fault of ours fails again.
 * @returns its count
 */
async function runSuite(name, options, env) {
  const first = await runFiles(name, options, env)
  const again = failedFiles(first.report)
  if (again.length === 0 || again.length > mostRunAgain) return countSuite(first.report, first.code)
  say(
    `${name}：${again.length} 个文件未通过，单独再运行一次`,
    `${name}: ${again.length} files failed and are run again`,
  )
  const second = await runFiles(name, again, env)
  return addUp([countSuite(withoutFiles(first.report, again), 0), countSuite(second.report, second.code)])
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
