import { Decimal } from 'decimal.js'

type Line = Readonly<Record<string, unknown>>

export interface Sum {
  /** Currency or unit code; empty when the line has none. */
  readonly code: string
  readonly value: string
}

export interface LineTotals {
  readonly lines: number
  readonly amounts: readonly Sum[]
  readonly quantities: readonly Sum[]
  /** Legal quantities in kilograms. */
  readonly kilograms: string
  /** Net weight of the head minus `kilograms`; `undefined` when one of them is not known. */
  readonly weightGap: string | undefined
  /** Lines of which no legal quantity is in kilograms: their weight is part of the gap. */
  readonly unweighed: number
}

const kilogram = '035'
const pattern = /^-?\d+(\.\d+)?$/
const text = (line: Line, element: string): string => (typeof line[element] === 'string' ? line[element] : '')

function add(sums: Map<string, Decimal>, code: string, value: string): void {
  if (pattern.test(value)) sums.set(code, (sums.get(code) ?? new Decimal(0)).plus(value))
}

const listed = (sums: Map<string, Decimal>): Sum[] =>
  [...sums].map(([code, value]) => ({ code, value: value.toFixed() }))

/** Sums of a declaration's lines: amounts per currency, quantities per unit, kilograms against the net weight. */
export function lineTotals(lines: readonly Line[], netWeight: string): LineTotals {
  const amounts = new Map<string, Decimal>()
  const quantities = new Map<string, Decimal>()
  const weights = new Map<string, Decimal>()
  let unweighed = 0
  for (const line of lines) {
    add(amounts, text(line, 'TradeCurr'), text(line, 'DeclTotal'))
    add(quantities, text(line, 'GUnit'), text(line, 'GQty'))
    if (text(line, 'FirstUnit') === kilogram) add(weights, kilogram, text(line, 'FirstQty'))
    else if (text(line, 'SecondUnit') === kilogram) add(weights, kilogram, text(line, 'SecondQty'))
    else unweighed++
  }
  const kilograms = weights.get(kilogram)
  const known = kilograms !== undefined && pattern.test(netWeight)
  return {
    lines: lines.length,
    amounts: listed(amounts),
    quantities: listed(quantities),
    kilograms: kilograms?.toFixed() ?? '',
    unweighed,
    weightGap: known ? new Decimal(netWeight).minus(kilograms).toFixed() : undefined,
  }
}
