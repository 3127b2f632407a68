import stored from '../codes/tables/receipt_channel.json' with { type: 'json' }
import { decodeTable } from '../codes/decode-table.ts'
import type { DeclarationEvent } from '../states/declaration.ts'

/** What a channel letter says. */
export interface Channel {
  readonly code: string
  readonly meaning: string
  /** In the format note of 2018; the others were only seen in programs. */
  readonly official: boolean
  /** What it does to the declaration; absent: it is only added to the time line. */
  readonly event?: DeclarationEvent
}

/**
 * Letters that move a declaration. Left out on purpose, so that an uncertain letter never changes a state:
 * 1 (undocumented), 2 and 6 (passed on to the data centre, 3 and 7 confirm), A and H (handled by hand at customs, the
 * outcome comes later), M (examined again), N (files to be sent again), X (may enter the port, one harbour only),
 * a b c d (inspection papers), f0 (error of a client).
 */
const events: Readonly<Record<string, DeclarationEvent>> = {
  0: 'saved',
  S0: 'saved',
  // 上载: the data centre has it, it is not declared.
  3: 'saved',
  // Uploaded, not declared for want of the right to declare: what was sent is kept as a draft there.
  8: 'saved',
  7: 'filed',
  L: 'stored',
  G: 'examined',
  J: 'examined',
  C: 'inspecting',
  S: 'inspecting',
  T: 'taxDue',
  B: 'released',
  F: 'released',
  K: 'released',
  // W names both 审结 and 验放, I also 查验; in the order seen in practice both come as the paperless release.
  W: 'released',
  I: 'released',
  // Not in the official list; elsewhere described as 查验. The note of the receipt must be shown beside it.
  P: 'released',
  R: 'closed',
  D: 'refused',
  E: 'refused',
  Y: 'refused',
  Z: 'refused',
  4: 'refused',
  9: 'refused',
  F1: 'refused',
}

const channels = new Map<string, Channel>(
  decodeTable(stored).rows.map(({ code, name, more }) => {
    const event = events[code]
    const official = more?.official_2018 === 'true'
    return [code, { code, meaning: name, official, ...(event === undefined ? {} : { event }) }]
  }),
)

/** The meaning of a channel letter (case matters), or `undefined` for a letter that nobody has described. */
export const channelOf = (code: string): Channel | undefined => channels.get(code)

/** Every known letter. */
export const allChannels = (): Channel[] => [...channels.values()]
