import { formCss } from './form-css.ts'
import { formFoot } from './form-foot.ts'
import { emptyRow, goodsRow, goodsRowHeight, goodsTitles, type GoodsRow } from './form-goods.ts'
import { formHead, remarks } from './form-head.ts'
import { nameOf } from './form-texts.ts'
import { formVariant, type FormVariant } from './form-variant.ts'
import { div, element, page, together, type Markup } from './markup.ts'
import { paginate } from './paginate.ts'
import type { PrintDocument } from './print-document.ts'
import type { PrintInput } from './print-input.ts'
import { pageMarks } from './print-page.ts'
import { lineCount, lineHeight } from './text-fit.ts'

/** Room for goods on the first page (six lines, as on the blank) and on the pages without the head grid. */
const firstRoom = 78
const furtherRoom = 143

const appendixRoom = 130
const appendixWidth = 266

export interface PrintedDocument extends PrintDocument {
  readonly pages: number
}

/** The numbers above the frame. */
function numbers({ message, codes, seqNo, entryId }: PrintInput, at: number, pages: number): Markup {
  const head = message.DecHead ?? {}
  const office = nameOf(codes, 'customs_district', head.CustomMaster)
  return div(
    'numbers',
    div('pre', `预录入编号：${head.PreEntryId || seqNo}`),
    div('entry', `海关编号：${entryId || (head.EntryId ?? '')}`),
    div('office', office === '' ? '' : `（${office}）`),
    div('count', `页码/页数：${at + 1}/${pages}`),
  )
}

/** Text too long for its box, on pages of its own: whole paragraphs as far as they fit. */
function appendixPages(text: string): string[] {
  if (text === '') return []
  const pieces = text.split('\n').flatMap((part) => part.match(/.{1,4000}/gsu) ?? [])
  const rows = pieces.map((piece) => ({ piece, height: lineCount(piece, appendixWidth, 7) * lineHeight(7) }))
  return paginate(rows, appendixRoom, appendixRoom).map((page) => page.rows.map(({ piece }) => piece).join('\n'))
}

/** Rows of a page, then empty rows of the blank as far as there is room. */
const fillRows = (rows: readonly GoodsRow[], left: number): Markup[] => [
  ...rows.map((row) => row.markup),
  ...Array.from({ length: Math.floor(left / goodsRowHeight) }, () => emptyRow),
  div('fill'),
]

function goodsPages(input: PrintInput, variant: FormVariant): Markup[] {
  const lines = (input.message.DecLists ?? []).map((line) => goodsRow(input, variant, line))
  return paginate(lines, firstRoom, furtherRoom).map(({ rows, left }, at) =>
    together(at === 0 ? formHead(input, variant) : [], goodsTitles(variant), fillRows(rows, left), formFoot(input)),
  )
}

/**
 * The declaration, or the FTZ list, in the layout of the official blank (GACC 2018, A4 landscape). The state emblem is
 * left out: it is not ours to print. Continuation pages carry no head grid (layout of later pages unverified).
 */
export function declarationHtml(input: PrintInput): PrintedDocument {
  const variant = formVariant(input.message.DecHead ?? {})
  const appendix = appendixPages(remarks(input).appendix).map((text) =>
    div('appendix', element('h2', '', '附页：标记唛码及备注'), text),
  )
  const frames = [...goodsPages(input, variant), ...appendix]
  const pages = frames.map((frame, at) =>
    element('section', 'page', pageMarks(input, variant.title), numbers(input, at, frames.length), div('frame', frame)),
  )
  return { title: variant.title, html: page(variant.title, pages), css: formCss, pages: pages.length }
}
