import type { Api } from '../../electron/ipc/contract.ts'

type Rooms = Omit<Api, 'on'>
/** One input that main accepts, for each channel; a new channel does not compile without one. */
type Inputs = {
  readonly [R in keyof Rooms]: {
    readonly [M in keyof Rooms[R]]: Rooms[R][M] extends (input: infer I) => unknown ? I : never
  }
}

const id = '00000000-0000-4000-8000-000000000000'
const code = { smsId: id, smsCode: '123456' }
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
  practice: {
    get: {},
    set: {
      outcome: 'release',
      reason: '',
      speed: 1,
      fault: 'none',
      review: 'approve',
      reviewReason: '',
      card: 'operator',
    },
    begin: { from: 'ready' },
    notices: {},
  },
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
  wizards: {
    list: { kind: 'account' },
    create: { kind: 'account', variant: '', text: {} },
    open: { id },
    save: { id, rev: 1, text: {}, step: 'company', steps: {}, ready: false },
    remove: { id },
    attach: { id, kind: '01' },
    detach: { id, paperId: id },
  },
  account: {
    captcha: {},
    sms: { mobile: '13800000000', purpose: 'register' },
    checkNames: { companyName: '', creditCode: '', userName: 'yanlian' },
    register: { draftId: id, password: Uint8Array.of(49), ...code },
    login: { userName: 'yanlian', password: Uint8Array.of(49), captchaId: id, captcha: 'ABCD' },
    loginChallenge: {},
    loginByCard: { challengeId: id, pin: Uint8Array.of(49) },
    logout: {},
    session: {},
    operators: {},
    invite: { draftId: id },
    setOperator: { userName: 'yanlian', active: true },
    activate: { userName: 'yanlian', code: '123456', password: Uint8Array.of(49) },
    resetPassword: { userName: 'yanlian', password: Uint8Array.of(49), ...code },
    findUserName: { creditCode: '91310115MA9YLBG193', mobile: '13800000000', ...code },
    changePassword: { old: Uint8Array.of(49), next: Uint8Array.of(50) },
    changeMobile: { mobile: '13800000000', ...code },
    changeEmail: { email: 'yanlian@example.com' },
  },
  binding: {
    list: {},
    challenge: { userName: 'yanlian' },
    bind: { challengeId: id, pin: Uint8Array.of(49), reason: '' },
    unbind: { cardNo: '2100010009991', reason: '换卡' },
  },
  qualification: {
    fetch: {},
    kept: {},
    useForDeclarations: {},
    submit: { draftId: id, rev: 1 },
    withdraw: { draftId: id },
    list: {},
    refresh: {},
  },
  cardMedia: {
    submit: { draftId: id, rev: 1 },
    withdraw: { draftId: id },
    list: {},
    refresh: {},
    cards: {},
    grantChallenge: { cardNo: '2100010009991', rights: ['entry', 'declare'] },
    grant: { challengeId: id, pin: Uint8Array.of(49) },
  },
  readiness: { get: { refresh: false } },
}
