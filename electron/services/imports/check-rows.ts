import { Decimal } from 'decimal.js'
import { error, warn, type Converted } from './converted.ts'
import type { GoodsRow } from './goods-table.ts'
import type { RowValues } from './row-values.ts'

/** Fields without which a goods row is no goods row. */
const needed = ['GName', 'GQty'] as const

const valueOf = (values: RowValues, field: string): string => values.get(field)?.value ?? ''

function mark(values: RowValues, field: string, problem: Converted['problem'], value?: string): void {
  const old = values.get(field)
  if (old === undefined || old.problem !== null) return
  values.set(field, { ...old, problem, ...(value === undefined ? {} : { value }) })
}

function checkBlanks(values: RowValues): void {
  for (const field of needed)
    if (values.get(field)?.value === '') mark(values, field, error(field === 'GName' ? '没有品名' : '没有数量'))
  if (values.get('CodeTS')?.value === '') mark(values, 'CodeTS', warn('没有商品编号，请归类后补上'))
}

/** A price is written with few decimals: the total may differ by half of its last one for each piece. */
const tolerance = (price: string, quantity: Decimal): Decimal =>
  Decimal.max('0.01', new Decimal(10).pow(-new Decimal(price).decimalPlaces()).dividedBy(2).times(quantity))

function checkAmount(values: RowValues): void {
  const quantity = valueOf(values, 'GQty')
  const price = valueOf(values, 'DeclPrice')
  if (quantity === '' || price === '' || !values.has('DeclTotal')) return
  const total = valueOf(values, 'DeclTotal')
  // Nearly every line fits to the last digit: floats are good enough to see that, and only that.
  if (total !== '' && Math.abs(Number(quantity) * Number(price) - Number(total)) < 0.001) return
  const computed = new Decimal(quantity).times(price)
  const rounded = computed.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed()
  if (total === '') mark(values, 'DeclTotal', warn(`表里没有总价，按数量×单价算得 ${rounded}`), rounded)
  else if (
    computed
      .minus(total)
      .abs()
      .greaterThan(tolerance(price, new Decimal(quantity)))
  )
    mark(values, 'DeclTotal', warn(`数量×单价是 ${rounded}，与总价 ${total} 不符`))
}

function checkWeights(values: RowValues): void {
  const net = valueOf(values, 'NetWt')
  const gross = valueOf(values, 'GrossWt')
  if (net !== '' && gross !== '' && Number(net) > Number(gross))
    mark(values, 'NetWt', warn(`净重 ${net} 大于毛重 ${gross}`))
}

/** The unit of the figures and the unit column must not contradict each other. */
function checkUnit(values: RowValues): void {
  const beside = values.get('GQty')?.unit
  const column = valueOf(values, 'GUnit')
  if (beside !== undefined && column !== '' && beside !== column)
    mark(values, 'GUnit', warn('与数量格里写的单位不一致，按本列取'))
}

/** Marks in a row what it contradicts in itself. Values are only filled where the sheet leaves them out. */
export function checkRow({ values }: GoodsRow): void {
  checkBlanks(values)
  checkAmount(values)
  checkWeights(values)
  checkUnit(values)
}
