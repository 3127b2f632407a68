import { loadCodeBook } from '../../../domain/codes/code-book.ts'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { checkDeclaration } from '../../../domain/rules/index.ts'
import { ruleTables } from '../../../domain/rules/rule-tables.ts'
import type { AttachmentFact } from '../../../domain/rules/rule.ts'

const codeBook = loadCodeBook(ruleTables)

/** Red findings of a declaration by all rules in force on `day` (yyyy-MM-dd). */
export async function countErrors(
  message: DecMessage,
  attachments: readonly AttachmentFact[],
  day: string,
): Promise<number> {
  const findings = checkDeclaration({ message, day, codes: await codeBook, attachments })
  return findings.filter(({ severity }) => severity === 'error').length
}
