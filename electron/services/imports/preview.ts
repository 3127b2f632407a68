import { warn, type Problem } from './converted.ts'
import type { GoodsTable } from './goods-table.ts'
import type { HeadFacts } from './head-facts.ts'
import { linesPerDeclaration } from './build-messages.ts'
import { readTotals, type Total } from './totals.ts'
import type { WordBook } from './word-book.ts'

export interface PreviewCell {
  readonly value: string
  readonly raw: string
  readonly problem: Problem | null
}

export interface Preview {
  readonly fields: string[]
  /** `row` from 0, as in the mapping. */
  readonly rows: { row: number; cells: PreviewCell[] }[]
  readonly totals: Total[]
  readonly errors: number
  readonly warnings: number
}

const factLabels: Readonly<Partial<Record<keyof HeadFacts, string>>> = {
  contract: '合同协议号',
  invoice: '发票号',
  bill: '提运单号',
  term: '成交方式',
  seller: '发货人',
  buyer: '收货人',
}

function factLines(facts: HeadFacts, book: WordBook): Total[] {
  return (Object.keys(factLabels) as (keyof HeadFacts)[]).flatMap((fact) => {
    const value = facts[fact]
    if (value === undefined) return []
    const shown = fact === 'term' ? `${value} ${book.name('trans_mode', value) ?? ''}`.trim() : value
    return [{ label: factLabels[fact] ?? fact, value: shown.slice(0, 200), problem: null }]
  })
}

const mostSkipped = 20

/** Rows that were left out are named: nothing is dropped in silence. */
const skippedLines = (table: GoodsTable): Total[] =>
  table.skipped.slice(0, mostSkipped).map(({ row, text }) => ({
    label: `第 ${row + 1} 行没有导入`,
    value: text,
    problem: warn('不像货物行；如是货物，请在表里补上品名和数量'),
  }))

function countLines(table: GoodsTable): Total[] {
  const lines = table.goods.length
  const drafts = Math.ceil(lines / linesPerDeclaration)
  return [
    { label: '货物', value: `${lines} 项`, problem: null },
    ...(drafts > 1
      ? [{ label: '报关单', value: `每份最多 ${linesPerDeclaration} 项，将生成 ${drafts} 份草稿`, problem: null }]
      : []),
  ]
}

/** What would be taken over, each cell with its mark, and the sums against the sheet's own totals. */
export function buildPreview(table: GoodsTable, facts: HeadFacts, book: WordBook): Preview {
  const rows = table.goods.map(({ row, values }) => ({ row, cells: values.cells }))
  const totals = [
    ...countLines(table),
    ...readTotals(table, facts, book),
    ...factLines(facts, book),
    ...skippedLines(table),
  ]
  const marks = { error: 0, warn: 0 }
  for (const { problem } of totals) if (problem !== null) marks[problem.severity]++
  for (const { cells } of rows) for (const { problem } of cells) if (problem !== null) marks[problem.severity]++
  return {
    fields: table.columns.map(({ field }) => field.field),
    rows,
    totals,
    errors: marks.error,
    warnings: marks.warn,
  }
}
