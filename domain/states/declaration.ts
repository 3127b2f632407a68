/** What a declaration is, and what may happen to it next. Kept as a table so that it can be read and tested whole. */

export const declarationStates = {
  draft: '草稿',
  made: '已制单',
  inReview: '待复核',
  reviewed: '已复核',
  ready: '待签名',
  queued: '已签待发',
  sending: '发送中',
  unknown: '结果未知',
  saved: '已暂存',
  filed: '申报成功',
  stored: '海关入库',
  examined: '审结',
  inspecting: '查验',
  taxDue: '待缴税',
  released: '放行',
  closed: '结关',
  refused: '退单/退回',
} as const

export type DeclarationState = keyof typeof declarationStates

/** Things that happen: what the clerk does, what the outbox learns, what a receipt says. */
export const declarationEvents = [
  'make',
  'askReview',
  'approve',
  'sendBack',
  'markReady',
  'reopen',
  'sign',
  'withdraw',
  'send',
  'sendFailed',
  'sendUnknown',
  'heldAfterAll',
  'saved',
  'filed',
  'stored',
  'examined',
  'inspecting',
  'taxDue',
  'released',
  'closed',
  'refused',
] as const

export type DeclarationEvent = (typeof declarationEvents)[number]

const early = { saved: 'saved', filed: 'filed', refused: 'refused' } as const
const atCustoms = {
  filed: 'filed',
  stored: 'stored',
  examined: 'examined',
  inspecting: 'inspecting',
  taxDue: 'taxDue',
  released: 'released',
  closed: 'closed',
  refused: 'refused',
} as const

/** Allowed moves. A receipt that is not in the row only adds to the time line. */
const moves: Record<DeclarationState, Partial<Record<DeclarationEvent, DeclarationState>>> = {
  // Where a desk reviews with four eyes (a setting) the way leads over the three states between; else straight on.
  draft: { make: 'made', markReady: 'ready' },
  made: { reopen: 'draft', askReview: 'inReview', markReady: 'ready' },
  inReview: { reopen: 'draft', sendBack: 'draft', approve: 'reviewed' },
  reviewed: { reopen: 'draft', markReady: 'ready' },
  ready: { reopen: 'draft', sign: 'queued' },
  // `heldAfterAll`: a message that was written anew, and the first one is at the portal: it must not go out again.
  queued: { withdraw: 'ready', send: 'sending', heldAfterAll: 'saved' },
  sending: { ...atCustoms, ...early, sendFailed: 'queued', sendUnknown: 'unknown', heldAfterAll: 'saved' },
  unknown: { ...atCustoms, ...early, sendFailed: 'queued', send: 'sending', heldAfterAll: 'saved' },
  saved: { ...atCustoms },
  filed: { ...atCustoms, filed: 'filed' },
  stored: { ...atCustoms, filed: 'stored' },
  examined: { ...atCustoms, filed: 'examined', stored: 'examined' },
  inspecting: { ...atCustoms, filed: 'inspecting', stored: 'inspecting', examined: 'inspecting' },
  taxDue: { ...atCustoms, filed: 'taxDue', stored: 'taxDue', examined: 'taxDue' },
  released: { closed: 'closed', refused: 'refused' },
  closed: {},
  refused: { reopen: 'draft', heldAfterAll: 'saved' },
}

/** The state after an event, or `undefined` when the move is not allowed from here. */
export const next = (state: DeclarationState, event: DeclarationEvent): DeclarationState | undefined =>
  moves[state][event]

/** Events that are allowed now. */
export const allowed = (state: DeclarationState): DeclarationEvent[] => Object.keys(moves[state]) as DeclarationEvent[]

/** The form may be edited only here. */
export const editable = (state: DeclarationState): boolean => state === 'draft'

const before: readonly DeclarationState[] = ['draft', 'made', 'inReview', 'reviewed', 'ready']

/** Not signed yet: nothing of it can be at the portal. */
export const unsigned = (state: DeclarationState): boolean => before.includes(state)
