/**
 * `npm run check`: types, lint, layers, dead code and format, two at a time, each with its time.
 */
import { runNode } from './setup/run.mjs'
import { lastLines, runMain } from './setup/say.mjs'

const shown = 60

/** Each counts as one test of `npm test`. The slow ones come first, so that the quick ones fill the second core. */
const checks = [
  { name: 'lint', script: 'node_modules/eslint/bin/eslint.js', args: ['.', '--max-warnings=0'] },
  {
    name: 'types',
    script: 'node_modules/vue-tsc/bin/vue-tsc.js',
    args: ['--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo'],
  },
  { name: 'format', script: 'node_modules/prettier/bin/prettier.cjs', args: ['--check', '--log-level=warn', '.'] },
  {
    name: 'layers',
    script: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args: [
      'domain',
      'electron',
      'native',
      'renderer',
      'sandbox',
      'build',
      'tests',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { name: 'dead code', script: 'node_modules/knip/bin/knip.js', args: ['--no-progress', '--no-config-hints'] },
]

async function runCheck({ name, script, args }) {
  const started = Date.now()
  const { code, output } = await runNode(script, args)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (code !== 0) console.log(lastLines(output, shown))
  return { name, ok: code === 0 }
}

/** @returns {Promise<{ name: string, ok: boolean }[]>} the outcome of every check, in the order of ending */
export async function runChecks() {
  const waiting = [...checks]
  const outcomes = []
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) outcomes.push(await runCheck(check))
  }
  await Promise.all([lane(), lane()])
  return outcomes
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  await runMain(async () => ((await runChecks()).every((one) => one.ok) ? 0 : 1))
}
