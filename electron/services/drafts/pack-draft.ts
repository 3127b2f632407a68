import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { writeDecMessage } from '../../../domain/message/write.ts'
import { packFiling, type FilingBody, type PackedFile } from '../../../domain/portal/package.ts'

/** The message as a file: bare, or in a zip with its PDF files. */
export const packDraft = (clientSeqNo: string, message: DecMessage, files: readonly PackedFile[]): FilingBody =>
  packFiling(clientSeqNo, { xml: new TextEncoder().encode(writeDecMessage(message)), files })
