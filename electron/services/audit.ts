import { deeds as deedTitles } from '../../domain/audit/deeds.ts'
import type { AuditEntry } from '../../domain/audit/entry.ts'
import { factText } from '../../domain/audit/fact-text.ts'
import { auditLines } from '../../domain/audit/file.ts'
import { ok, type Result } from '../../domain/result.ts'
import type { AuditLine, Handlers } from '../ipc/contract.ts'
import type { AuditRepo } from '../store/audit.repo.ts'
import { localDay } from './local-day.ts'

type Room = Handlers['audit']

export interface AuditParts {
  readonly trail: AuditRepo
  readonly siteName: string
  readonly now: () => number
  /** Main's dialog; `false` when it was closed. */
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<boolean>>
}

const pageLength = 200

/** The audit trail on the page: look, verify, take away. */
export class AuditService implements Room {
  readonly #parts: AuditParts

  constructor(parts: AuditParts) {
    this.#parts = parts
  }

  list: Room['list'] = ({ before = Number.MAX_SAFE_INTEGER, limit = pageLength }) =>
    Promise.resolve(ok(this.#parts.trail.page(before, limit).map(lineOf)))

  verify: Room['verify'] = async () => {
    const { end, fault } = await this.#parts.trail.check()
    return ok({ ...end, fault: fault ?? null })
  }

  save: Room['save'] = async () => {
    const { trail, siteName, now, saveFile } = this.#parts
    const exportedAt = new Date(now()).toISOString()
    const bytes = Buffer.from([...auditLines({ exportedAt, site: siteName }, trail.entries())].join(''))
    const saved = await saveFile(`操作记录-${localDay(now())}.jsonl`, bytes)
    if (!saved.ok) return saved
    if (saved.value) trail.append({ deed: 'audit.exported', facts: { bytes: bytes.length } })
    return ok({ saved: saved.value })
  }
}

/** An entry as the page shows it; what the program did by itself has no name. */
function lineOf({ n, at, who, card, deed, subject, facts }: AuditEntry): AuditLine {
  const title = deed in deedTitles ? deedTitles[deed as keyof typeof deedTitles] : deed
  return { n, at, who: who === '' && card === '' ? '程序' : who, card, title, subject, facts: factText(facts) }
}
