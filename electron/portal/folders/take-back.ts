import { parse } from 'node:path'
import { readReceipt } from '../../../domain/message/read-receipt.ts'
import type { ReceiptItem } from '../../../domain/portal/answers.ts'
import { readAnswerName, readExchangeName, temporary } from '../../../domain/portal/exchange-names.ts'
import type { Boxes } from './boxes.ts'
import { nameOf, type Marks } from './place.ts'

/** Name of the file that the single window took, by an answer of the client; `undefined` for any other answer. */
function takenName({ fileName, content }: ReceiptItem): string | undefined {
  const name = readAnswerName(fileName)
  if (name?.kind !== 'success') return undefined
  const reading = readReceipt(Buffer.from(content, 'base64'))
  return reading.ok && reading.value.responseCode === '0' ? name.subject : undefined
}

/**
 * The client held back that it had sent a file, and the message was written anew in the meantime: what still waits in
 * OutBox is taken out again, before the single window gets it twice. It gets a name that the client does not take up and
 * is removed then; one that the client has in its hand stays, and its answer tells.
 */
export async function takeBack(boxes: Boxes, marks: Marks, items: readonly ReceiptItem[]): Promise<void> {
  for (const item of items) {
    const taken = takenName(item)
    const number = taken === undefined ? undefined : readExchangeName(taken)?.clientSeqNo
    const later = number === undefined ? undefined : marks.of(number).find(({ placedAt }) => placedAt > 0)
    if (taken === undefined || !later || nameOf(later).toLowerCase() === taken.toLowerCase()) continue
    const name = nameOf(later)
    const waiting = (await boxes.list('OutBox')).find(
      (entry) => /\.(?:xml|zip)$/i.test(entry.name) && parse(entry.name).name === name,
    )
    if (!waiting) continue
    const halfway = boxes.path('OutBox', `${name}${temporary}`)
    try {
      await boxes.run((disk) => disk.rename(boxes.path('OutBox', waiting.name), halfway))
      await boxes.run((disk) => disk.remove(halfway))
    } catch {
      // The client was quicker, or holds it open: nothing can be taken back any more, and its answer will come.
    }
  }
}
