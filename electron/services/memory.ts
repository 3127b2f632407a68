import { failure } from '../../domain/failures/index.ts'
import type { DecList, DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { CompanyProfile, Handlers } from '../ipc/contract.ts'
import type { DraftsRepo } from '../store/drafts.repo.ts'
import type { KnownGoods, MemoryRepo } from '../store/memory.repo.ts'
import { isCustomerField, takeParts } from './drafts/copy-parts.ts'
import { withFiler } from './drafts/new-message.ts'

type Memory = Handlers['memory']

export interface MemoryParts {
  readonly repo: MemoryRepo
  readonly drafts: Pick<DraftsRepo, 'load' | 'create'>
  readonly company: () => CompanyProfile
  readonly emitChanged: (id: string) => void
}

/** Fields of a goods line that are the same each time the goods come. */
const lasting = [
  'CodeTS',
  'CiqCode',
  'GName',
  'GModel',
  'GUnit',
  'FirstUnit',
  'SecondUnit',
  'OriginCountry',
  'DestinationCountry',
  'DistrictCode',
  'DestCode',
  'DutyMode',
  'ExgNo',
] as const satisfies readonly (keyof DecList)[]
const mostGoods = 50

/** Templates, and what earlier declarations of a customer said: offered, never forced. */
export class MemoryService implements Memory {
  readonly #parts: MemoryParts

  constructor(parts: MemoryParts) {
    this.#parts = parts
  }

  templates: Memory['templates'] = () => settle(ok(this.#parts.repo.templates()))

  saveTemplate: Memory['saveTemplate'] = ({ id, name, parts }) => {
    const draft = this.#parts.drafts.load(id)
    if (!draft.ok) return settle(draft)
    const { summary, message } = draft.value
    this.#parts.repo.putTemplate(name, summary.ieFlag, summary.customer, takeParts(message, parts))
    return settle(ok({}))
  }

  removeTemplate: Memory['removeTemplate'] = ({ id }) =>
    settle(this.#parts.repo.dropTemplate(id) ? ok({}) : refuse(failure('drafts.noTemplate')))

  fromTemplate: Memory['fromTemplate'] = ({ id }) => {
    const { repo, drafts, company, emitChanged } = this.#parts
    const template = repo.takeTemplate(id)
    if (template === undefined) return settle(refuse(failure('drafts.noTemplate')))
    const { ieFlag, customer, message } = template
    const [made] = drafts.create([{ ieFlag, customer, message: withFiler(message, company()) }])
    if (made === undefined) return settle(refuse(failure('app.internal')))
    emitChanged(made.summary.id)
    return settle(ok({ id: made.summary.id }))
  }

  head: Memory['head'] = ({ id, customer, ieFlag }) => {
    const { repo, drafts } = this.#parts
    const last = repo.lastOf(customer, ieFlag, id)
    const draft = last === undefined ? undefined : drafts.load(last)
    if (draft === undefined) return settle(ok(null))
    if (!draft.ok) return settle(draft)
    const { summary, message } = draft.value
    const values = Object.entries(message.DecHead ?? {}).filter(
      ([field, value]) => value !== '' && isCustomerField(field),
    )
    return settle(ok({ from: summary.clientSeqNo, values: Object.fromEntries(values) }))
  }

  goods: Memory['goods'] = ({ customer, text }) =>
    settle(ok(this.#parts.repo.goods(customer, text, mostGoods).map(plain)))

  /** Remembers the goods of a declaration that was finished. */
  learn(message: DecMessage): void {
    const customer = customerOf(message)
    for (const line of message.DecLists ?? []) {
      const kept = lasting.flatMap((field) => (line[field] ? [[field, line[field]] as const] : []))
      this.#parts.repo.learn(customer, Object.fromEntries(kept))
    }
  }

  /** Goods of a spreadsheet with what is known of them: only what the sheet leaves open, by the very same name. */
  fill(customer: string, messages: readonly DecMessage[]): DecMessage[] {
    return messages.map((message) => ({
      ...message,
      ...(message.DecLists === undefined
        ? {}
        : { DecLists: message.DecLists.map((line) => this.#filled(customer, line)) }),
    }))
  }

  #filled(customer: string, line: DecList): DecList {
    if (line.CodeTS || !line.GName) return line
    const known = this.#parts.repo.same(customer, line.GName)
    if (known === undefined) return line
    const own = Object.entries(line).filter(([, value]) => value !== '')
    return { ...known.line, ...Object.fromEntries(own) }
  }
}

/** Who the goods belong to, as the list names it. */
const customerOf = ({ DecHead }: DecMessage): string => (DecHead?.TradeName || DecHead?.OwnerName || '').slice(0, 200)

const plain = ({ line, ...row }: KnownGoods) => ({
  ...row,
  line: Object.fromEntries(lasting.flatMap((field) => (line[field] ? [[field, line[field]]] : []))),
})

const settle = <T>(result: Result<T>): Promise<Result<T>> => Promise.resolve(result)
