import type { Database } from 'better-sqlite3'
import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { checkDeclaration } from '../../../domain/rules/index.ts'
import { ruleTables } from '../../../domain/rules/rule-tables.ts'
import type { AttachmentFact } from '../../../domain/rules/rule.ts'
import { TariffRepo } from '../../store/tariff.repo.ts'
import { withTariff } from '../tariff/tariff-book.ts'

const codeBook = loadCodeBook(ruleTables)

/** Red findings of a declaration by all rules in force on `day` (yyyy-MM-dd), with the tariff that `db` has for it. */
export async function countErrors(
  message: DecMessage,
  attachments: readonly AttachmentFact[],
  day: string,
  db: Database,
): Promise<number> {
  const codes = withTariff(await codeBook, new TariffRepo(db, Date.now), () => day)
  const findings = checkDeclaration({ message, day, codes, attachments })
  return findings.filter(({ severity }) => severity === 'error').length
}
