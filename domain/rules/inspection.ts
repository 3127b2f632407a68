import type { DecList } from '../fields/declaration/dec-message.ts'
import { filled, isImport, licencesOf, linesOf } from './parts.ts'
import type { RuleContext } from './rule.ts'

/** Attributes of a line, in whatever way the codes were joined (the notes say comma). */
export const attributesOf = (line: DecList): string[] => (line.GoodsAttr ?? '').split(/[,，;；\s]+/).filter(filled)

/** 散装危险化学品, 件装危险化学品. */
const chemicalAttributes: readonly string[] = ['31', '32']
/** A to D 级特殊物品. */
const specialAttributes: readonly string[] = ['25', '26', '27', '28']

/** The line was told to be no dangerous chemical. */
export const saidHarmless = (line: DecList): boolean => line.NoDangFlag === '1' || attributesOf(line).includes('33')

/** The clerk filled something that only dangerous goods have. */
export const looksDangerous = (line: DecList): boolean =>
  filled(line.Uncode) ||
  filled(line.DangName) ||
  filled(line.DangPackType) ||
  filled(line.DangPackSpec) ||
  attributesOf(line).some((code) => chemicalAttributes.includes(code))

/** A dangerous chemical by what the line says. */
export const isDangerous = (line: DecList): boolean => looksDangerous(line) && !saidHarmless(line)

/**
 * The import must be inspected or quarantined, as far as the declaration itself shows it: supervision letter A in the
 * tariff or among the licence documents, an inspection certificate asked for, dangerous chemicals or special articles.
 * A tariff without letters answers nothing, so `false` does not promise that no inspection comes.
 */
export function needsInspection(context: RuleContext): boolean {
  if (!isImport(context)) return false
  const { message, codes } = context
  if (licencesOf(context).some((row) => row.DocuCode === 'A')) return true
  if (message.DecRequestCerts?.some((row) => filled(row.AppCertCode))) return true
  return linesOf(context).some(
    (line) =>
      isDangerous(line) ||
      attributesOf(line).some((code) => specialAttributes.includes(code)) ||
      codes.row('tariff', line.CodeTS ?? '')?.more?.['inspection']?.includes('A') === true,
  )
}
