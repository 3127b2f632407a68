import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { defaultLimits } from '../../electron/services/imports/grid.ts'
import { ImportSession } from '../../electron/services/imports/session.ts'
import { against, median, type BenchRow } from './row.ts'

const titles =
  '序号|货号|品名|申报要素|税号|数量|单位|单价(USD)|金额(USD)|箱数|净重(KGS)|毛重(KGS)|原产国|法定数量|法定单位'.split(
    '|',
  )

/** A customer's sheet of 10,000 goods lines in 15 columns, with a total row. */
async function bigSheet(): Promise<Uint8Array> {
  const rows = Array.from({ length: 10_000 }, (_, at) => {
    const quantity = 5 + at
    const parts = ['8482102000', quantity, 'PCS', 1.25, 1.25 * quantity, 2, 3.5, 4.25, 'Germany', quantity, '套']
    return [at + 1, `YL-${at}`, `深沟球轴承${at % 300}`, `4|3|内径${at}mm|演练牌`, ...parts]
  })
  return writeXlsx({ sheets: [{ name: '清单', rows: [titles, ...rows] }] })
}

async function mapped(bytes: Uint8Array): Promise<void> {
  const session = new ImportSession(defaultLimits)
  const opened = await session.answer({ kind: 'open', name: '客户.xlsx', bytes })
  const sheet = opened.ok ? opened.value[0] : undefined
  const mapping = { sheet: 0, headerRow: sheet?.headerRow ?? 0, columns: sheet?.suggested ?? {} }
  const shown = await session.answer({ kind: 'preview', mapping })
  if (!shown.ok || shown.value.rows.length !== 10_000 || shown.value.errors > 0)
    throw new Error('the sheet was misread')
}

async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** A spreadsheet of 10,000 rows read, mapped, checked and summed, against the parser alone; turn by turn. */
export async function tenThousandRows(): Promise<BenchRow[]> {
  const bytes = await bigSheet()
  await mapped(bytes)
  const alone: number[] = []
  const whole: number[] = []
  for (let round = 0; round < 9; round++) {
    alone.push(await milliseconds(() => readXlsx(bytes)))
    whole.push(await milliseconds(() => mapped(bytes)))
  }
  return [
    against('10,000 rows of xlsx parsed and mapped, median', median(whole), 'ms', 'parser alone', median(alone), 1.3),
  ]
}
