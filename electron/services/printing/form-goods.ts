import type { DecList } from '../../../domain/fields/declaration/dec-message.ts'
import { joined, nameOf, quantityRows } from './form-texts.ts'
import type { FormVariant } from './form-variant.ts'
import { div, type Markup } from './markup.ts'
import type { PrintInput } from './print-input.ts'
import { fitText, lineCount, lineHeight, sizeClass, type Size } from './text-fit.ts'

/** Height of a goods row on the blank, in millimetres; a row grows when its text needs more. */
export const goodsRowHeight = 13
const tallest = 60

/** Widths of the columns in millimetres. The FTZ list has no 征免 and a wider name. */
const widths = { number: 9, code: 22, name: 93, quantity: 30, price: 26, country: 22, place: 36, levy: 15.4 }
const listNameWidth = widths.name + widths.levy
const padding = 1.6
const nameSizes: readonly Size[] = [7, 6.5, 6]

/** A goods row with the height that it takes. */
export interface GoodsRow {
  readonly markup: Markup
  /** Whole millimetres: the stylesheet has a class for each. */
  readonly height: number
}

/** Name and model share the row: as large as it allows, and taller when even 6 pt does not fit. */
function nameLayout(name: string, model: string, width: number): { size: Size; height: number } {
  const heightAt = (size: Size): number =>
    (lineCount(name, width, size) + (model === '' ? 0 : lineCount(model, width, size))) * lineHeight(size) + 0.8
  for (const size of nameSizes) if (heightAt(size) <= goodsRowHeight) return { size, height: goodsRowHeight }
  return { size: 6, height: Math.min(Math.ceil(heightAt(6)), tallest) }
}

const fitted = (text: string, width: number, height: number): Markup =>
  div(sizeClass(fitText(text, { width: width - padding, height }, 7).size), text)

const stacked = (texts: readonly string[], width: number): Markup[] => texts.map((text) => fitted(text, width, 4))

function placeTexts({ codes }: PrintInput, variant: FormVariant, line: DecList): string[] {
  const place = line.DistrictCode === undefined || line.DistrictCode === '' ? '' : `（${line.DistrictCode}）`
  const division = line.DestCode === undefined || line.DestCode === '' ? '' : `（${line.DestCode}）`
  return [
    place + nameOf(codes, 'district', line.DistrictCode),
    division + nameOf(codes, 'admin_division', line.DestCode),
    // The place of origin abroad stands with the place in China on import prints.
    variant.inward ? (line.OrigPlaceCode ?? '') : '',
  ].filter((text) => text !== '')
}

const country = ({ codes }: PrintInput, code: string | undefined): string[] =>
  code === undefined || code === '' ? [] : [nameOf(codes, 'country', code), `（${code}）`]

/** One line of goods: 项号 and 备案序号, number, name and model, three quantities, price, total and currency. */
export function goodsRow(input: PrintInput, variant: FormVariant, line: DecList): GoodsRow {
  const { codes } = input
  const { GName: name = '', GModel: model = '', DutyMode: duty = '' } = line
  const { size, height } = nameLayout(name, model, (variant.list ? listNameWidth : widths.name) - padding)
  const money = [line.DeclPrice ?? '', line.DeclTotal ?? '', nameOf(codes, 'currency', line.TradeCurr)]
  const levy = duty === '' ? [] : [nameOf(codes, 'duty_mode', duty), `（${duty}）`]
  const markup = div(
    rowClass(variant, `h${height}`),
    div('mid', stacked([line.GNo ?? '', line.ContrItem ?? ''], widths.number)),
    div('', stacked([joined([line.CodeTS, line.CiqCode], '')], widths.code)),
    div(sizeClass(size), div('', name), div('', model)),
    div('end', stacked(quantityRows(line, codes), widths.quantity)),
    div('end', stacked(money, widths.price)),
    div('mid', stacked(country(input, line.OriginCountry), widths.country)),
    div('mid', stacked(country(input, line.DestinationCountry), widths.country)),
    div('', stacked(placeTexts(input, variant, line), widths.place)),
    variant.list ? [] : div('mid', stacked(levy, widths.levy)),
  )
  return { height, markup }
}

const rowClass = (variant: FormVariant, name: string): string => `goods ${name}${variant.list ? ' list' : ''}`

/** Titles of the goods columns. */
export const goodsTitles = (variant: FormVariant): Markup =>
  div(
    rowClass(variant, 'titles'),
    div('mid', '项号'),
    div('', '商品编号'),
    div('mid', '商品名称及规格型号'),
    div('end', '数量及单位'),
    div('end', '单价/总价/币制'),
    div('mid', '原产国（地区）'),
    div('mid', '最终目的国（地区）'),
    div('mid', variant.place),
    variant.list ? [] : div('mid', '征免'),
  )

/** An empty row of the blank. */
export const emptyRow: Markup = div(`goods h${goodsRowHeight}`)
