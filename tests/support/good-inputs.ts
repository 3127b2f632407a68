import type { Api } from '../../electron/ipc/contract.ts'

type Rooms = Omit<Api, 'on'>
/** One input that main accepts, for each channel; a new channel does not compile without one. */
type Inputs = {
  readonly [R in keyof Rooms]: {
    readonly [M in keyof Rooms[R]]: Rooms[R][M] extends (input: infer I) => unknown ? I : never
  }
}

const id = '00000000-0000-4000-8000-000000000000'
const mapping = { sheet: 0, headerRow: 0, columns: { '0': 'GName' } }

export const goodInputs: Inputs = {
  app: { info: {}, restart: {}, reportError: { message: 'Error', where: 'test' } },
  settings: { get: {}, save: { signSeparator: '', theme: 'light' } },
  sites: {
    list: {},
    save: {
      site: {
        id,
        name: '演练站点',
        baseAddress: 'https://portal.example/',
        extraCa: '',
        proxy: { kind: 'none', address: '' },
        cardBackend: 'virtual',
      },
    },
    pickFolder: {},
    test: { id },
    use: { id },
  },
  drafts: {
    board: {},
    list: { states: ['draft'], text: '', limit: 10, offset: 0 },
    create: { ieFlag: 'I' },
    open: { id },
    save: { id, rev: 1, message: { DecHead: { IEFlag: 'I' } }, accepted: {}, errors: 0, warnings: 0 },
    copy: { id },
    remove: { id },
    markReady: { id, rev: 1 },
    reopen: { id },
    revisions: { id },
    restore: { id, rev: 1 },
    revision: { id, rev: 1 },
    attach: { id, edocCode: '00000001' },
    detach: { id, attachmentId: id },
    exportXml: { id },
  },
  exchange: { pick: {}, take: { token: id }, exportZip: { ids: [id], what: 'prints' } },
  lists: {
    filters: {},
    saveFilters: { filters: [{ name: '本周退单', filter: { states: ['refused'], text: '轴承', from: '2026-11-23' } }] },
    mark: { ids: [id], marked: true },
    exportXlsx: { filter: { ieFlag: 'I', to: '2026-11-30', marked: true } },
  },
  imports: {
    pick: {},
    read: { token: id },
    preview: { token: id, mapping },
    commit: { token: id, mapping, customer: '演练客户', ieFlag: 'I' },
  },
  card: { status: {}, refresh: {}, changePin: { old: Uint8Array.of(49), next: Uint8Array.of(50) } },
  signing: {
    prepare: { ids: [id] },
    sign: { items: [{ id, digest: '00' }], pin: Uint8Array.of(49, 50, 51) },
  },
  filing: {
    submit: { ids: [id] },
    withdraw: { id },
    timeline: { id },
    ask: { id },
    settle: { id, held: true, seqNo: 'I20260000000000001', reason: '网页上查到' },
    receipts: { unmatched: false },
  },
  outbox: { view: {}, pause: { paused: false }, wake: {} },
  receipts: {
    list: { filter: 'all', text: '', limit: 10 },
    raw: { id: 1 },
    attach: { id: 1, filing: id, reason: '编号抄错' },
    digest: {},
    seen: { upTo: 0 },
    late: {},
    reminders: {},
    remind: { notifications: true, expected: { saved: 30 } },
  },
  printing: { pdf: { id, kind: 'check' }, print: { id, kind: 'check' } },
  practice: { get: {}, set: { outcome: 'release', reason: '', speed: 1, fault: 'none' } },
  codes: { recent: { customer: '' }, note: { customer: '', field: 'DecHead.IEPort', code: '2248' } },
  tariff: {
    versions: {},
    pick: {},
    commit: { token: id, source: '演练来源', validFrom: '2026-01-01' },
    remove: { id: 1 },
    table: { day: '2026-11-27' },
  },
  tasks: { list: {}, cancel: { id } },
  team: {
    get: {},
    save: { people: ['演练员甲', '演练员乙'], who: '演练员甲', reviewRequired: true },
    about: { id },
    step: { id, rev: 1, event: 'askReview', note: '' },
    comment: { id, path: 'DecHead.TradeMode', text: '请核对' },
    resolve: { id, commentId: id },
  },
}
