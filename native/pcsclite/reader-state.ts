import type { ReaderState } from './library.ts'

/** Bits of dwEventState; the upper half counts insertions and removals. */
const flags = {
  changed: 0x0002,
  unknown: 0x0004,
  unavailable: 0x0008,
  empty: 0x0010,
  present: 0x0020,
  exclusive: 0x0080,
  inUse: 0x0100,
  mute: 0x0200,
} as const

/** What lies in a reader (pcsclite: the `status` event of a reader). */
export interface ReaderStatus {
  readonly reader: string
  readonly card: 'absent' | 'present' | 'mute'
  /** Another program holds the card for itself. */
  readonly exclusive: boolean
  readonly atr: Uint8Array
  /** Insertions and removals so far: a new number is a new insertion, however quick the hand was. */
  readonly changes: number
}

/** The bell for new and lost readers; its state is the number of readers in the upper half. */
export const notificationName = '\\\\?PnP?\\Notification'

/** A state to ask with: `0` answers at once, the last one answers when it changes. */
export const askFor = (reader: string, current: number): ReaderState => ({
  szReader: reader,
  pvUserData: null,
  dwCurrentState: current,
  dwEventState: 0,
  cbAtr: 0,
  rgbAtr: new Uint8Array(36),
})

/** The state to ask with next time: what was told, without "changed". */
export const settled = (state: ReaderState): number => Number(state.dwEventState) & ~flags.changed

/** Does a state that was told hold a card? */
export const holdsCard = (bits: number): boolean => (bits & flags.present) !== 0

/** Reads what the library told of one reader; `undefined` when the reader is gone. */
export function readStatus(state: ReaderState): ReaderStatus | undefined {
  const bits = Number(state.dwEventState)
  if (bits & (flags.unknown | flags.unavailable)) return undefined
  const present = (bits & flags.present) !== 0
  return {
    reader: state.szReader,
    card: !present ? 'absent' : bits & flags.mute ? 'mute' : 'present',
    exclusive: (bits & flags.exclusive) !== 0,
    atr: present ? Uint8Array.from(state.rgbAtr).slice(0, Number(state.cbAtr)) : new Uint8Array(),
    changes: bits >>> 16,
  }
}
