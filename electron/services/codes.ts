import { ok } from '../../domain/result.ts'
import type { Handlers } from '../ipc/contract.ts'
import type { CodeUsesRepo } from '../store/code-uses.repo.ts'

/** Uses that the page takes at a time: a form has some 150 code fields. */
const mostUses = 1500

/** Which codes were chosen lately. */
export class CodesService implements Pick<Handlers, 'codes'> {
  readonly codes: Handlers['codes']

  constructor(repo: Pick<CodeUsesRepo, 'note' | 'recent'>) {
    this.codes = {
      recent: ({ customer }) => Promise.resolve(ok({ uses: repo.recent(customer, mostUses) })),
      note: ({ customer, field, code }) => {
        repo.note(customer, field, code)
        return Promise.resolve(ok({}))
      },
    }
  }
}
