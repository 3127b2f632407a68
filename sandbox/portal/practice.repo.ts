import type { Database } from 'better-sqlite3'
import { practiceSettingsSchema, type PracticeChange, type PracticeSettings } from '../../domain/portal/answers.ts'

/** What a new practice folder starts with: everything is released, a receipt every three seconds. */
const initial: PracticeSettings = {
  outcome: 'release',
  reason: '商品编号与规格型号不符，请修改后重新申报（演练）',
  speed: 3,
  fault: 'none',
  review: 'approve',
  reviewReason: '材料不清晰，请补充后重新提交（演练）',
}

/** How the practice portal behaves, kept in its database. */
export class PracticeRepo {
  readonly #get
  readonly #set
  /** How far the practice import client has handed out receipts. */
  readonly cursor: { get(): string; set(cursor: string): void }

  constructor(db: Database) {
    this.#get = db.prepare<[], { value: string }>("SELECT value FROM meta WHERE key = 'practice'")
    this.#set = db.prepare<{ value: string }>(`
      INSERT INTO meta (key, value) VALUES ('practice', @value)
      ON CONFLICT (key) DO UPDATE SET value = @value`)
    const get = db.prepare<[], { value: string }>("SELECT value FROM meta WHERE key = 'clientCursor'")
    const set = db.prepare<{ value: string }>(`
      INSERT INTO meta (key, value) VALUES ('clientCursor', @value)
      ON CONFLICT (key) DO UPDATE SET value = @value`)
    this.cursor = { get: () => get.get()?.value ?? '', set: (value) => void set.run({ value }) }
  }

  get(): PracticeSettings {
    const kept = this.#get.get()
    // What an older version kept has fewer settings.
    return kept ? practiceSettingsSchema.parse({ ...initial, ...(JSON.parse(kept.value) as object) }) : initial
  }

  change(change: PracticeChange): PracticeSettings {
    const settings = { ...this.get(), ...change }
    this.#set.run({ value: JSON.stringify(settings) })
    return settings
  }
}
