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
    attach: { id, edocCode: '00000001' },
    detach: { id, attachmentId: id },
    exportXml: { id },
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
    receipts: { unmatched: false },
  },
  printing: { pdf: { id, kind: 'check' }, print: { id, kind: 'check' } },
  practice: { get: {}, set: { outcome: 'release', reason: '', speed: 1, fault: 'none' } },
  tasks: { list: {}, cancel: { id } },
}
