import { createHash } from 'node:crypto'
import { paperKind, paperLimits } from '../../../domain/preparation/paper-file.ts'
import type { MemberAnswer, MemberBody } from '../../../domain/portal/members.ts'
import { done, no, type MemberResult } from './answer.ts'
import type { MemberParts } from './parts.ts'
import type { Member } from './people.ts'

/** Takes the papers of applications in and gives them back to the company that sent them. */
export class PaperDesk {
  readonly #papers: MemberParts['papers']

  constructor({ papers }: Pick<MemberParts, 'papers'>) {
    this.#papers = papers
  }

  missing({ sha256 }: MemberBody<'missingPapers'>, { company }: Member): MemberAnswer<'missingPapers'> {
    return { sha256: sha256.filter((hash) => this.#papers.known(company.id, hash) === undefined) }
  }

  /** Nothing is believed of what was sent: hash, size and kind are those of the bytes that arrived. */
  take({ sha256, content }: MemberBody<'sendPaper'>, { company }: Member): MemberResult<MemberAnswer<'sendPaper'>> {
    const bytes = Buffer.from(content, 'base64')
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) return no('paper-hash')
    if (bytes.length > paperLimits.bytes) return no('paper-size')
    const type = paperKind(bytes)
    if (type === undefined) return no('paper-type')
    this.#papers.add(company.id, { sha256, type, content: bytes })
    return done({ sha256, bytes: bytes.length, type })
  }

  read({ key, sha256 }: MemberBody<'readPaper'>, { company }: Member): MemberResult<MemberAnswer<'readPaper'>> {
    const content = this.#papers.content(company.id, key, sha256)
    return content ? done({ sha256, content: Buffer.from(content).toString('base64') }) : no('no-paper')
  }
}
