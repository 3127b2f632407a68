import { createHash } from 'node:crypto'
import { failure } from '../../../domain/failures/index.ts'
import type { HeldApplication } from '../../../domain/portal/members.ts'
import { ok, refuse, type Failure, type Result } from '../../../domain/result.ts'
import type { MemberOutcome } from '../../portal/member-client.ts'
import type { WizardFilesRepo } from '../../store/wizard-files.repo.ts'
import type { MemberDesk } from './member-desk.ts'

type Papers = HeldApplication['papers']

/** `later`: the line, the login or the way broke; what is there already is not sent again. */
export type PapersOutcome =
  | { readonly kind: 'there' | 'stopped' }
  | { readonly kind: 'refused' | 'later'; readonly failure: Failure; readonly name: string }

export interface PaperSenderParts {
  readonly files: WizardFilesRepo
  readonly desk: Pick<MemberDesk, 'call' | 'ask'>
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Refusals that pass by themselves. */
const passing: ReadonlySet<string> = new Set(['account.noSession', 'application.paperHash'])

/** Brings the papers of an application to the portal before it is handed in, each once, one in memory at a time. */
export class PaperSender {
  readonly #parts: PaperSenderParts

  constructor(parts: PaperSenderParts) {
    this.#parts = parts
  }

  /**
   * Sends what the portal does not have yet.
   * @param tell which one is on its way, for the clerk who waits; `false`: he took it back, or the program ends
   */
  async send(wizardId: string, papers: Papers, tell: (text: string) => boolean): Promise<PapersOutcome> {
    if (papers.length === 0) return { kind: 'there' }
    const asked = await this.#parts.desk.call('missingPapers', { sha256: papers.map(({ sha256 }) => sha256) })
    if (asked.kind !== 'done') return heldUp(asked, '')
    const missing = new Set(asked.value.sha256)
    const wanted = papers.filter(({ sha256 }) => missing.has(sha256))
    for (const [at, { sha256, name }] of wanted.entries()) {
      if (!tell(`正在传送材料 ${at + 1}/${wanted.length}：${name}`)) return { kind: 'stopped' }
      const outcome = await this.#sendOne(wizardId, sha256, name)
      if (outcome.kind !== 'there') return outcome
    }
    return { kind: 'there' }
  }

  /** A paper of an application as the authority has it; bytes that are not those of the hash are refused. */
  async readBack(key: string, sha256: string): Promise<Result<Uint8Array>> {
    const answer = await this.#parts.desk.ask('readPaper', { key, sha256 })
    if (!answer.ok) return answer
    const bytes = Buffer.from(answer.value.content, 'base64')
    return hashOf(bytes) === sha256 ? ok(bytes) : refuse(failure('portal.badAnswer', { detail: 'sha256' }))
  }

  async #sendOne(wizardId: string, sha256: string, name: string): Promise<PapersOutcome> {
    const { files, desk } = this.#parts
    const id = files.list(wizardId).find((file) => file.sha256 === sha256)?.id ?? ''
    const content = files.content(wizardId, id)?.content
    if (!content || hashOf(content) !== sha256)
      return { kind: 'refused', failure: failure('wizards.fileDamaged', { name }), name }
    const sent = await desk.call('sendPaper', { sha256, content: Buffer.from(content).toString('base64') })
    if (sent.kind !== 'done') return heldUp(sent, name)
    const isSame = sent.value.sha256 === sha256 && sent.value.bytes === content.length
    return isSame ? { kind: 'there' } : { kind: 'later', failure: failure('application.paperHash'), name }
  }
}

/** Sending a paper twice does no harm: one that may have arrived is tried again like one that surely did not. */
function heldUp(outcome: Exclude<MemberOutcome<unknown>, { kind: 'done' }>, name: string): PapersOutcome {
  const isFinal = outcome.kind === 'refused' && !passing.has(outcome.failure.code)
  return { kind: isFinal ? 'refused' : 'later', failure: outcome.failure, name }
}
