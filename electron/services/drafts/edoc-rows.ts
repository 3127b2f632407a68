import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'

type EdocRow = NonNullable<DecMessage['EdocRealation']>[number]

/** An attached file as the message names it. */
export interface EdocFile {
  readonly edocCode: string
  readonly name: string
  readonly bytes: number
  /** 18 digits. */
  readonly serial: string
}

/** Rows that the message has room for (schema of 2018). */
export const mostEdocs = 10

/**
 * Name under which a file is sent: office of declaration, kind, `IM`, 18 digits.
 * Source: field note of EdocID. The office may not be known yet when a file is attached, so names are made again when
 * the declaration is finished.
 */
export const edocName = (message: DecMessage, file: EdocFile): string => {
  const office = message.DecHead?.CustomMaster ?? ''
  return `${/^\d{4}$/.test(office) ? office : '0000'}${file.edocCode}IM${file.serial}.pdf`
}

const ownName = /^\d{12}IM(\d{18})\.pdf$/

/** True for a row that stands for a file of ours; others (an electronic power of attorney) carry only a number. */
const isFileRow = (row: EdocRow): boolean => ownName.test(row.EdocID ?? '')

/** The message with one row for each attached file, in their order, before the rows without a file. */
export function withEdocRows(message: DecMessage, files: readonly EdocFile[]): DecMessage {
  const before = new Map((message.EdocRealation ?? []).map((row) => [ownName.exec(row.EdocID ?? '')?.[1] ?? '', row]))
  const rows = files.map((file): EdocRow => ({
    ...before.get(file.serial),
    EdocID: edocName(message, file),
    EdocCode: file.edocCode,
    // US: not structured, a PDF (edoc_format).
    EdocFomatType: 'US',
    EdocCopId: shortName(file.name),
    EdocOwnerCode: message.DecHead?.AgentCode ?? '',
    EdocOwnerName: message.DecHead?.AgentName ?? '',
    EdocSize: String(file.bytes),
  }))
  const others = (message.EdocRealation ?? []).filter((row) => !isFileRow(row))
  return { ...message, EdocRealation: [...rows, ...others] }
}

/** The field takes 64 characters; the ending is what tells most, so it stays. */
const shortName = (name: string): string => (name.length <= 64 ? name : `${name.slice(0, 59)}….pdf`)
