import { unsigned } from '../../domain/states/declaration.ts'
import type { DraftSummary } from '../api.ts'

/** Where a declaration is opened: in the form while it can be worked on, else at its time line. */
export const pageOf = (row: Pick<DraftSummary, 'id' | 'state'>): string =>
  unsigned(row.state) ? `/declarations/${row.id}` : `/filings/${row.id}`

/** What a declaration is called in a list when its trader is not filled yet. */
export const titleOf = (row: DraftSummary): string =>
  row.customer || (row.ieFlag === 'I' ? '进口（未填收货人）' : '出口（未填发货人）')
