import { failure } from '../../domain/failures/index.ts'
import type { Fault, PracticeChange, PracticeSettings } from '../../domain/portal/answers.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { Handlers } from '../ipc/contract.ts'
import type { PracticeClient } from '../portal/practice-client.ts'

export interface PracticeParts {
  /** Absent on a real site: then everything here is refused. */
  readonly portal?: Pick<PracticeClient, 'settings' | 'change' | 'begin' | 'notices'>
  /** Pulls or inserts the practice card, or takes another one. */
  readonly card: (change: { readonly cardOut?: boolean; readonly card?: string }) => void
  /** Told when practice began anew: what was known of account and cards is no longer true. */
  readonly onBegin?: () => void
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
    return {
      get: () => this.get(),
      set: (change) => this.set(change),
      begin: ({ from }) => this.#begin(from),
      notices: () => this.#notices(),
    }
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
  async set({ fault, card: cardName, ...rest }: Change): Promise<Result<Record<string, never>>> {
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
    if (cardName !== undefined) card({ card: cardName })
    return ok({})
  }

  async #begin(from: Parameters<Room['begin']>[0]['from']): Promise<Result<Record<string, never>>> {
    const { portal, onBegin } = this.#parts
    if (!portal) return refuse(failure('portal.notPractice'))
    const begun = await portal.begin(from)
    if (!begun.ok) return begun
    onBegin?.()
    return ok({})
  }

  async #notices(): ReturnType<Room['notices']> {
    const { portal } = this.#parts
    if (!portal) return refuse(failure('portal.notPractice'))
    const notices = await portal.notices()
    return notices.ok ? ok(notices.value.items) : notices
  }
}
