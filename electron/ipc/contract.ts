import * as z from 'zod'
import { declarationStates, type DeclarationState } from '../../domain/states/declaration.ts'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import { decMessageSchema } from '../../domain/fields/declaration/schema.ts'
import type { Result } from '../../domain/result.ts'
import { cardStates } from '../../domain/states/card.ts'

/**
 * The whole bridge: for each channel the input that main accepts and the output that it gives.
 * Inputs are strict (unknown keys are refused). No path, URL or channel name is ever an argument:
 * files are chosen by main's dialog and named by a token.
 */
const id = z.string().min(1).max(64)
const nothing = z.strictObject({})
const text = z.string().max(4000)
const short = z.string().max(200)
const done = z.strictObject({})
const state = z.enum(Object.keys(declarationStates) as [DeclarationState, ...DeclarationState[]])
const ieFlag = z.enum(['I', 'E'])

const summary = z.object({
  id,
  ieFlag,
  state,
  /** Our own number, 18 characters, ClientSeqNo of the message. */
  clientSeqNo: short,
  customer: short,
  billNo: short,
  contractNo: short,
  tradeMode: short,
  lines: z.number(),
  /** 统一编号 and 海关编号 once receipts brought them. */
  seqNo: short,
  entryId: short,
  rev: z.number(),
  createdAt: short,
  updatedAt: short,
  /** Red and yellow findings at the last save. */
  errors: z.number(),
  warnings: z.number(),
})

/** 报关单 in the state of one revision. */
const draft = z.object({
  summary,
  message: decMessageSchema,
  attachments: z.array(
    z.object({
      id,
      edocCode: short,
      name: short,
      bytes: z.number(),
      pdf: z.boolean(),
      encrypted: z.boolean(),
    }),
  ),
  /** Yellow findings accepted by the clerk: `rule|path` → note. */
  accepted: z.record(z.string(), text),
})

const problem = z.object({ severity: z.enum(['error', 'warn']), text })
const mapping = z.strictObject({
  sheet: z.number().int().min(0).max(500),
  headerRow: z.number().int().min(0).max(100000),
  /** Column index → field name of `domain/fields/import-columns`; unmapped columns are left out. */
  columns: z.record(z.string().max(8), z.string().max(60)),
})

const cardStatus = z.object({
  state: z.enum(cardStates),
  backend: z.enum(['virtual', 'pcsc', 'eport', 'skf']),
  /** Broken link in Chinese: one sentence, and the label of the one button. */
  sentence: text,
  action: text,
  reader: short,
  cardNo: short,
  holder: short,
  company: short,
  copCode: short,
  kind: z.enum(['operator', 'legal', 'unknown']),
  rights: z.array(z.enum(['entry', 'declare'])),
  notBefore: short,
  notAfter: short,
  algorithm: z.enum(['SM2', 'RSA', 'unknown']),
  /** Tries left; -1 unknown, 0 blocked. */
  triesLeft: z.number(),
  /** What the clerk should know although all works: tries lost, certificate about to end, factory PIN. */
  notice: text.optional(),
})

/** A PIN as bytes. The card itself says which lengths it takes. */
const pin = z.instanceof(Uint8Array).refine((bytes) => bytes.length >= 1 && bytes.length <= 16)

const task = z.object({
  id,
  title: short,
  done: z.number(),
  total: z.number(),
  state: z.enum(['running', 'finished', 'cancelled', 'failed']),
  text,
})

const signItem = z.object({
  id,
  title: short,
  clientSeqNo: short,
  /** SM3 of the signed text, hex. */
  digest: short,
  /** Human summary: label → value. */
  facts: z.array(z.object({ label: short, value: text })),
  /** Exactly the text that is signed. */
  signedText: z.string(),
  /** Why it cannot be signed; empty when it can. */
  refusals: z.array(text),
})

const entry = z.object({
  at: short,
  kind: z.enum(['own', 'send', 'receipt', 'trouble']),
  title: short,
  channel: short,
  note: text,
  seqNo: short,
  entryId: short,
})

const company = z.strictObject({
  agentCode: short,
  agentCodeScc: short,
  agentName: short,
  copCode: short,
  copCodeScc: short,
  copName: short,
  typistNo: short,
  inputerName: short,
  declareName: short,
  declarantNo: short,
  phone: short,
})

const site = z.strictObject({
  id: z.string().max(64),
  name: short,
  baseAddress: z.string().max(300),
  /** PEM of an extra certificate authority, for this site only. */
  extraCa: z.string().max(20000),
  /** PEM of the authorities that issue this site's operator cards, one after the other; none is shipped. */
  cardCa: z.string().max(40000).optional(),
  proxy: z.strictObject({ kind: z.enum(['system', 'none', 'http']), address: z.string().max(300) }),
  cardBackend: z.enum(['virtual', 'pcsc', 'eport', 'skf']),
})

export const contract = {
  app: {
    info: {
      input: nothing,
      output: z.object({
        version: short,
        electron: short,
        chrome: short,
        node: short,
        sqlite: short,
        /** `official` or `fallback`: which Electron runtime set-up chose. */
        runtime: short,
        practice: z.boolean(),
        siteName: short,
        /** Today as the desk sees it, yyyy-MM-dd. */
        today: short,
        encryption: z.boolean(),
      }),
    },
    restart: { input: nothing, output: done },
    reportError: { input: z.strictObject({ message: text, where: text }), output: done },
  },
  settings: {
    get: {
      input: nothing,
      output: z.object({ company, signSeparator: short, theme: z.enum(['light', 'dark', 'system']) }),
    },
    save: {
      input: z.strictObject({
        company: company.optional(),
        signSeparator: short.optional(),
        theme: z.enum(['light', 'dark', 'system']).optional(),
      }),
      output: done,
    },
  },
  sites: {
    list: { input: nothing, output: z.object({ active: id, sites: z.array(site) }) },
    save: { input: z.strictObject({ site }), output: z.object({ id }) },
    test: {
      input: z.strictObject({ id }),
      output: z.object({ steps: z.array(z.object({ name: short, ok: z.boolean(), text })) }),
    },
    use: { input: z.strictObject({ id }), output: done },
  },
  drafts: {
    board: {
      input: nothing,
      output: z.object({
        counts: z.partialRecord(state, z.number()),
        today: z.partialRecord(state, z.number()),
        recent: z.array(summary),
      }),
    },
    list: {
      input: z.strictObject({
        states: z.array(state).max(20).optional(),
        text: short.optional(),
        limit: z.number().int().min(1).max(500).optional(),
        offset: z.number().int().min(0).optional(),
      }),
      output: z.object({ total: z.number(), rows: z.array(summary) }),
    },
    create: { input: z.strictObject({ ieFlag }), output: draft },
    open: { input: z.strictObject({ id }), output: draft },
    save: {
      input: z.strictObject({
        id,
        /** Revision that the form started from; a newer one on disk is refused with `store.stale`. */
        rev: z.number().int(),
        message: decMessageSchema,
        accepted: z.record(z.string().max(200), z.string().max(500)),
        errors: z.number().int().min(0),
        warnings: z.number().int().min(0),
      }),
      output: z.object({ rev: z.number(), savedAt: short }),
    },
    copy: { input: z.strictObject({ id }), output: z.object({ id }) },
    remove: { input: z.strictObject({ id }), output: done },
    markReady: { input: z.strictObject({ id, rev: z.number().int() }), output: summary },
    reopen: { input: z.strictObject({ id }), output: summary },
    revisions: {
      input: z.strictObject({ id }),
      output: z.array(z.object({ rev: z.number(), savedAt: short, lines: z.number(), bytes: z.number() })),
    },
    restore: { input: z.strictObject({ id, rev: z.number().int() }), output: draft },
    attach: { input: z.strictObject({ id, edocCode: z.string().regex(/^\d{8}$/) }), output: draft.nullable() },
    detach: { input: z.strictObject({ id, attachmentId: id }), output: draft },
    exportXml: { input: z.strictObject({ id }), output: z.object({ saved: z.boolean() }) },
  },
  imports: {
    pick: { input: nothing, output: z.object({ token: id, fileName: short, bytes: z.number() }).nullable() },
    read: {
      input: z.strictObject({ token: id }),
      output: z.object({
        sheets: z.array(
          z.object({
            name: short,
            rows: z.number(),
            headerRow: z.number(),
            /** Column titles of the found header row with up to three sample texts. */
            columns: z.array(z.object({ index: z.number(), title: short, samples: z.array(short) })),
            suggested: z.record(z.string(), z.string()),
          }),
        ),
        /** Index of the sheet that looks most like a goods list. */
        best: z.number(),
        /** Mapping saved for this header by an earlier import, for this file's sheet and columns. */
        remembered: z.object({ customer: short, mapping }).nullable(),
      }),
    },
    preview: {
      input: z.strictObject({ token: id, mapping }),
      output: z.object({
        fields: z.array(short),
        rows: z.array(
          z.object({
            row: z.number(),
            cells: z.array(z.object({ value: text, raw: text, problem: problem.nullable() })),
          }),
        ),
        totals: z.array(z.object({ label: short, value: short, problem: problem.nullable() })),
        errors: z.number(),
        warnings: z.number(),
      }),
    },
    commit: {
      input: z.strictObject({ token: id, mapping, customer: z.string().min(1).max(100), ieFlag }),
      output: z.object({ ids: z.array(id) }),
    },
  },
  card: {
    status: { input: nothing, output: cardStatus },
    /** Looks again at cards that do not work: the one button of the card line. */
    refresh: { input: nothing, output: cardStatus },
    /** One presentation of the old PIN. Both travel once, as bytes, and are zeroed at each hop. */
    changePin: { input: z.strictObject({ old: pin, next: pin }), output: cardStatus },
  },
  signing: {
    prepare: {
      input: z.strictObject({ ids: z.array(id).min(1).max(500) }),
      output: z.object({ items: z.array(signItem), card: cardStatus }),
    },
    sign: {
      /** The PIN travels once, as bytes, and is zeroed at each hop. `digests` pins what the clerk saw. */
      input: z.strictObject({
        items: z
          .array(z.strictObject({ id, digest: short }))
          .min(1)
          .max(500),
        pin,
      }),
      output: z.object({
        items: z.array(z.object({ id, outcome: z.enum(['signed', 'skipped', 'refused']), text })),
        card: cardStatus,
      }),
    },
  },
  filing: {
    submit: { input: z.strictObject({ ids: z.array(id).min(1).max(500) }), output: z.object({ queued: z.number() }) },
    withdraw: { input: z.strictObject({ id }), output: summary },
    timeline: { input: z.strictObject({ id }), output: z.object({ summary, entries: z.array(entry) }) },
    ask: { input: z.strictObject({ id }), output: summary },
    receipts: { input: z.strictObject({ unmatched: z.boolean() }), output: z.array(entry) },
  },
  printing: {
    /** `kind`: the official layout or the check print for the customer. Answers `saved: false` when the dialog was closed. */
    pdf: {
      input: z.strictObject({ id, kind: z.enum(['declaration', 'check']) }),
      output: z.object({ saved: z.boolean(), pages: z.number() }),
    },
    print: {
      input: z.strictObject({ id, kind: z.enum(['declaration', 'check']) }),
      output: z.object({ sent: z.boolean() }),
    },
  },
  practice: {
    get: {
      input: nothing,
      output: z.object({
        outcome: z.enum(['release', 'refuse', 'inspect', 'tax']),
        reason: text,
        speed: z.number(),
        fault: short,
      }),
    },
    set: {
      input: z.strictObject({
        outcome: z.enum(['release', 'refuse', 'inspect', 'tax']).optional(),
        reason: text.optional(),
        /** Seconds between two receipts. */
        speed: z.number().min(0).max(3600).optional(),
        /** Faults to practise: none, the card pulled, the portal down, the answer lost. */
        fault: z.enum(['none', 'card-out', 'portal-down', 'answer-lost']).optional(),
      }),
      output: done,
    },
  },
  tasks: { list: { input: nothing, output: z.array(task) }, cancel: { input: z.strictObject({ id }), output: done } },
} as const

/** What each event carries. */
export const eventPayloads = {
  'card.changed': cardStatus,
  'filing.changed': z.object({ id, state, title: short }),
  'tasks.changed': z.array(task),
  'drafts.changed': z.object({ id }),
  'store.trouble': z.object({ code: short, what: text, why: text, todo: text }),
} as const

type Contract = typeof contract
type Channel = { input: z.ZodType; output: z.ZodType }
type Call<C> = C extends Channel ? (input: z.input<C['input']>) => Promise<Result<z.output<C['output']>>> : never

/** `window.api` as the page sees it. */
export type Api = { [R in keyof Contract]: { [M in keyof Contract[R]]: Call<Contract[R][M]> } } & {
  on<E extends keyof typeof eventPayloads>(
    name: E,
    listener: (payload: z.output<(typeof eventPayloads)[E]>) => void,
  ): () => void
}

/** What main has to provide: the same without the envelope of the page. */
export type Handlers = {
  [R in keyof Contract]: {
    [M in keyof Contract[R]]: Contract[R][M] extends Channel
      ? (input: z.output<Contract[R][M]['input']>) => Promise<Result<z.input<Contract[R][M]['output']>>>
      : never
  }
}

export type DraftSummary = z.output<typeof summary>
export type Draft = z.output<typeof draft> & { message: DecMessage }
export type CardStatus = z.output<typeof cardStatus>
export type TaskStatus = z.output<typeof task>
export type TimelineEntry = z.output<typeof entry>
export type SignItem = z.output<typeof signItem>
export type CompanyProfile = z.output<typeof company>
export type Site = z.output<typeof site>
export type ImportMapping = z.output<typeof mapping>
