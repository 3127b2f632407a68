import { exchangeName, temporary } from '../../../domain/portal/exchange-names.ts'
import { failure } from '../../../domain/failures/index.ts'
import type { OutgoingFiling, SendOutcome } from '../portal.ts'
import type { Boxes } from './boxes.ts'
import { folderFailure } from './folder-failure.ts'

/** What is known of the file of a message. The store keeps it; see `electron/store/exchange.repo.ts`. */
export interface Mark {
  readonly clientSeqNo: string
  readonly bodySha256: string
  readonly attempt: number
  readonly placedAt: number
}

/** The marks, each on disk when the call returns. */
export interface Marks {
  get(clientSeqNo: string, bodySha256: string): Mark | undefined
  of(clientSeqNo: string): readonly Mark[]
  put(mark: Mark): void
}

export const nameOf = ({ clientSeqNo, bodySha256, attempt }: Mark): string =>
  exchangeName(clientSeqNo, bodySha256, attempt)

/** Removes what an earlier try left under a name that the client never looks at. */
async function clear(boxes: Boxes, file: string): Promise<void> {
  await boxes
    .run((disk) => disk.remove(file))
    .catch((cause: unknown) => {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
    })
}

/** Is the half-way name still there? `undefined` when nobody can say. */
async function isHalfway(boxes: Boxes, fileName: string): Promise<boolean | undefined> {
  try {
    return (await boxes.list('OutBox')).some((entry) => entry.name === fileName)
  } catch {
    // The folder went away in the middle: it is asked about later.
    return undefined
  }
}

/**
 * Puts a message into OutBox: written whole under a name that the client does not take up, marked on our own disk, and
 * only then renamed. So at any moment the mark and the half-way name together say whether the client can have had it:
 * without the mark never, with the mark and the half-way name not yet, else it can.
 */
export async function place(
  boxes: Boxes,
  marks: Marks,
  { clientSeqNo, bodySha256, body }: OutgoingFiling,
  now: number,
): Promise<SendOutcome> {
  const before = marks.get(clientSeqNo, bodySha256)
  const mark: Mark = { clientSeqNo, bodySha256, attempt: before?.attempt ?? 1, placedAt: 0 }
  const name = nameOf(mark)
  const halfway = `${name}${temporary}`
  const file = `${name}.${body.contentType === 'application/zip' ? 'zip' : 'xml'}`
  try {
    await clear(boxes, boxes.path('OutBox', halfway))
    await boxes.run((disk) => disk.write(boxes.path('OutBox', halfway), body.bytes))
  } catch (cause) {
    return { kind: 'notSent', failure: folderFailure(cause, 'OutBox') }
  }
  marks.put({ ...mark, placedAt: now })
  try {
    await boxes.run((disk) => disk.rename(boxes.path('OutBox', halfway), boxes.path('OutBox', file)))
    return { kind: 'placed', box: 'OutBox' }
  } catch (cause) {
    const why = folderFailure(cause, 'OutBox')
    if (await isHalfway(boxes, halfway)) {
      marks.put(mark)
      return { kind: 'notSent', failure: why }
    }
    return { kind: 'unknown', failure: failure('portal.unknown', { detail: why.code }) }
  }
}
