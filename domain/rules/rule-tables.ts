import { decMessage } from '../fields/declaration/dec-message.ts'
import type { Section } from '../fields/field.ts'

/** Tables that rules ask for beside those of the fields. */
const more = ['aeo_country', 'manual_prefix', 'trade_agreement', 'trade_mode', 'unit']

const tablesIn = (sections: readonly Section[]): string[] =>
  sections.flatMap(({ fields, children }) => [
    ...fields.flatMap(({ table }) => (table === undefined ? [] : [table])),
    ...tablesIn(children ?? []),
  ])

/** Every code table that the check of a declaration may ask: load these into the code book, the others are not needed. */
export const ruleTables: readonly string[] = [...new Set([...tablesIn(decMessage), ...more])].sort()
