import { joined } from '../form-texts.ts'
import { div, element, page, span, type Content, type Markup } from '../markup.ts'
import { paginate } from '../paginate.ts'
import type { PrintedDocument } from '../declaration-html.ts'
import { lineCount, lineHeight } from '../text-fit.ts'
import { sheetCss, tallestRow } from './sheet-css.ts'

/** A row of a form with the whole millimetres that it takes. */
export interface SheetRow {
  readonly markup: Markup
  readonly height: number
}

/** A box with its label at the left. Widths in millimetres; together the boxes of a row fill the frame. */
export interface SheetBox {
  readonly label: string
  readonly value: string
  readonly width: number
}

/** Width of the frame and of a label, in millimetres. */
export const frameWidth = 182
export const labelWidth = 30
const size = 9
const padding = 3

const heightOf = (texts: readonly (readonly [text: string, width: number])[], least: number): number =>
  Math.min(
    tallestRow,
    Math.max(
      least,
      ...texts.map(([text, width]) => Math.ceil(lineCount(text, width - padding, size) * lineHeight(size) + 2.4)),
    ),
  )

/** Boxes side by side; the row is as high as its longest text needs. */
export function boxRow(boxes: readonly SheetBox[]): SheetRow {
  const height = heightOf(
    boxes.flatMap(
      ({ label, value, width }) =>
        [
          [label, labelWidth],
          [value, width - labelWidth],
        ] as const,
    ),
    8,
  )
  return {
    height,
    markup: div(
      `row h${height}`,
      boxes.map(({ label, value, width }) => [div('label', label), div(`value w${width - labelWidth}`, value)]),
    ),
  }
}

/** Two boxes of half the frame, row after row; an odd last one takes the whole width. */
export function pairRows(pairs: readonly (readonly [label: string, value: string])[]): SheetRow[] {
  const rows: SheetRow[] = []
  for (let at = 0; at < pairs.length; at += 2) {
    const two = pairs.slice(at, at + 2)
    const width = frameWidth / two.length
    rows.push(boxRow(two.map(([label, value]) => ({ label, value, width }))))
  }
  return rows
}

export const wideRow = (label: string, value: string): SheetRow => boxRow([{ label, value, width: frameWidth }])

/** A heading inside of the frame. */
export const headingRow = (text: string): SheetRow => ({ height: 8, markup: div('row heading h8', text) })

export interface SheetColumn {
  readonly title: string
  readonly width: number
}

/** Titles and rows of a table; without rows one empty row stands, as on the blank. */
export function tableRows(columns: readonly SheetColumn[], rows: readonly (readonly string[])[]): SheetRow[] {
  const cells = (texts: readonly string[]): Markup[] =>
    columns.map(({ width }, at) => div(`cell w${width}`, texts[at] ?? ''))
  const lines = rows.length === 0 ? [[]] : rows
  return [
    { height: 8, markup: div('row titles h8', cells(columns.map(({ title }) => title))) },
    ...lines.map((texts) => {
      const height = heightOf(
        columns.map(({ width }, at) => [texts[at] ?? '', width] as const),
        8,
      )
      return { height, markup: div(`row h${height}`, cells(texts)) }
    }),
  ]
}

/** A statement over the whole width, with lines for seal, signature and day. */
export function statementRow(text: string, signatures: readonly string[]): SheetRow {
  const height = Math.min(tallestRow, Math.ceil(lineCount(text, frameWidth - 8, size) * lineHeight(size)) + 32)
  return {
    height,
    markup: div(
      `row statement h${height}`,
      div('text', text),
      div(
        'signatures',
        signatures.map((each) => span(each)),
      ),
    ),
  }
}

export interface Sheet {
  readonly title: string
  /** Beneath the title: number and legal basis. */
  readonly subtitle: string
  readonly practice: boolean
  /** Not handed in yet: the page bears 草稿. */
  readonly draft: boolean
  /** Small text at the foot: our own number. */
  readonly foot: string
  readonly rows: readonly SheetRow[]
}

/** Room for rows in millimetres: the frame of a portrait A4 page. */
const room = 240

const marks = (practice: boolean, draft: boolean): Content => {
  const words = [...(practice ? ['演练'] : []), ...(draft ? ['草稿'] : [])]
  return [
    words.length === 0
      ? []
      : div(
          'watermark',
          words.map((word) => span(word)),
        ),
    practice ? div('practice', '演练打印，不得提交') : [],
  ]
}

/** The pages of a form: rows are never split, a new page begins where the frame is full. */
export function sheetHtml({ title, subtitle, practice, draft, foot, rows }: Sheet): PrintedDocument {
  const parts = paginate(rows, room, room)
  const pages = parts.map((part, at) =>
    element(
      'section',
      'page',
      marks(practice, draft),
      element('h1', '', title),
      div('subtitle', subtitle),
      div(
        'frame',
        part.rows.map(({ markup }) => markup),
      ),
      div('foot', span(foot), span(`第 ${at + 1} 页，共 ${parts.length} 页`)),
    ),
  )
  return { title, html: page(title, pages), css: sheetCss, portrait: true, pages: pages.length }
}

/** `□备案 ■变更 □注销`: a choice as the blanks print it. */
export const ticks = (choices: readonly { code: string; name: string }[], chosen: readonly string[]): string =>
  joined(
    choices.map(({ code, name }) => `${chosen.includes(code) ? '■' : '□'}${name}`),
    '  ',
  )
