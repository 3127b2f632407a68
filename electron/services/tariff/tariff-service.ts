import { createHash, randomUUID } from 'node:crypto'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { Handlers } from '../../ipc/contract.ts'
import type { StartHelper } from '../../process/helper.ts'
import type { TariffRepo, TariffVersion } from '../../store/tariff.repo.ts'
import { ImportProcess } from '../imports/import-process.ts'
import type { PickedSheet } from '../imports/imports-service.ts'
import type { Task } from '../tasks.ts'
import { type ReadTariff, tariffLimits } from './read-tariff.ts'

type TariffHandlers = Handlers['tariff']

/** What the service needs of the rest of the app. */
export interface TariffNeeds {
  /** Main's open dialog; `null` when it was closed. */
  readonly pickFile: () => Promise<Result<PickedSheet | null>>
  readonly startHelper: StartHelper
  readonly tasks: {
    run<T>(title: string, work: (task: Task) => Promise<Result<T>>, total: number): Promise<Result<T>>
  }
  readonly repo: TariffRepo
  readonly today: () => string
  /** Longest time for one file. */
  readonly seconds?: number
}

interface Checked {
  readonly token: string
  readonly file: string
  readonly digest: string
  readonly tariff: ReadTariff
}

const defaultSeconds = 180
const percent = 100
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0)

/** The head of the stored table of a version. */
const head = ({ file, source, validFrom }: Pick<TariffVersion, 'file' | 'source' | 'validFrom'>) => ({
  name: 'tariff',
  title: '商品编号',
  asOf: validFrom,
  source,
  confidence: '由本企业导入',
  note: `${file}，${validFrom} 起`,
})

const shown = ({ id, file, source, validFrom, importedAt, rows }: TariffVersion) => ({
  id,
  file,
  source,
  validFrom,
  importedAt,
  rows,
})

/**
 * The HS tariff as a table that a company imports: read and checked in a process of its own, kept as a version with its
 * date and source. A file with one fault is not imported at all: a tariff with a hole is worse than none.
 */
export class TariffService implements TariffHandlers {
  readonly #needs: TariffNeeds
  #checked: Checked | undefined
  #process: ImportProcess | undefined

  constructor(needs: TariffNeeds) {
    this.#needs = needs
  }

  shutdown(): void {
    this.#process?.stop()
  }

  versions: TariffHandlers['versions'] = () => {
    const { repo, today } = this.#needs
    return Promise.resolve(ok({ versions: repo.list().map(shown), active: repo.onDay(today())?.id ?? 0 }))
  }

  pick: TariffHandlers['pick'] = async () => {
    const picked = await this.#needs.pickFile()
    if (!picked.ok) return picked
    if (picked.value === null) return ok(null)
    const { name, bytes } = picked.value
    const limit = tariffLimits.fileBytes
    if (bytes.length > limit)
      return refuse(failure('imports.tooLarge', { size: megabytes(bytes.length), limit: megabytes(limit) }))
    this.#checked = undefined
    const digest = createHash('sha256').update(bytes).digest('hex')
    const read = await this.#needs.tasks.run(`检查税则 ${name}`, (task) => this.#read(name, bytes, task), percent)
    if (!read.ok) return read
    const token = randomUUID()
    const file = name.slice(0, 200)
    this.#checked = { token, file, digest, tariff: read.value }
    const { rows, found, missing, problems, errors, warnings } = read.value
    return ok({
      token,
      file,
      rows: rows.length,
      found: [...found],
      missing: [...missing],
      problems: [...problems],
      errors,
      warnings,
    })
  }

  commit: TariffHandlers['commit'] = ({ token, source, validFrom }) => {
    const checked = this.#checked
    if (checked?.token !== token) return Promise.resolve(refuse(failure('tariff.gone')))
    const { file, digest, tariff } = checked
    if (tariff.errors > 0) return Promise.resolve(refuse(failure('tariff.hasErrors', { count: tariff.errors })))
    const { columns, rows } = tariff
    const table = JSON.stringify({ ...head({ file, source, validFrom }), columns, rows })
    const version = { file, digest, source, validFrom, rows: rows.length }
    this.#checked = undefined
    return Promise.resolve(ok(shown(this.#needs.repo.add(version, table))))
  }

  remove: TariffHandlers['remove'] = ({ id }) =>
    Promise.resolve(this.#needs.repo.remove(id) ? ok({}) : refuse(failure('tariff.noVersion')))

  table: TariffHandlers['table'] = ({ day }) => {
    const { repo } = this.#needs
    const version = repo.onDay(day)
    const table = version === undefined ? undefined : repo.table(version.id)
    return Promise.resolve(ok(table === undefined ? null : { table }))
  }

  async #read(name: string, bytes: Uint8Array, task: Task): Promise<Result<ReadTariff>> {
    const process = new ImportProcess(this.#needs.startHelper, this.#needs.seconds ?? defaultSeconds)
    this.#process = process
    const cancel = (): void => process.stop()
    task.signal.addEventListener('abort', cancel, { once: true })
    try {
      return await process.ask({ kind: 'tariff', name, bytes }, ({ done, total }) =>
        task.step((done / total) * percent),
      )
    } finally {
      task.signal.removeEventListener('abort', cancel)
      process.stop()
    }
  }
}
