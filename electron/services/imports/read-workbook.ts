import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import { fileKind } from './file-kind.ts'
import type { GridLimits, GridSheet } from './grid.ts'
import { readCsvSheets } from './read-csv.ts'
import { readXlsSheets } from './read-xls.ts'
import { readXlsxSheets } from './read-xlsx.ts'
import { readZipDirectory } from './zip-directory.ts'

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0)

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** What a reader threw, as a refusal. Readers throw on any damage; a bug of theirs is a damaged file to the clerk. */
function broken(name: string, error: unknown): Result<never> {
  const text = error instanceof Error ? error.message : String(error)
  if (/password|encrypted/i.test(text)) return refuse(failure('imports.encrypted', { name }))
  return refuse(failure('imports.broken', { name, detail: text.slice(0, 300) }))
}

async function readSheets(bytes: Uint8Array, name: string, limits: GridLimits): Promise<Result<GridSheet[]>> {
  const directory = isZip(bytes) ? readZipDirectory(bytes) : undefined
  if (directory !== undefined && directory.unpackedBytes > limits.unpackedBytes)
    return refuse(
      failure('imports.unpackedTooLarge', {
        size: megabytes(directory.unpackedBytes),
        limit: megabytes(limits.unpackedBytes),
      }),
    )
  const found = fileKind(bytes, name, directory?.names)
  if (found.kind === 'other') return refuse(failure('imports.wrongType', { name, kind: found.label }))
  if (found.kind === 'encrypted') return refuse(failure('imports.encrypted', { name }))
  if (found.kind === 'broken') return refuse(failure('imports.broken', { name }))
  try {
    if (found.kind === 'xlsx') return ok(await readXlsxSheets(bytes, directory?.names ?? new Set(), limits))
    if (found.kind === 'xls') return ok(readXlsSheets(bytes, limits))
  } catch (error) {
    return broken(name, error)
  }
  const sheets = readCsvSheets(bytes, limits)
  return sheets === undefined ? refuse(failure('imports.wrongType', { name, kind: '不是文本的文件' })) : ok(sheets)
}

const filledCells = (sheets: readonly GridSheet[]): number =>
  sheets.reduce((sum, sheet) => sum + sheet.rows.reduce((cells, row) => cells + row.length, 0), 0)

/**
 * Sheets of a customer's file.
 * @param name file name for the texts; decides only between kinds of plain text.
 * @returns sheets with at least one cell, or why the file is refused (`imports.*`). Never throws on content.
 */
export async function readWorkbook(bytes: Uint8Array, name: string, limits: GridLimits): Promise<Result<GridSheet[]>> {
  if (bytes.length > limits.fileBytes)
    return refuse(failure('imports.tooLarge', { size: megabytes(bytes.length), limit: megabytes(limits.fileBytes) }))
  const read = await readSheets(bytes, name, limits)
  if (!read.ok) return read
  const sheets = read.value.filter((sheet) => sheet.rows.length > 0)
  if (sheets.length === 0) return refuse(failure('imports.empty', { name }))
  const long = sheets.find((sheet) => sheet.rows.length > limits.rows)
  if (long !== undefined) return refuse(failure('imports.tooManyRows', { sheet: long.name, limit: limits.rows }))
  if (filledCells(sheets) > limits.cells) return refuse(failure('imports.tooManyCells', { limit: limits.cells }))
  return ok(sheets)
}
