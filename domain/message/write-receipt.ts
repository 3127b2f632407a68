import { namespace } from './envelope.ts'
import { receiptElements, resultElement } from './receipt-elements.ts'
import type { Receipt, ReceiptForm } from './receipt.ts'
import { escapeText, legalText } from './xml-text.ts'

/** Root of each layout. The business receipt since 2018 lies in `DEC_DATA` too (format note V1.0). */
const roots: Record<ReceiptForm, string> = {
  DecImportResponse: 'DecImportResponse',
  DEC_RESULT: 'DEC_DATA',
  DEC_DATA: 'DEC_DATA',
  TRN_DATA: 'TRN_DATA',
}

const encodings: Record<ReceiptForm, string> = {
  DecImportResponse: 'UTF-8',
  DEC_RESULT: 'UTF-8',
  DEC_DATA: 'GB2312',
  TRN_DATA: 'GB2312',
}

/** Dates of the older layouts are written without dashes; the moment has two digits more (format note V1.0). */
function asWritten(form: ReceiptForm, key: string, value: string): string {
  if (form === 'DEC_RESULT' || form === 'DecImportResponse') return value
  const digits = value.replaceAll(/[-:]/g, '')
  if (key === 'noticeAt') return form === 'TRN_DATA' ? digits.slice(0, 8) : `${digits}00`
  return key === 'ieDate' || key === 'declareDate' ? digits : value
}

/**
 * A receipt as the other side sends it, for practice and tests. The text declares the encoding of its layout: a caller
 * that sends the older layouts (`DEC_DATA`, `TRN_DATA`) encodes it as GB2312, the others as UTF-8.
 * @param form layout to write; values that it has no element for are left out.
 */
export function writeReceipt(receipt: Receipt, form: ReceiptForm = receipt.form): string {
  const element = (name: string, text: string): string => `<${name}>${escapeText(legalText(text))}</${name}>`
  const values = Object.entries(receiptElements[form]).map(([name, key]) =>
    element(name, asWritten(form, key, receipt[key] ?? '')),
  )
  const more = Object.entries(receipt.more).filter(([name]) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
  const content = [...values, ...more.map(([name, text]) => element(name, text))]
  const group = resultElement[form]
  const root = roots[form]
  const start = root === 'DecImportResponse' ? `<${root} xmlns="${namespace}">` : `<${root}>`
  return [
    `<?xml version="1.0" encoding="${encodings[form]}"?>`,
    start,
    ...(group === undefined ? content : [`<${group}>`, ...content, `</${group}>`]),
    `</${root}>`,
    '',
  ].join('\n')
}
