import { bare, oneLine } from './text-forms.ts'
import type { Cell, GridSheet } from './grid.ts'

/** What stands above or below the goods list and belongs to the head of the declaration. */
export interface HeadFacts {
  readonly contract?: string
  readonly invoice?: string
  readonly bill?: string
  /** Code of the price term (trans_mode). */
  readonly term?: string
  readonly currencyText?: string
  readonly seller?: string
  readonly buyer?: string
  readonly gross?: string
  readonly net?: string
  readonly packages?: string
}

type Fact = keyof HeadFacts

/** Labels as customers write them, compared bare. */
const labels: Readonly<Record<Fact, string>> = {
  contract:
    '合同号|合同编号|合同号码|合同协议号|订单号|合同|contract no|contract number|contract|s/c no|sales contract no|po no|purchase order no|order no',
  invoice: '发票号|发票编号|发票号码|发票|invoice no|invoice number|inv no|invoice #|commercial invoice no',
  bill: '提单号|提运单号|运单号|分单号|主单号|b/l no|bill of lading no|bill of lading|awb no|mawb no|hawb no|awb|hawb',
  term: '成交方式|贸易条款|价格条款|交货条款|terms of delivery|terms of trade|terms of price|trade terms|trade term|price term|price terms|delivery terms|delivery term|incoterms|incoterm|terms|term',
  currencyText: '币制|币种|currency',
  seller: '卖方|发货人|境外发货人|出口商|seller|shipper|consignor|exporter|beneficiary',
  buyer: '买方|收货人|境外收货人|进口商|buyer|consignee|importer|sold to|bill to|messrs',
  gross: '总毛重|毛重合计|合计毛重|total g.w.|total gross weight|ttl g.w.',
  net: '总净重|净重合计|合计净重|total n.w.|total net weight|ttl n.w.',
  packages:
    '总件数|总箱数|件数合计|total packages|total cartons|total ctns|total pkgs|no of packages|total no of packages',
}

const words = (Object.keys(labels) as Fact[]).flatMap((fact) =>
  labels[fact].split('|').map((word) => ({ fact, word: bare(word) })),
)

const longestLabel = 60

interface Labelled {
  readonly fact: Fact
  /** Text behind the label in the same cell. */
  readonly rest: string
}

/** The very label, one behind other words (Our Invoice No:), or two of the same meaning (合同号 Contract No.). */
function factOf(label: string, withColon: boolean): Fact | undefined {
  const same = (fact: Fact, rest: string): boolean => words.some((each) => each.fact === fact && each.word === rest)
  return words.find(
    ({ fact, word }) =>
      label === word ||
      (withColon && label.endsWith(word)) ||
      (label.startsWith(word) && same(fact, label.slice(word.length))),
  )?.fact
}

/** The label that a cell begins with; without a colon the whole cell must be the label. */
function readLabel(text: string): Labelled | undefined {
  const flat = oneLine(text)
  const colon = flat.indexOf(':')
  const label = bare(colon < 0 ? flat : flat.slice(0, colon))
  if (label === '' || label.length > longestLabel) return undefined
  const fact = factOf(label, colon >= 0)
  return fact === undefined ? undefined : { fact, rest: colon < 0 ? '' : flat.slice(colon + 1).trim() }
}

const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : oneLine(cell.text))

/** The value of a label: behind it, else the next filled cell on its right that is no label itself. */
function valueAt(row: readonly (Cell | undefined)[], column: number, rest: string): string {
  if (rest !== '') return rest
  for (let c = column + 1; c < row.length && c <= column + 6; c++) {
    const text = textOf(row[c])
    if (text !== '') return readLabel(text) === undefined ? text : ''
  }
  return ''
}

/** Price terms → codes of the table trans_mode (1 CIF, 2 C&F, 3 FOB, 4 C&I, 7 EXW); the other Incoterms by trade practice. */
const terms: readonly (readonly [RegExp, string])[] = [
  [/\b(CIF|CIP|DAP|DDP|DPU)\b/i, '1'],
  [/\b(CFR|CNF|CPT)\b|C\s*&\s*F\b/i, '2'],
  [/\b(FOB|FCA|FAS)\b/i, '3'],
  [/C\s*&\s*I\b/i, '4'],
  [/\bEXW?\b|EX[- ]?WORKS/i, '7'],
]

/** Code of the price term that a text names. */
export const termCode = (text: string): string | undefined => terms.find(([form]) => form.test(text))?.[1]

/** Rows above the titles, and the small print below the goods. */
const searchedBelow = 40

/**
 * Facts of the head in the rows above the titles and below the last goods row. The first of each counts.
 * @param titleTop first row of the titles; @param goodsEnd first row below the goods.
 */
export function readHeadFacts(sheet: GridSheet, titleTop: number, goodsEnd: number): HeadFacts {
  const facts: { -readonly [F in Fact]?: string } = {}
  const rows = [...sheet.rows.slice(0, titleTop), ...sheet.rows.slice(goodsEnd, goodsEnd + searchedBelow)]
  for (const row of rows)
    row.forEach((cell, column) => {
      const label = cell?.kind === 'text' ? readLabel(cell.text) : undefined
      if (label === undefined || facts[label.fact] !== undefined) return
      const value = valueAt(row, column, label.rest)
      const term = label.fact === 'term' ? termCode(value) : value
      if (term !== undefined && term !== '') facts[label.fact] = term
    })
  return facts
}
