/** The way of one signed message out of the house. Kept as a table so that it can be read and tested whole. */

export const outboxStates = {
  held: '已签名，待提交',
  pending: '待发送',
  sending: '发送中',
  placed: '已交导入客户端',
  unknown: '结果未知',
  accepted: '已送达',
  refused: '被退回',
  withdrawn: '已撤回',
} as const

export type OutboxState = keyof typeof outboxStates

/**
 * What happens to it: the clerk submits or withdraws; a send is answered, lies in the folders of the import client until
 * an answer comes, surely did not arrive, or nobody knows; a question finds it at the portal or finds it absent. A late
 * answer may tell that an earlier file of the same message is held after all.
 */
export const outboxEvents = [
  'submit',
  'withdraw',
  'send',
  'accepted',
  'refused',
  'placed',
  'notSent',
  'unknown',
  'found',
  'absent',
  'heldAfterAll',
] as const

export type OutboxEvent = (typeof outboxEvents)[number]

/**
 * Allowed moves. What is sent twice could be filed twice, so `sending` has no way back to `pending` but the certainty
 * that nothing arrived, and `unknown` has none but an answer of the portal.
 */
const moves: Record<OutboxState, Partial<Record<OutboxEvent, OutboxState>>> = {
  held: { submit: 'pending', withdraw: 'withdrawn', heldAfterAll: 'accepted' },
  pending: { withdraw: 'withdrawn', send: 'sending', heldAfterAll: 'accepted' },
  sending: { accepted: 'accepted', refused: 'refused', placed: 'placed', notSent: 'pending', unknown: 'unknown' },
  placed: { found: 'accepted', refused: 'refused', unknown: 'unknown', heldAfterAll: 'accepted' },
  unknown: { found: 'accepted', absent: 'pending', refused: 'refused', placed: 'placed', heldAfterAll: 'accepted' },
  accepted: {},
  refused: { heldAfterAll: 'accepted' },
  withdrawn: {},
}

/** The state after an event, or `undefined` when the move is not allowed from here. */
export const nextOutbox = (state: OutboxState, event: OutboxEvent): OutboxState | undefined => moves[state][event]

/** States in which the message may still go out; one declaration has at most one such message. */
export const liveOutboxStates = (Object.keys(moves) as OutboxState[]).filter((state) =>
  Object.keys(moves[state]).some((event) => event !== 'heldAfterAll'),
)
