import Database from 'better-sqlite3'
import { ReceiptEngine } from '../../sandbox/portal/engine/receipt-engine.ts'
import { FilingsRepo } from '../../sandbox/portal/filings.repo.ts'
import { prepareStore } from '../../sandbox/portal/open-store.ts'
import { PracticeRepo } from '../../sandbox/portal/practice.repo.ts'
import { ReceiptLog } from '../../sandbox/portal/receipt-log.ts'
import { Registrar } from '../../sandbox/portal/registrar.ts'

let template: Buffer | undefined

/** The heart of the practice portal without its server: store, registrar and receipt engine, in memory. */
export function practiceWindow(now: () => number) {
  template ??= prepareStore(new Database(':memory:')).serialize()
  const db = new Database(template)
  const filings = new FilingsRepo(db)
  const practice = new PracticeRepo(db)
  const log = new ReceiptLog(db)
  const engine = new ReceiptEngine({ db, filings, log, now, speed: () => practice.get().speed })
  const registrar = new Registrar({ db, filings, now, settings: () => practice.get() })

  /** Every receipt that was sent, byte for byte, in hex. */
  const sent = (): string[] => {
    const all: string[] = []
    for (let cursor = ''; ;) {
      const page = log.page(cursor)
      if (page.items.length === 0) return all
      all.push(...page.items.map((item) => Buffer.from(item.content, 'base64').toString('hex')))
      cursor = page.cursor
    }
  }
  return { db, filings, practice, log, engine, registrar, sent }
}

export type PracticeWindow = ReturnType<typeof practiceWindow>
