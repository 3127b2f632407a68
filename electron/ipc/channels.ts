/** Every channel of the bridge by room. The preload builds `window.api` from this list and nothing else. */
export const channels = {
  app: ['info', 'restart', 'reportError'],
  settings: ['get', 'save'],
  sites: ['list', 'pickFolder', 'save', 'test', 'use'],
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
    'revision',
    'attach',
    'detach',
    'exportXml',
  ],
  exchange: ['pick', 'take', 'exportZip'],
  lists: ['filters', 'saveFilters', 'mark', 'exportXlsx'],
  imports: ['pick', 'read', 'preview', 'commit'],
  card: ['status', 'refresh', 'changePin'],
  signing: ['prepare', 'sign'],
  filing: ['submit', 'withdraw', 'timeline', 'ask', 'settle', 'receipts'],
  outbox: ['view', 'pause', 'wake'],
  receipts: ['list', 'raw', 'attach', 'digest', 'seen', 'late', 'reminders', 'remind'],
  printing: ['pdf', 'print'],
  practice: ['get', 'set'],
  codes: ['recent', 'note'],
  tariff: ['versions', 'pick', 'commit', 'remove', 'table'],
  tasks: ['list', 'cancel'],
  team: ['get', 'save', 'about', 'step', 'comment', 'resolve'],
} as const

/** Events that main sends to the page. */
export const events = ['card.changed', 'filing.changed', 'tasks.changed', 'drafts.changed', 'store.trouble'] as const
export type EventName = (typeof events)[number]
