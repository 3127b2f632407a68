import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ChainCheck } from '../../../domain/audit/check-chain.ts'
import { entryText, firstHash, hashText, type AuditEntry } from '../../../domain/audit/entry.ts'
import { auditLines, checkAuditFile, firstDifference, type StoredEntry } from '../../../domain/audit/file.ts'

/** A whole chain of so many entries. */
function chainOf(length: number): StoredEntry[] {
  let previous = firstHash
  return Array.from({ length }, (_, index) => {
    const entry: AuditEntry = {
      n: index + 1,
      at: new Date(Date.UTC(2026, 10, 24, 8, 0, index)).toISOString(),
      who: '演练员甲',
      login: 'clerk',
      card: '2100010009991',
      deed: 'declaration.moved',
      subject: `20261124ABCD${String(index).padStart(6, '0')}`,
      facts: { event: 'markReady', rev: index, id: '00000000-0000-7000-8000-000000000001' },
      previous,
    }
    const content = entryText(entry)
    previous = hashText(content)
    return { content, hash: previous }
  })
}

const exported = (entries: readonly StoredEntry[]): Buffer =>
  Buffer.from([...auditLines({ exportedAt: '2026-11-24T09:00:00.000Z', site: '演练' }, entries)].join(''))
const faultOf = (entries: readonly StoredEntry[]): number | undefined => {
  const chain = new ChainCheck()
  for (const { content, hash } of entries) chain.take(content, hash)
  return chain.fault?.n
}
const whole = chainOf(12)
const file = exported(whole)

describe('the chain', () => {
  test('is followed to its end when nothing was touched', () => {
    expect(faultOf(whole)).toBeUndefined()
  })

  test('shows a removed, a repeated and an exchanged entry at its place', () => {
    for (let at = 0; at < whole.length - 1; at++) {
      const [one, two] = [whole[at], whole[at + 1]]
      if (!one || !two) throw new Error('too short')
      expect(faultOf(whole.toSpliced(at, 1))).toBe(at + 1)
      expect(faultOf(whole.toSpliced(at, 0, one))).toBe(at + 2)
      expect(faultOf(whole.toSpliced(at, 2, two, one))).toBe(at + 1)
    }
  })

  test('shows a changed entry even when its own hash was made anew', () => {
    for (let at = 0; at < whole.length - 1; at++) {
      const content = (whole[at]?.content ?? '').replace('演练员甲', '演练员乙')
      expect(faultOf(whole.toSpliced(at, 1, { content, hash: hashText(content) }))).toBe(at + 2)
    }
  })
})

describe('an exported file', () => {
  test('is found whole, with the number of its entries and their time', () => {
    const verdict = checkAuditFile(file)
    expect(verdict).toMatchObject({ ok: true, end: { count: 12, from: '2026-11-24T08:00:00.000Z' } })
    expect(checkAuditFile(exported([]))).toMatchObject({ ok: true, end: { count: 0 } })
  })

  test('is found changed when any one byte of it is another one', () => {
    for (let at = 0; at < file.length; at++) {
      const changed = Buffer.from(file)
      changed.writeUInt8(changed.readUInt8(at) ^ (1 + (at % 255)), at)
      expect(checkAuditFile(changed).ok, `byte ${at}`).toBe(false)
    }
  })

  test('is found changed wherever bytes were cut out, put in, or cut off', () => {
    const place = fc.integer({ min: 0, max: file.length - 1 })
    const bytes = fc.uint8Array({ minLength: 0, maxLength: 40 })
    fc.assert(
      fc.property(place, fc.nat({ max: 200 }), bytes, (at, length, inserted) => {
        const changed = Buffer.concat([file.subarray(0, at), inserted, file.subarray(at + length)])
        fc.pre(!changed.equals(file))
        expect(checkAuditFile(changed).ok).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  test('is found changed when whole lines are removed, repeated or exchanged', () => {
    const lines = file.toString('utf8').split('\n').slice(0, -1)
    const checkLines = (changed: readonly string[]): boolean =>
      checkAuditFile(Buffer.from(`${changed.join('\n')}\n`)).ok
    expect(checkLines(lines)).toBe(true)
    for (let at = 0; at < lines.length; at++) {
      expect(checkLines(lines.toSpliced(at, 1))).toBe(false)
      expect(checkLines(lines.toSpliced(at, 0, lines[at] ?? ''))).toBe(false)
      if (at > 0) expect(checkLines(lines.toSpliced(at - 1, 2, lines[at] ?? '', lines[at - 1] ?? ''))).toBe(false)
    }
  })

  test('tells in words where it is wrong', () => {
    expect(checkAuditFile(Buffer.from('a,b\n1,2\n'))).toMatchObject({ ok: false, line: 1 })
    const lines = file.toString('utf8').split('\n')
    const cut = Buffer.from(lines.toSpliced(5, 1).join('\n'))
    expect(checkAuditFile(cut)).toMatchObject({ ok: false, line: 6, reason: expect.stringContaining('第') as string })
  })

  test('shows against an earlier one that entries were cut off or all was written anew', () => {
    const hashes = (entries: readonly StoredEntry[]): readonly string[] => {
      const verdict = checkAuditFile(exported(entries))
      return verdict.ok ? verdict.hashes : []
    }
    const earlier = hashes(whole)
    expect(firstDifference(earlier, hashes(chainOf(15)))).toBeUndefined()
    expect(firstDifference(earlier, hashes(whole.slice(0, 9)))).toBe(10)
    const other = chainOf(1)[0]?.content.replace('clerk', 'other') ?? ''
    expect(firstDifference(earlier, hashes([{ content: other, hash: hashText(other) }]))).toBe(1)
  })
})
