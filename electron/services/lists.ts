import { declarationStates } from '../../domain/states/declaration.ts'
import { ok, type Result } from '../../domain/result.ts'
import { contract, type Handlers } from '../ipc/contract.ts'
import type { DraftListRepo } from '../store/draft-list.repo.ts'
import type { SettingsRepo } from '../store/settings.repo.ts'
import { queryOf } from './drafts/list-query.ts'

type Lists = Handlers['lists']

export interface ListsParts {
  readonly list: DraftListRepo
  readonly site: SettingsRepo
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<boolean>>
  /** Local day, yyyy-MM-dd, for the name of the file. */
  readonly today: () => string
}

const filtersSchema = contract.lists.saveFilters.input.shape.filters
/** Largest list that is written out; a sheet of more is read by no one. */
const mostRows = 10_000

const titles = [
  '本单编号',
  '进出口',
  '境内收发货人',
  '提运单号',
  '合同协议号',
  '监管方式',
  '项数',
  '统一编号',
  '海关编号',
  '状态',
  '红',
  '黄',
  '建单时间',
  '更新时间',
]

/** Filters that are kept, marks, and the list as a spreadsheet. */
export class ListsService implements Lists {
  readonly #parts: ListsParts

  constructor(parts: ListsParts) {
    this.#parts = parts
  }

  filters: Lists['filters'] = () => Promise.resolve(ok(this.#parts.site.get('listFilters', filtersSchema) ?? []))

  saveFilters: Lists['saveFilters'] = ({ filters }) => {
    this.#parts.site.put('listFilters', filters)
    return Promise.resolve(ok({}))
  }

  mark: Lists['mark'] = ({ ids, marked }) => {
    this.#parts.list.mark(ids, marked)
    return Promise.resolve(ok({}))
  }

  exportXlsx: Lists['exportXlsx'] = async ({ filter }) => {
    const { rows } = this.#parts.list.list({ ...queryOf(filter), limit: mostRows })
    const { writeXlsx } = await import('hucre/xlsx')
    const cells = rows.map((row) => [
      row.clientSeqNo,
      row.ieFlag === 'I' ? '进口' : '出口',
      row.customer,
      row.billNo,
      row.contractNo,
      row.tradeMode,
      row.lines,
      row.seqNo,
      row.entryId,
      declarationStates[row.state],
      row.errors,
      row.warnings,
      localTime(row.createdAt),
      localTime(row.updatedAt),
    ])
    const columns = titles.map((title) => ({ width: title.length > 3 ? 20 : 8 }))
    const bytes = await writeXlsx({ sheets: [{ name: '报关单', columns, rows: [titles, ...cells] }] })
    const saved = await this.#parts.saveFile(`报关单列表-${this.#parts.today()}.xlsx`, bytes)
    return saved.ok ? ok({ saved: saved.value, rows: rows.length }) : saved
  }
}

const localTime = (moment: string): string => new Date(moment).toLocaleString('sv').slice(0, 16)
