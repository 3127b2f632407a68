import { failure } from '../../../domain/failures/index.ts'
import { partOf, rowsOf } from '../../../domain/fields/step-text.ts'
import { unitCodeOf } from '../../../domain/identity/credit-code.ts'
import type { FiledQualification } from '../../../domain/portal/members.ts'
import { ok, refuse } from '../../../domain/result.ts'
import type { CompanyProfile, Handlers } from '../../ipc/contract.ts'
import type { KeptFacts } from './kept-facts.ts'
import type { MemberDesk } from './member-desk.ts'
import type { Submissions } from './submissions.ts'

type Room = Handlers['qualification']

export interface QualificationParts {
  readonly desk: MemberDesk
  readonly kept: KeptFacts
  readonly submissions: Submissions
  readonly settings: {
    company(): CompanyProfile
    save(change: { company: CompanyProfile }): Promise<unknown>
  }
  /** Name of the site: where a record came from. */
  readonly source: string
  readonly now: () => number
  readonly emitChanged: () => void
}

/** The filed qualification, and applications for it. */
export class QualificationService implements Room {
  readonly #parts: QualificationParts

  constructor(parts: QualificationParts) {
    this.#parts = parts
  }

  fetch: Room['fetch'] = async () => {
    const { desk, kept, source, now, emitChanged } = this.#parts
    const answer = await desk.ask('qualification', {})
    if (!answer.ok) return answer
    const [record] = answer.value.items
    if (!record) return ok(null)
    const fetched = kept.setQualification(record, new Date(now()).toISOString(), source)
    emitChanged()
    return ok(fetched)
  }

  kept: Room['kept'] = () => Promise.resolve(ok(this.#parts.kept.qualification() ?? null))

  useForDeclarations: Room['useForDeclarations'] = async () => {
    const { kept, settings } = this.#parts
    const record = kept.qualification()?.record
    if (!record) return refuse(failure('application.nothingKept'))
    await settings.save({ company: profileOf(record, settings.company()) })
    return ok({})
  }

  submit: Room['submit'] = ({ draftId, rev }) => this.#parts.submissions.submit('qualification', draftId, rev)
  paper: Room['paper'] = ({ draftId, sha256 }) => this.#parts.submissions.savePaper(draftId, sha256)
  withdraw: Room['withdraw'] = ({ draftId }) => Promise.resolve(this.#parts.submissions.withdraw(draftId))
  list: Room['list'] = () => Promise.resolve(ok(this.#parts.submissions.list('qualification')))

  refresh: Room['refresh'] = async () => {
    const asked = await this.#parts.submissions.refresh()
    return asked.ok ? this.list({}) : asked
  }
}

/** The company of the settings as it is on file; the operator stays who he is, his number comes from the declarants. */
function profileOf(record: FiledQualification, before: CompanyProfile): CompanyProfile {
  const { creditCode, companyName, customsCode, text } = record
  const declarant = rowsOf(text, 'declarants').find((row) => row['cardNo'] === before.typistNo)
  const phone = partOf(text, 'unit')['contactPhone'] ?? ''
  return {
    ...before,
    agentCode: customsCode,
    agentCodeScc: creditCode,
    agentName: companyName,
    copCode: unitCodeOf(creditCode),
    copCodeScc: creditCode,
    copName: companyName,
    declarantNo: declarant?.['declarantNo'] || before.declarantNo,
    phone: phone || before.phone,
  }
}
