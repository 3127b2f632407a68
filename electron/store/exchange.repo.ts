import type { Database } from 'better-sqlite3'

/** What is known of the file of one message in the folders of the import client. */
export interface ExchangeMark {
  readonly clientSeqNo: string
  readonly bodySha256: string
  /** From 1. */
  readonly attempt: number
  /** Moment just before the file got the name that the client takes up, ms; 0: it surely has not got it. */
  readonly placedAt: number
}

const columns = `client_seq_no AS clientSeqNo, body_sha256 AS bodySha256, attempt, placed_at AS placedAt`
const texts = {
  get: `SELECT ${columns} FROM exchange WHERE client_seq_no = @clientSeqNo AND body_sha256 = @bodySha256`,
  of: `SELECT ${columns} FROM exchange WHERE client_seq_no = @clientSeqNo ORDER BY placed_at DESC`,
}

/** Marks of the files that were written for the import client: synced before the client can see a file. */
export class ExchangeRepo {
  readonly #get
  readonly #of
  readonly #put

  constructor(db: Database) {
    this.#get = db.prepare<{ clientSeqNo: string; bodySha256: string }, ExchangeMark>(texts.get)
    this.#of = db.prepare<{ clientSeqNo: string }, ExchangeMark>(texts.of)
    this.#put = db.prepare<ExchangeMark>(`
      INSERT INTO exchange (client_seq_no, body_sha256, attempt, placed_at)
      VALUES (@clientSeqNo, @bodySha256, @attempt, @placedAt)
      ON CONFLICT DO UPDATE SET attempt = excluded.attempt, placed_at = excluded.placed_at`)
  }

  get(clientSeqNo: string, bodySha256: string): ExchangeMark | undefined {
    return this.#get.get({ clientSeqNo, bodySha256 })
  }

  /** Every mark under our number, the newest first. */
  of(clientSeqNo: string): ExchangeMark[] {
    return this.#of.all({ clientSeqNo })
  }

  put(mark: ExchangeMark): void {
    this.#put.run(mark)
  }

  /** A person found that nothing arrived: the message may be written again, under a name of its own. */
  release(clientSeqNo: string): void {
    for (const mark of this.of(clientSeqNo))
      if (mark.placedAt > 0) this.put({ ...mark, attempt: mark.attempt + 1, placedAt: 0 })
  }
}
