import type { Database } from 'better-sqlite3'
import { declarationStates } from '../../domain/states/declaration.ts'

const states = Object.keys(declarationStates)
const goods = ['深沟球轴承', '不锈钢阀门', '塑料外壳', '离心泵', '棉制针织衫', '锂离子电池', '液晶显示模组', '硅钢片']
const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]
const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/** Rows as years of work leave them: most are closed, a few are on the way. Bodies are small; the list reads none. */
export function fillDeclarations(db: Database, count: number, now: number): void {
  const insert = db.prepare(`INSERT INTO declarations (id, client_seq_no, ie_flag, state, rev, customer, customer_hint,
    bill_no, contract_no, trade_mode, lines, seq_no, entry_id, errors, warnings, created_at, updated_at, search, marked)
    VALUES (@id, @number, @ieFlag, @state, 1, @customer, '', @billNo, @contractNo, '0110', 20, @seqNo, @entryId,
    0, 1, @at, @at, @search, @marked)`)
  const revision = db.prepare(`INSERT INTO revisions (key, saved_at, lines, accepted, body)
    VALUES (@key, @at, 20, '{}', @body)`)
  db.transaction(() => {
    for (let at = 0; at < count; at++) {
      const old = at < count * 0.95
      const state = old ? (at % 40 === 0 ? 'refused' : 'closed') : (pick(states, at) ?? 'draft')
      const customer = `演练客户${digits(at % 400, 3)}（上海）有限公司`
      const billNo = `YLHAM${digits((at * 7919) % 10_000_000, 7)}`
      const search = [customer, billNo, `HT-2026-${at}`, `TCLU${digits((at * 104_729) % 10_000_000, 7)}`]
      const names = [0, 1, 2].map((step) => pick(goods, at + step * 3))
      const { lastInsertRowid } = insert.run({
        id: `0197${digits(at, 8)}-many`,
        number: `D2026${digits(at, 13)}`,
        ieFlag: at % 3 === 0 ? 'E' : 'I',
        state,
        customer,
        billNo,
        contractNo: `HT-2026-${at}`,
        seqNo: old ? `I2026${digits(at * 31, 13)}` : '',
        entryId: old ? `2248${digits(at * 17, 14)}` : '',
        at: new Date(now - (count - at) * 600_000).toISOString(),
        search: [...search, ...names].join(' ').toLowerCase(),
        marked: at % 97 === 0 ? 1 : 0,
      })
      revision.run({
        key: Number(lastInsertRowid) * 2 ** 20 + 1,
        at: new Date(now).toISOString(),
        body: Buffer.from('{}'),
      })
    }
  })()
}
