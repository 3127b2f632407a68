import { randomBytes } from 'node:crypto'
import { openAuthority } from '../authority/authority.ts'
import type { SingleWindow } from '../import-client/import-client.ts'
import { ReceiptEngine } from './engine/receipt-engine.ts'
import { FilingsRepo } from './filings.repo.ts'
import { buildServer } from './http/server.ts'
import { openMembers } from './members/open-members.ts'
import { checkFiling } from './intake/check-filing.ts'
import { openStore } from './open-store.ts'
import { PracticeRepo } from './practice.repo.ts'
import { ReceiptLog } from './receipt-log.ts'
import { Registrar } from './registrar.ts'

export interface PortalOptions {
  /** Practice folder: `portal.db` and `authority/` lie in it. */
  readonly folder: string
  readonly now?: () => number
  /** How long the fault `slow` holds an answer back, ms. */
  readonly slowness?: number
  /** What stands between the signed values, where it is not the default. */
  readonly separator?: string
}

export interface RunningPortal {
  /** `http://127.0.0.1:<port>` */
  readonly address: string
  /** Bearer token, new at every start. */
  readonly token: string
  /** The same single window for the practice import client, which shares its process. */
  readonly window: SingleWindow
  /** How far that client has handed out receipts. */
  readonly cursor: { get(): string; set(cursor: string): void }
  close(): Promise<void>
}

/** Starts the practice portal on a free port of the own machine. */
export async function startPortal(options: PortalOptions): Promise<RunningPortal> {
  const { folder, now = Date.now, slowness = 10_000, separator } = options
  const db = openStore(folder)
  const stop = new AbortController()
  const token = randomBytes(32).toString('hex')
  const filings = new FilingsRepo(db)
  const practice = new PracticeRepo(db)
  const log = new ReceiptLog(db)
  const engine = new ReceiptEngine({ db, filings, log, now, speed: () => practice.get().speed })
  const registrar = new Registrar({ db, filings, now, settings: () => practice.get() })
  const { registry } = openAuthority(folder, now)
  const members = await openMembers({ db, registry, settings: () => practice.get(), now })
  const checks = { registry, now, separator, standing: members.standing }
  const parts = {
    token,
    members,
    filings,
    practice,
    log,
    engine,
    registrar,
    checks,
    now,
    slowness,
    stopping: stop.signal,
  }
  const app = buildServer(parts)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  engine.schedule()
  return {
    address,
    token,
    window: {
      check: (body) => checkFiling(body, checks),
      register: (filing) => {
        const registration = registrar.register(filing)
        engine.schedule()
        return registration
      },
      receipts: (after) => log.page(after),
      fault: () => practice.get().fault,
    },
    cursor: practice.cursor,
    close: async () => {
      stop.abort()
      engine.stop()
      await app.close()
      db.close()
    },
  }
}
