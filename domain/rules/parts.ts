import type { Container, DecHead, DecList, DecMessage } from '../fields/declaration/dec-message.ts'
import type { FieldPath, RuleContext } from './rule.ts'

/** Short ways to the parts of a message that the rules read, with empty parts instead of missing ones. */

type Licence = NonNullable<DecMessage['DecLicenseDocus']>[number]
type EcoRow = NonNullable<DecMessage['EcoRelation']>[number]

export const headOf = ({ message }: RuleContext): DecHead => message.DecHead ?? {}
export const linesOf = ({ message }: RuleContext): readonly DecList[] => message.DecLists ?? []
export const containersOf = ({ message }: RuleContext): readonly Container[] => message.DecContainers ?? []
export const licencesOf = ({ message }: RuleContext): readonly Licence[] => message.DecLicenseDocus ?? []
export const ecoRowsOf = ({ message }: RuleContext): readonly EcoRow[] => message.EcoRelation ?? []

export const isImport = (context: RuleContext): boolean => headOf(context).IEFlag === 'I'
export const isExport = (context: RuleContext): boolean => headOf(context).IEFlag === 'E'

/** The field holds more than blanks. */
export const filled = (value: string | undefined): value is string => value !== undefined && value.trim() !== ''

/** Some field of a part that may stay out (transit, royalty …) is filled. */
export const anyFilled = (row: object | undefined): boolean =>
  row !== undefined && Object.values(row).some((value) => typeof value === 'string' && filled(value))

/** Path of a head field. */
export const headPath = (element: keyof DecHead): FieldPath => `DecHead.${element}`

/** Path of a field of a goods line; lines from 0. */
export const linePath = (line: number, element: keyof DecList): FieldPath => `DecLists.${line}.${element}`

/** What the clerk calls a line: its number on the form, from 1. */
export const lineName = (line: number): string => `第${line + 1}项`

/**
 * What the clerk calls several lines: `第1、8至20项`.
 * @param numbers as they stand on the form, ascending; what is no number stands for itself
 */
export function lineNames(numbers: readonly string[]): string {
  const runs: string[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run !== undefined && Number(run.at(-1)) === Number(number) - 1) run.push(number)
    else runs.push([number])
  }
  const names = runs.map((run) => (run.length > 2 ? `${run[0]}至${run.at(-1)}` : run.join('、')))
  return `第${names.join('、')}项`
}

/** Length as a reader counts it: one for each character, also outside the basic plane. */
export function characters(text: string): number {
  let count = 0
  for (const character of text) if (character !== '') count++
  return count
}
