/**
 * `npm run audit -- verify FILE [EARLIER]`: checks an exported audit trail byte for byte, and, with an earlier export of
 * the same desk, that nothing of it is missing in the later one. Ends with 0 when all is whole, else with 1.
 */
import { readFileSync } from 'node:fs'
import { checkAuditFile, firstDifference, type FileVerdict } from '../domain/audit/file.ts'

const [command, file, earlier] = process.argv.slice(2)
if (command !== 'verify' || file === undefined) {
  console.log('npm run audit -- verify 文件 [较早导出的文件]')
  process.exitCode = 2
} else process.exitCode = verify(file, earlier) ? 0 : 1

/** Says what was found. @returns whether all is whole */
function verify(later: string, former: string | undefined): boolean {
  const verdict = check(later)
  if (!verdict.ok) return false
  if (former === undefined) return true
  const before = check(former)
  if (!before.ok) return false
  const missing = firstDifference(before.hashes, verdict.hashes)
  if (missing === undefined) console.log('✓ 较早导出的每一条都还在，顺序和内容相同')
  else console.log(`✗ 与较早导出的文件不同：从第 ${missing} 条起被改过或删去`)
  return missing === undefined
}

function check(path: string): FileVerdict {
  const verdict = checkAuditFile(readFileSync(path))
  if (verdict.ok) {
    const { count, from, to, hash } = verdict.end
    console.log(`✓ ${path}：${count} 条，${from} 至 ${to}，完整无改动\n  最后一条的校验值 ${hash}`)
  } else console.log(`✗ ${path}：第 ${verdict.line} 行：${verdict.reason}`)
  return verdict
}
