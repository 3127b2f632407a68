import { declarationStates } from '../../../domain/states/declaration.ts'
import type { DraftSummary } from '../../ipc/contract.ts'
import type { PrintedDocument } from './declaration-html.ts'
import { paperCss } from './form-css.ts'
import { div, element, page, span } from './markup.ts'

/** Rows of a page of A4 landscape, one line of text each. */
const rowsPerPage = 34

interface Column {
  readonly title: string
  /** Millimetres of the 279 that a page has. */
  readonly width: number
  readonly text: (row: DraftSummary) => string
}

const localTime = (moment: string): string => new Date(moment).toLocaleString('sv').slice(0, 16)

const columns: readonly Column[] = [
  { title: '本单编号', width: 36, text: (row) => row.clientSeqNo },
  { title: '进出口', width: 12, text: (row) => (row.ieFlag === 'I' ? '进口' : '出口') },
  { title: '境内收发货人', width: 62, text: (row) => row.customer },
  { title: '提运单号', width: 34, text: (row) => row.billNo },
  { title: '合同协议号', width: 32, text: (row) => row.contractNo },
  { title: '监管方式', width: 14, text: (row) => row.tradeMode },
  { title: '项数', width: 9, text: (row) => String(row.lines) },
  { title: '海关编号', width: 36, text: (row) => row.entryId },
  { title: '状态', width: 18, text: (row) => declarationStates[row.state] },
  { title: '更新时间', width: 26, text: (row) => localTime(row.updatedAt) },
]

const css = `${paperCss}
.facts { position: absolute; top: 19mm; left: 9mm; width: 279mm; display: flex; justify-content: space-between;
  font-size: 8pt; }
table { position: absolute; top: 25mm; left: 9mm; width: 279mm; border-collapse: collapse; table-layout: fixed;
  font-size: 7.5pt; z-index: 1; }
th, td { height: 5mm; padding: 0 1mm; border: 0.2mm solid #000; text-align: left; overflow: hidden; white-space: nowrap;
  text-overflow: ellipsis; }
${columns.map(({ width }, at) => `th:nth-child(${at + 1}) { width: ${width}mm; }`).join('\n')}
`

/** What is printed of the list, and under which words it was narrowed. */
export interface ListPrint {
  readonly rows: readonly DraftSummary[]
  /** The list has more rows than are printed. */
  readonly cut: boolean
  readonly practice: boolean
  readonly printedAt: string
}

const table = (rows: readonly DraftSummary[]) =>
  element(
    'table',
    '',
    element(
      'thead',
      '',
      element(
        'tr',
        '',
        columns.map(({ title }) => element('th', '', title)),
      ),
    ),
    element(
      'tbody',
      '',
      rows.map((row) =>
        element(
          'tr',
          '',
          columns.map(({ text }) => element('td', '', text(row))),
        ),
      ),
    ),
  )

/** The list of declarations as it is on the screen, on A4 landscape. */
export function listHtml({ rows, cut, practice, printedAt }: ListPrint): PrintedDocument {
  const title = '报关单列表'
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage))
  const sheets = Array.from({ length: pages }, (_, at) =>
    element(
      'section',
      'page',
      practice ? div('practice', '演练打印，不得用于申报') : [],
      element('h1', '', title),
      div(
        'facts',
        span(`共 ${rows.length} 票${cut ? '（更多的没有打印，请缩小范围）' : ''}`),
        span(`打印时间 ${printedAt}`),
        span(`页码/页数：${at + 1}/${pages}`),
      ),
      table(rows.slice(at * rowsPerPage, (at + 1) * rowsPerPage)),
    ),
  )
  return { title, html: page(title, sheets), css, pages }
}
