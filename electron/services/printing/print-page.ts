import { barCode } from './bar-code.ts'
import { div, element, span, together, type Markup } from './markup.ts'
import { watermarks, type PrintInput } from './print-input.ts'
import { qrCode } from './qr-code.ts'

/** The number that the QR code and the bar code carry: the highest one that the declaration has. */
export const bestNumber = ({ entryId, seqNo, clientSeqNo }: PrintInput): string => entryId || seqNo || clientSeqNo

/** What every page bears: title, watermark, practice mark, QR code, bar code and our own number. */
export function pageMarks(input: PrintInput, title: string): Markup {
  const words = watermarks(input)
  const number = bestNumber(input)
  return together(
    words.length === 0
      ? []
      : div(
          'watermark',
          words.map((word) => span(word)),
        ),
    input.practice ? div('practice', '演练打印，不得用于申报') : [],
    element('h1', '', title),
    div('qr', qrCode(number)),
    barCode(number),
    div('own', `内部编号 ${input.clientSeqNo}`),
  )
}
