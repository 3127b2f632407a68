import * as z from 'zod'
import type { DecMessage } from '../../domain/fields/declaration/dec-message.ts'
import type { Result } from '../../domain/result.ts'
import { account, type operator, type session } from './rooms/account.ts'
import { app } from './rooms/app.ts'
import { binding, type cardBinding } from './rooms/binding.ts'
import { codes } from './rooms/codes.ts'
import { audit, type auditEntry } from './rooms/audit.ts'
import { card } from './rooms/card.ts'
import { cardMedia, type issuedCard } from './rooms/card-media.ts'
import { type diagnosticsStep, diagnostics } from './rooms/diagnostics.ts'
import { type draft, drafts } from './rooms/drafts.ts'
import { exchange } from './rooms/exchange.ts'
import { figures } from './rooms/figures.ts'
import { type entry, filing } from './rooms/filing.ts'
import { outbox } from './rooms/outbox.ts'
import { receipts } from './rooms/receipts.ts'
import type { mapping } from './rooms/imports.ts'
import { imports } from './rooms/imports.ts'
import { lists } from './rooms/lists.ts'
import { memory } from './rooms/memory.ts'
import { keeping } from './rooms/keeping.ts'
import { practice } from './rooms/practice.ts'
import type { application, challenge } from './rooms/preparation.ts'
import { printing } from './rooms/printing.ts'
import { qualification } from './rooms/qualification.ts'
import { formPrints } from './rooms/form-prints.ts'
import { readiness } from './rooms/readiness.ts'
import { type company, settings } from './rooms/settings.ts'
import type { signItem } from './rooms/signing.ts'
import { signing } from './rooms/signing.ts'
import { type site, sites } from './rooms/sites.ts'
import { tariff } from './rooms/tariff.ts'
import { task, tasks } from './rooms/tasks.ts'
import { team } from './rooms/team.ts'
import type { listFilter, summary } from './rooms/shapes.ts'
import { wizards, type wizard, type wizardSummary } from './rooms/wizards.ts'
import { cardStatus, id, short, state, text } from './rooms/shapes.ts'

/**
 * The whole bridge: for each channel the input that main accepts and the output that it gives, a file a room.
 * Inputs are strict (unknown keys are refused). No path, URL or channel name is ever an argument:
 * files are chosen by main's dialog and named by a token.
 */
export const contract = {
  app,
  audit,
  diagnostics,
  keeping,
  settings,
  sites,
  drafts,
  exchange,
  memory,
  figures,
  lists,
  imports,
  card,
  signing,
  filing,
  outbox,
  receipts,
  printing,
  practice,
  codes,
  tariff,
  tasks,
  team,
  wizards,
  account,
  binding,
  qualification,
  cardMedia,
  readiness,
  formPrints,
} as const

/** What each event carries. */
export const eventPayloads = {
  'card.changed': cardStatus,
  'filing.changed': z.object({ id, state, title: short }),
  'tasks.changed': z.array(task),
  'drafts.changed': z.object({ id }),
  'store.trouble': z.object({ code: short, what: text, why: text, todo: text }),
  /** A draft, an application, the account or the cards changed: pages of the preparations look again. */
  'preparation.changed': z.object({}),
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

export type ListFilter = z.output<typeof listFilter>
export type DraftSummary = z.output<typeof summary>
export type Draft = z.output<typeof draft> & { message: DecMessage }
export type CardStatus = z.output<typeof cardStatus>
export type TaskStatus = z.output<typeof task>
export type TimelineEntry = z.output<typeof entry>
export type SignItem = z.output<typeof signItem>
export type CompanyProfile = z.output<typeof company>
export type Site = z.output<typeof site>
export type AuditLine = z.output<typeof auditEntry>
export type DiagnosticsStep = z.output<typeof diagnosticsStep>
export type ImportMapping = z.output<typeof mapping>
export type WizardSummary = z.output<typeof wizardSummary>
export type Wizard = z.output<typeof wizard>
export type Session = z.output<typeof session>
export type Operator = z.output<typeof operator>
export type CardBinding = z.output<typeof cardBinding>
export type IssuedCard = z.output<typeof issuedCard>
export type Application = z.output<typeof application>
export type Challenge = z.output<typeof challenge>
export type Readiness = z.output<typeof readiness.get.output>
