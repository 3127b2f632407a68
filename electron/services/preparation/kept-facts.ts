import * as z from 'zod'
import {
  filedQualificationSchema,
  memberCalls,
  memberSessionSchema,
  type FiledQualification,
} from '../../../domain/portal/members.ts'
import type { SettingsRepo } from '../../store/settings.repo.ts'

/** What the portal said last of company and people, so that the board works offline. The token is never kept. */
const boardSchema = z.object({
  asOf: z.string(),
  company: memberSessionSchema.omit({ token: true }),
  operators: memberCalls.operators.answer.shape.items,
  bindings: memberCalls.bindings.answer.shape.items,
  cards: memberCalls.cards.answer.shape.items,
})
export type Board = z.output<typeof boardSchema>

const keptSchema = z.object({
  record: filedQualificationSchema,
  fetchedAt: z.string(),
  source: z.string(),
  differences: z.array(z.object({ path: z.string(), before: z.string(), after: z.string() })),
})
export type KeptQualification = z.output<typeof keptSchema>

/** Facts of the portal that are kept on the desk. */
export class KeptFacts {
  readonly #settings: SettingsRepo

  constructor(settings: SettingsRepo) {
    this.#settings = settings
  }

  board(): Board | undefined {
    return this.#settings.get('preparation.board', boardSchema)
  }

  setBoard(board: Board): void {
    this.#settings.put('preparation.board', boardSchema.parse(board))
  }

  qualification(): KeptQualification | undefined {
    return this.#settings.get('preparation.qualification', keptSchema)
  }

  /** Keeps a record with its difference to the one before; one that says the same keeps the last difference. */
  setQualification(record: FiledQualification, fetchedAt: string, source: string): KeptQualification {
    const before = this.qualification()
    const found = before ? differencesOf(before.record, record) : []
    const differences = found.length > 0 ? found : (before?.differences ?? [])
    const kept = { record, fetchedAt, source, differences }
    this.#settings.put('preparation.qualification', kept)
    return kept
  }

  /** Practice began anew. */
  forget(): void {
    this.#settings.put('preparation.board', null)
    this.#settings.put('preparation.qualification', null)
  }
}

/** Every value of a record by its path. */
function flat(value: unknown, path = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`))
}

/** What differs, without the moment of the filing; paths of the wizard's fields begin with their section. */
function differencesOf(one: FiledQualification, other: FiledQualification): KeptQualification['differences'] {
  const [before, after] = [new Map(flat(one)), new Map(flat(other))]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => path !== 'filedAt' && (before.get(path) ?? '') !== (after.get(path) ?? ''))
    .map((path) => ({
      path: path.replace(/^text\./, ''),
      before: before.get(path) ?? '',
      after: after.get(path) ?? '',
    }))
}
