import { inspectPdf } from '../services/attachments/inspect-pdf.ts'
import { ExchangeService, type ExchangeParts } from '../services/exchange.ts'
import { localDay } from '../services/local-day.ts'
import { createResultTransaction } from '../store/transaction.ts'
import type { FieldParts } from './wire-field.ts'

/**
 * Wires the way of declarations from and to other programs. A file of its own, because the reader of messages brings the
 * XML library along, for which the first window must not wait.
 */
export const wireExchange = (
  { shell, db, drafts, draftsService, tasks }: FieldParts,
  render: ExchangeParts['render'],
): ExchangeService =>
  new ExchangeService({
    drafts,
    draftsService,
    inspectPdf,
    pickMessage: shell.dialogs.pickMessage,
    saveFile: shell.dialogs.saveFile,
    render,
    transaction: createResultTransaction(db),
    tasks,
    today: () => localDay(Date.now()),
  })
