import { loadTable } from '../../domain/codes/index.ts'
import { createWordBook, type WordBook } from '../../electron/services/imports/word-book.ts'

/** The word book over the shipped tables, as the import process loads it. */
export const realWordBook = async (): Promise<WordBook> =>
  createWordBook(
    await Promise.all(
      (['unit', 'country', 'currency', 'tariff', 'trans_mode', 'duty_mode', 'district', 'admin_division'] as const).map(
        (name) => loadTable(name),
      ),
    ),
  )
