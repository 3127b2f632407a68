import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { readDecMessage } from '../../../domain/message/read.ts'
import { validateDecMessage, type SchemaFault } from '../../../domain/message/validate.ts'
import { unpackFiling, type FilingBody } from '../../../domain/portal/package.ts'
import type { Failure } from '../../../domain/result.ts'
import { factsOf, type FilingFacts } from '../filing.ts'
import { refusal, type Refusal } from '../refusals.ts'
import { checkSigner, type SignerChecks } from './check-signer.ts'

export type Checked =
  | { readonly kind: 'right'; readonly clientSeqNo: string; readonly facts: FilingFacts }
  | { readonly kind: 'refused'; readonly clientSeqNo: string; readonly refusal: Refusal }

const reasonOf = ({ why, detail = '' }: Failure): string => (detail === '' ? why : `${why}（${detail}）`)

const faultText = (faults: readonly SchemaFault[]): string =>
  faults
    .slice(0, 3)
    .map(({ line, text }) => `第 ${line} 行 ${text}`)
    .join('；')

/** The message of a body: well-formed, valid by the schema that the repo ships, and readable. */
function readMessage(body: FilingBody): DecMessage | Refusal {
  const unpacked = unpackFiling(body)
  if (!unpacked.ok) return refusal('package', reasonOf(unpacked.error))
  const { xml } = unpacked.value
  const faults = validateDecMessage(xml)
  if (!faults.ok) return refusal('format', reasonOf(faults.error))
  if (faults.value.length > 0) return refusal('format', faultText(faults.value))
  const message = readDecMessage(xml)
  return message.ok ? message.value : refusal('format', reasonOf(message.error))
}

const isRefusal = (value: DecMessage | Refusal): value is Refusal => 'code' in value

/** Everything that is checked before a filing is stored, in the order in which it is cheapest to refuse. */
export function checkFiling(body: FilingBody, checks: SignerChecks): Checked {
  const message = readMessage(body)
  if (isRefusal(message)) return { kind: 'refused', clientSeqNo: '', refusal: message }
  const { OperType: operType = '', ClientSeqNo: clientSeqNo = '' } = message.DecSign ?? {}
  if (!['C', 'D', 'G'].includes(operType))
    return { kind: 'refused', clientSeqNo, refusal: refusal('operType', operType) }
  // A save is not signed: the sample of the import interface leaves the signature empty.
  const refused = operType === 'G' ? undefined : checkSigner(message, checks)
  return refused
    ? { kind: 'refused', clientSeqNo, refusal: refused }
    : { kind: 'right', clientSeqNo, facts: factsOf(message) }
}
