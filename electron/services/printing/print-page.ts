import { div, element, span, together, type Markup } from './markup.ts'
import { watermarks, type PrintInput } from './print-input.ts'

/** The number that a QR code carries: the highest one that the declaration has. */
export const bestNumber = ({ entryId, seqNo, clientSeqNo }: PrintInput): string => entryId || seqNo || clientSeqNo

/** What every page bears: title, watermark, practice mark, QR code and our own number. */
export function pageMarks(input: PrintInput, title: string, qr: Markup): Markup {
  const words = watermarks(input)
  return together(
    words.length === 0
      ? []
      : div(
          'watermark',
          words.map((word) => span(word)),
        ),
    input.practice ? div('practice', '演练打印，不得用于申报') : [],
    element('h1', '', title),
    div('qr', qr),
    div('own', `内部编号 ${input.clientSeqNo}`),
  )
}
