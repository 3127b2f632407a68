import { checkCss } from './check-css.ts'
import { checkHead } from './check-head.ts'
import { checkColumns, checkRow, checkTotals, type CheckRow } from './check-rows.ts'
import type { PrintedDocument } from './declaration-html.ts'
import { formVariant } from './form-variant.ts'
import { div, element, page, span, together, type Markup } from './markup.ts'
import { paginate } from './paginate.ts'
import type { PrintInput } from './print-input.ts'
import { pageMarks } from './print-page.ts'

/** Room for lines in millimetres: below the facts, and on pages without them. */
const firstRoom = 108
const furtherRoom = 158
/** What the sums and the consent take on the last page. */
const sumsRoom = 22

const table = (rows: readonly CheckRow[]): Markup =>
  element(
    'table',
    'lines',
    element(
      'thead',
      '',
      element(
        'tr',
        '',
        checkColumns.map(({ title }) => element('th', '', title)),
      ),
    ),
    element(
      'tbody',
      '',
      rows.map((row) => row.markup),
    ),
  )

const sumsAndConsent = (input: PrintInput): Markup =>
  together(
    div(
      'totals',
      checkTotals(input).map(({ label, value }) => span(`${label}：${value}`)),
    ),
    div('agree', span('客户核对：□ 无误  □ 有误（请在表上改正）'), span('签章：'), span('日期：')),
  )

/** The check print (核对单) that a customer compares with his papers before the declaration is filed. */
export function checkHtml(input: PrintInput): PrintedDocument {
  const variant = formVariant(input.message.DecHead ?? {})
  const title = `${variant.inward ? '进' : '出'}口报关单核对单`
  const rows = (input.message.DecLists ?? []).map((line) => checkRow(input, line))
  const filled = paginate(rows, firstRoom, furtherRoom)
  const parts = (filled.at(-1)?.left ?? 0) < sumsRoom ? [...filled, { rows: [], left: furtherRoom }] : filled
  const pages = parts.map((part, at) =>
    element(
      'section',
      'page',
      pageMarks(input, title),
      div('subtitle', '供客户核对，不是报关单'),
      div(
        'numbers',
        span(`统一编号：${input.seqNo}`),
        span(`海关编号：${input.entryId}`),
        span(`页码/页数：${at + 1}/${parts.length}`),
      ),
      div(
        'body',
        at === 0 ? checkHead(input, variant) : [],
        part.rows.length === 0 ? [] : table(part.rows),
        at === parts.length - 1 ? sumsAndConsent(input) : [],
      ),
    ),
  )
  return { title, html: page(title, pages), css: checkCss, pages: pages.length }
}
