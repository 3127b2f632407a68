import Database from 'better-sqlite3'
import { unzipSync } from 'fflate'
import { join } from 'node:path'

interface Filed {
  readonly content_type: string
  readonly body: Uint8Array
}

interface Kept {
  readonly id: number
  readonly file_name: string
  readonly raw: Uint8Array
}

/** What a practice desk filed last and every receipt that it keeps, read from its file as they lie there. */
export function filedPapers(folder: string): { xml: string; receipts: { name: string; content: Uint8Array }[] } {
  const db = new Database(join(folder, 'practice', 'declarations.db'), { readonly: true })
  try {
    const filed = db.prepare<[], Filed>('SELECT content_type, body FROM outbox ORDER BY id DESC LIMIT 1').get()
    if (!filed) throw new Error('nothing was filed')
    const parts = filed.content_type.includes('zip')
      ? unzipSync(new Uint8Array(filed.body))
      : { 'filed.xml': filed.body }
    const xml = Object.entries(parts).find(([name]) => name.endsWith('.xml'))?.[1]
    const receipts = db.prepare<[], Kept>('SELECT id, file_name, raw FROM receipts ORDER BY id').all()
    return {
      xml: new TextDecoder().decode(xml),
      receipts: receipts.map(({ id, file_name, raw }) => ({
        name: `${String(id).padStart(2, '0')}-${file_name.replace(/[^\w.-]/g, '_') || 'answer.xml'}`,
        content: raw,
      })),
    }
  } finally {
    db.close()
  }
}
