import { parseCsv } from 'hucre/csv'
import { finishSheet, textCell, type GridLimits, type GridSheet } from './grid.ts'

/** Text of a customer's file: UTF-8, or what Chinese Excel writes as “CSV”, GB18030; UTF-16 with its mark. */
function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  const encodings =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not this encoding: the next one is tried, and none left means that the file is no text.
    }
  }
  return undefined
}

/**
 * A text table as one sheet; commas, tabs and semicolons part the columns.
 * @returns `undefined` when the bytes are no text.
 */
export function readCsvSheets(bytes: Uint8Array, limits: GridLimits): GridSheet[] | undefined {
  const text = decode(bytes)
  if (text === undefined) return undefined
  const rows = parseCsv(text, { typeInference: false, maxRows: limits.rows + 100 })
  return [
    finishSheet(
      'CSV',
      rows.map((row) => row.slice(0, limits.columns).map((value) => textCell('text', String(value ?? '')))),
      [],
    ),
  ]
}
