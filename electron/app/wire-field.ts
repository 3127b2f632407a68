import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { loadCodeBook } from '../../domain/codes/code-book.ts'
import { pemsOf } from '../../domain/crypto/pem.ts'
import { failure } from '../../domain/failures/index.ts'
import { validateDecMessage } from '../../domain/message/validate.ts'
import { checkDeclaration } from '../../domain/rules/index.ts'
import type { Result } from '../../domain/result.ts'
import { CardClient } from '../card/card-client.ts'
import type { Handlers, Site } from '../ipc/contract.ts'
import type { Portal } from '../portal/portal.ts'
import { PortalClient } from '../portal/portal-client.ts'
import { PracticeClient } from '../portal/practice-client.ts'
import type { DraftsService } from '../services/drafts.ts'
import { CardService } from '../services/card.ts'
import { ChallengeService } from '../services/card-challenge.ts'
import { FilingService } from '../services/filing.ts'
import { declaredOn } from '../services/filings/declared-on.ts'
import { FilingBook } from '../services/filings/filing-book.ts'
import { ReceiptIntake } from '../services/filings/receipt-intake.ts'
import { queryOf } from '../services/drafts/list-query.ts'
import { ImportsService } from '../services/imports/imports-service.ts'
import { localDay } from '../services/local-day.ts'
import { OutboxService } from '../services/outbox.ts'
import { PracticePortal } from '../services/practice-portal.ts'
import { PracticeService } from '../services/practice.ts'
import { PrintingService } from '../services/printing/printing-service.ts'
import { ReceiptService } from '../services/receipts.ts'
import { usualSigning, type SettingsService } from '../services/settings.ts'
import { SigningService } from '../services/signing.ts'
import type { SiteProfiles } from '../services/sites/site-profiles.ts'
import { siteTarget } from '../services/sites/site-target.ts'
import type { TasksService } from '../services/tasks.ts'
import type { MemoryService } from '../services/memory.ts'
import type { TeamService } from '../services/team.ts'
import { realTimers } from '../services/timers.ts'
import type { AuditRepo } from '../store/audit.repo.ts'
import type { AttachmentsRepo } from '../store/attachments.repo.ts'
import { DraftListRepo } from '../store/draft-list.repo.ts'
import type { DraftsRepo } from '../store/drafts.repo.ts'
import { ImportMappingsRepo } from '../store/import-mappings.repo.ts'
import { TariffRepo } from '../store/tariff.repo.ts'
import { withTariff } from '../services/tariff/tariff-book.ts'
import { OutboxRepo } from '../store/outbox.repo.ts'
import { ReceiptsRepo } from '../store/receipts.repo.ts'
import { SettingsRepo } from '../store/settings.repo.ts'
import { troubleOf } from '../store/store-failure.ts'
import { TimelineRepo } from '../store/timeline.repo.ts'
import { createResultTransaction, createTransaction } from '../store/transaction.ts'
import type { Service } from './life.ts'
import { wirePreparation, type Preparation } from './wire-preparation.ts'
import { startControl } from './start-control.ts'
import type { Shell } from './wire-desk.ts'
import { holdIn, wireReceipts, type ReceiptWires } from './wire-receipts.ts'
import { wireFolders, type FolderWay } from './wire-folder-way.ts'
import { wireExchange } from './wire-exchange.ts'

/** What stands already when the field is wired. */
export interface FieldParts {
  readonly shell: Shell
  readonly site: Site
  readonly profiles: SiteProfiles
  readonly practice: boolean
  /** Data folder of the site. */
  readonly folder: string
  /** Folder of the import client, where the site has one. */
  readonly clientRoot: string | undefined
  readonly db: Database
  /** Where deeds are written down. */
  readonly trail: AuditRepo
  readonly drafts: DraftsRepo
  readonly attachments: AttachmentsRepo
  readonly draftsService: DraftsService
  readonly settings: SettingsService
  readonly tasks: TasksService
  readonly team: Pick<TeamService, 'note'>
  readonly memory: Pick<MemoryService, 'fill'>
}

/** Everything that reaches out of the desk: card, portal, spreadsheets, printer. */
export interface Field {
  /** Something may wait to be sent or asked about: looks at once. */
  readonly wake: () => void
  readonly handlers: Pick<
    Handlers,
    | 'card'
    | 'signing'
    | 'filing'
    | 'outbox'
    | 'receipts'
    | 'practice'
    | 'imports'
    | 'printing'
    | 'exchange'
    | keyof Preparation['handlers']
  >
  readonly services: readonly Service[]
  /** Clock of the portal of a site, for the test button. */
  readonly portalTime: (site: Site) => Promise<Result<{ readonly now: string }>>
}

const now = Date.now
const random = Math.random

/** Wires the outer parts. Loaded after the first page, because nobody needs them to begin to type. */
export function wireField(parts: FieldParts): Field {
  const { shell, site, profiles, practice, folder, settings, db } = parts
  const { log, emit, startHelper, resolveProxy } = shell
  const practiceFolder = join(folder, 'sandbox')
  if (practice) mkdirSync(practiceFolder, { recursive: true })
  const card = new CardClient(startHelper, {
    backend: practice ? 'virtual' : site.cardBackend,
    ...(practice ? { practiceFolder } : { roots: pemsOf(site.cardCa ?? ''), skfLibrary: site.skfLibrary ?? '' }),
    log: (event, facts) => log.info(event, facts),
  })
  card.onChange((status) => emit('card.changed', status))
  const cardService = new CardService({
    client: card,
    operator: () => {
      const { typistNo, inputerName } = settings.company()
      return { cardNo: typistNo, holder: inputerName }
    },
    startControl,
    onPinChanged: (cardNo) => parts.trail.append({ deed: 'card.pinChanged', card: cardNo }),
  })
  settings.onCompany(() => cardService.follow())
  const embedded = new PracticePortal({
    start: startHelper,
    folder: practiceFolder,
    ...(site.way === 'folders' && parts.clientRoot !== undefined ? { importClient: parts.clientRoot } : {}),
    timers: realTimers,
    log,
    random,
    onReady: () => lineBack(),
  })
  const target = practice ? () => embedded.target() : siteTarget(site, profiles)
  let skew: number | undefined
  const portal = new PortalClient({ target, resolveProxy, onDate: (said) => (skew = now() - said) })
  const way = site.way === 'folders' ? wireFolders(db, parts.clientRoot ?? '') : undefined
  const { outbox, receipts, filing, signing, desk, book } = wireFiling(
    parts,
    card,
    way?.portal ?? portal,
    way,
    () => skew,
  )
  const challenge = new ChallengeService({ card, practice, now })
  const preparation = wirePreparation({ shell, db, portal, card, challenge, settings, source: site.name })
  const lineBack = (): void => {
    outbox.wake()
    receipts.wake()
    preparation.wake()
  }
  const practiceService = new PracticeService({
    ...(practice ? { portal: new PracticeClient(portal) } : {}),
    card: (change) => card.practice(change),
    onBegin: () => preparation.forget(),
  })
  const imports = wireImports(parts)
  const { host, load, saveFile } = {
    host: shell.printHost,
    load: (id: string) => parts.drafts.load(id),
    saveFile: shell.dialogs.saveFile,
  }
  const printing = new PrintingService({
    host,
    load,
    declaredOn: (id) => declaredOn(book.parts, id),
    saveFile,
    practice,
    list: (filter, limit) => new DraftListRepo(parts.db).list({ ...queryOf(filter), limit }),
  })
  return {
    wake: lineBack,
    handlers: {
      card: cardService.handlers(),
      signing,
      filing: notingWho(filing.handlers(), parts),
      ...desk.handlers,
      practice: practiceService.handlers(),
      ...preparation.handlers,
      imports,
      printing,
      exchange: wireExchange(parts, (id) => printing.render({ id, kind: 'declaration' })),
    },
    services: [
      { name: 'imports', shutdown: () => imports.shutdown() },
      { name: 'card', boot: () => cardService.boot(), shutdown: () => cardService.shutdown() },
      ...(practice ? [embedded] : []),
      outbox,
      receipts,
      preparation.service,
      desk.notices,
      // A key ring may ask its user first: nothing waits for it.
      { name: 'siteProfiles', boot: () => void sealOld(profiles, shell) },
    ],
    portalTime: (wanted) =>
      wanted.id === site.id
        ? portal.time()
        : new PortalClient({ target: siteTarget(wanted, profiles), resolveProxy }).time(),
  }
}

async function sealOld(profiles: SiteProfiles, { log, emit }: Shell): Promise<void> {
  try {
    const count = await profiles.sealOld()
    if (count === 0) return
    log.warn('sites.inClear', { code: 'sites.noSeal', count })
    emit('store.trouble', failure('sites.inClear'))
  } catch (cause) {
    log.error('sites.sealFailed', cause)
    emit('store.trouble', troubleOf(cause))
  }
}

/** Keeps who handed a declaration over to be sent. */
function notingWho(handlers: Handlers['filing'], { drafts, team }: FieldParts): Handlers['filing'] {
  return {
    ...handlers,
    submit: async ({ ids }) => {
      const queued = await handlers.submit({ ids })
      if (queued.ok) for (const id of ids) team.note(id, 'submit', drafts.summary(id)?.rev ?? 0)
      return queued
    },
  }
}

function wireImports({ shell, db, draftsService, tasks, memory }: FieldParts): ImportsService {
  return new ImportsService({
    pickFile: shell.dialogs.pickSheet,
    startHelper: shell.startHelper,
    tasks,
    mappings: new ImportMappingsRepo(db),
    createDrafts: (customer, messages, papers) =>
      draftsService.createFrom(customer, memory.fill(customer, messages), papers),
  })
}

interface FilingWires {
  readonly outbox: OutboxService
  readonly receipts: ReceiptService
  readonly book: FilingBook
  readonly filing: FilingService
  readonly signing: Handlers['signing']
  readonly desk: ReceiptWires
}

function wireFiling(
  parts: FieldParts,
  card: CardClient,
  portal: Portal,
  way: FolderWay | undefined,
  skew: () => number | undefined,
): FilingWires {
  const { shell, db, trail, drafts } = parts
  const { log, emit } = shell
  const outboxRepo = new OutboxRepo(db, now, trail)
  const book = new FilingBook({
    drafts,
    outbox: outboxRepo,
    receipts: new ReceiptsRepo(db, now, trail),
    timeline: new TimelineRepo(db),
    transaction: createTransaction(db),
    emit: (name, payload) => {
      emit(name, payload)
      desk.heard(name, payload)
    },
  })
  const intake = new ReceiptIntake(book)
  const common = { book, intake, portal, timers: realTimers, log, now, random }
  const site = new SettingsRepo(db)
  const outbox = new OutboxService({ ...common, hold: holdIn(site), ...(way ? { lanes: 1 } : {}) })
  const receipts = new ReceiptService({ ...common, onLineBack: () => outbox.wake() })
  const filing = new FilingService({
    book,
    intake,
    portal,
    outbox,
    receipts,
    ...(way ? { release: way.release } : {}),
  })
  const desk = wireReceipts({ db, book, intake, outbox, receipts, way, site, notify: shell.notify })
  return { outbox, receipts, filing, signing: wireSigning(parts, card, book, skew), desk, book }
}

function wireSigning(
  parts: FieldParts,
  card: CardClient,
  book: FilingBook,
  skew: () => number | undefined,
): Handlers['signing'] {
  const { db, drafts, attachments, draftsService, settings, tasks, practice, team } = parts
  const tariffs = new TariffRepo(db, now)
  const ready = loadCodeBook().then((shipped) => {
    const codes = withTariff(shipped, tariffs, () => localDay(now()))
    return new SigningService({
      drafts,
      outbox: book.parts.outbox,
      files: (id) => draftsService.files(id),
      transaction: createResultTransaction(db),
      check: (message, id) =>
        checkDeclaration({ message, day: localDay(now()), codes, attachments: attachments.list(id) }),
      schemaFaults,
      codes,
      card,
      form: () => (practice ? usualSigning : settings.signing()),
      practice,
      now,
      skew,
      task: (title, total) => tasks.start(title, total),
      onSigned: ({ id }) => {
        book.change(() => book.note({ declarationId: id, kind: 'own', title: '已签名' }))
        team.note(id, 'sign', drafts.summary(id)?.rev ?? 0)
      },
    })
  })
  return {
    prepare: async ({ ids }) => (await ready).prepare(ids),
    sign: async ({ items, pin, cardNo }) => (await ready).sign(items, pin, cardNo),
  }
}

function schemaFaults(xml: string): string[] {
  const faults = validateDecMessage(new TextEncoder().encode(xml))
  return faults.ok ? faults.value.map((fault) => fault.text) : [faults.error.why]
}
