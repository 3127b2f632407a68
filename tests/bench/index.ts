import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appFolder, electronLaunch } from '../../build/electron.mjs'
import { card } from './card.ts'
import { bigPicker, fiftyLines, pinyinLookup, rulesAlone } from './domain.ts'
import { fullForm } from './form.ts'
import { tenThousandRows } from './imports.ts'
import { listAndSearch } from './list.ts'
import type { BenchRow } from './row.ts'
import { startUp } from './start-up.ts'
import { autosave } from './store.ts'

/** Every bench in order. A new one is a function that answers rows, and a line here. */
const benches: readonly (() => Promise<BenchRow[]>)[] = [
  () => startUp(electronLaunch()),
  fullForm,
  autosave,
  fiftyLines,
  rulesAlone,
  pinyinLookup,
  bigPicker,
  tenThousandRows,
  listAndSearch,
  card,
]

const rows: BenchRow[] = []
for (const bench of benches) rows.push(...(await bench()))

console.table(
  rows.map(({ name, value, unit, baseline, ratio, target, ok }) => ({
    name,
    value: `${value.toFixed(2)} ${unit}`,
    baseline,
    ratio: ratio.toFixed(2),
    target,
    ok,
  })),
)
const out = join(appFolder, 'out')
mkdirSync(out, { recursive: true })
writeFileSync(join(out, 'bench.json'), `${JSON.stringify(rows, null, 2)}\n`)
if (rows.some((row) => !row.ok)) process.exitCode = 1
