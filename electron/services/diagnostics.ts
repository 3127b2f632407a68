import { ok, type Result } from '../../domain/result.ts'
import type { DiagnosticsStep, Handlers } from '../ipc/contract.ts'
import type { Deeds } from '../store/audit.repo.ts'
import { checkDesk, type DeskProbe } from './diagnostics/check-desk.ts'
import { supportZip, type SupportFacts } from './diagnostics/support-zip.ts'
import { localDay } from './local-day.ts'

type Room = Handlers['diagnostics']

export interface DiagnosticsParts {
  readonly probe: DeskProbe
  /** Facts of the desk beside the steps, gathered when they are asked for. */
  readonly facts: () => Promise<Omit<SupportFacts, 'at' | 'steps'>>
  readonly deeds: Deeds
  readonly copyText: (text: string) => void
  /** Main's dialog; `false` when it was closed. */
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<boolean>>
}

interface Checked {
  readonly at: string
  readonly steps: DiagnosticsStep[]
}

const words = { good: '正常', warn: '注意', bad: '故障', skipped: '不适用' } as const

/** The numbered self-check, and one file for the support that holds no secret. */
export class DiagnosticsService implements Room {
  readonly #parts: DiagnosticsParts
  #last: Checked | undefined

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts
  }

  check: Room['check'] = async () => ok(await this.#check())

  copy: Room['copy'] = async () => {
    const { at, steps } = this.#last ?? (await this.#check())
    const lines = steps.map(({ number, name, state, code }) => `${number} ${name} ${words[state]} ${code}`.trim())
    this.#parts.copyText([`自检 ${at}`, ...lines].join('\n'))
    return ok({})
  }

  support: Room['support'] = async () => {
    const { facts, saveFile, deeds } = this.#parts
    const bytes = supportZip({ ...(await this.#check()), ...(await facts()) })
    const saved = await saveFile(`支持文件-${localDay(this.#parts.probe.now())}.zip`, bytes)
    if (!saved.ok) return saved
    if (saved.value) deeds.append({ deed: 'support.exported', facts: { bytes: bytes.length } })
    return ok({ saved: saved.value })
  }

  async #check(): Promise<Checked> {
    this.#last = { at: this.#at(), steps: await checkDesk(this.#parts.probe) }
    return this.#last
  }

  #at(): string {
    return new Date(this.#parts.probe.now()).toISOString()
  }
}
