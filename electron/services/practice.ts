import { failure } from '../../domain/failures/index.ts'
import type { Fault, PracticeChange, PracticeSettings } from '../../domain/portal/answers.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { Handlers } from '../ipc/contract.ts'
import type { PracticeClient } from '../portal/practice-client.ts'

export interface PracticeParts {
  /** Absent on a real site: then everything here is refused. */
  readonly portal?: Pick<PracticeClient, 'settings' | 'change'>
  /** Pulls or inserts the practice card. */
  readonly card: (change: { readonly cardOut: boolean }) => void
}

type Room = Handlers['practice']
type Settings = Omit<PracticeSettings, 'fault'> & { readonly fault: string }
type Change = Parameters<Room['set']>[0]

/** Faults of the portal; pulling the card is the other kind. */
const portalFault = (fault: Change['fault']): Fault | undefined =>
  fault === undefined ? undefined : fault === 'card-out' ? 'none' : fault

/** How practice goes: outcome, speed, and the fault that is being practised. */
export class PracticeService {
  readonly #parts: PracticeParts
  #cardOut = false

  constructor(parts: PracticeParts) {
    this.#parts = parts
  }

  /** The room of the bridge. */
  handlers(): Room {
    return { get: () => this.get(), set: (change) => this.set(change) }
  }

  /** The settings; refuses `portal.notPractice` on a real site. */
  async get(): Promise<Result<Settings>> {
    const { portal } = this.#parts
    if (!portal) return refuse(failure('portal.notPractice'))
    const settings = await portal.settings()
    if (!settings.ok) return settings
    return ok({ ...settings.value, fault: this.#cardOut ? 'card-out' : settings.value.fault })
  }

  /** Changes what is given; one fault is practised at a time. */
  async set({ fault, ...rest }: Change): Promise<Result<Record<string, never>>> {
    const { portal, card } = this.#parts
    if (!portal) return refuse(failure('portal.notPractice'))
    const onPortal = portalFault(fault)
    const change: PracticeChange = { ...rest, ...(onPortal === undefined ? {} : { fault: onPortal }) }
    const changed = await portal.change(change)
    if (!changed.ok) return changed
    if (fault !== undefined) {
      this.#cardOut = fault === 'card-out'
      card({ cardOut: this.#cardOut })
    }
    return ok({})
  }
}
