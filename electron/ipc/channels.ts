/** Every channel of the bridge by room. The preload builds `window.api` from this list and nothing else. */
export const channels = {
  app: ['info', 'restart', 'reportError'],
  settings: ['get', 'save'],
  sites: ['list', 'save', 'test', 'use'],
  drafts: [
    'board',
    'list',
    'create',
    'open',
    'save',
    'copy',
    'remove',
    'markReady',
    'reopen',
    'revisions',
    'restore',
    'attach',
    'detach',
    'exportXml',
  ],
  imports: ['pick', 'read', 'preview', 'commit'],
  card: ['status', 'refresh', 'changePin'],
  signing: ['prepare', 'sign'],
  filing: ['submit', 'withdraw', 'timeline', 'ask', 'receipts'],
  printing: ['pdf', 'print'],
  practice: ['get', 'set'],
  tasks: ['list', 'cancel'],
} as const

/** Events that main sends to the page. */
export const events = ['card.changed', 'filing.changed', 'tasks.changed', 'drafts.changed', 'store.trouble'] as const
export type EventName = (typeof events)[number]
