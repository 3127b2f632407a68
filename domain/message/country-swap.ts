import type { DecMessage } from '../fields/declaration/dec-message.ts'
import type { Field, Section } from '../fields/field.ts'

const other: Record<string, string> = {
  OriginCountry: 'DestinationCountry',
  DestinationCountry: 'OriginCountry',
}

/**
 * Key of the value that an element of the message carries. The same as its name, but for goods lines of exports:
 * there `OriginCountry` carries the final destination and `DestinationCountry` the origin (field notes of the
 * current message).
 */
export const carriedBy = (section: Section, field: Field, ieFlag: string | undefined): string =>
  ieFlag === 'E' && section.element === 'DecList' ? (other[field.element] ?? field.element) : field.element

/** A message as read, with the countries of export lines put back to their meaning. */
export function byMeaning(message: DecMessage): DecMessage {
  if (message.DecHead?.IEFlag !== 'E' || message.DecLists === undefined) return message
  const lines = message.DecLists.map(({ OriginCountry, DestinationCountry, ...line }) => ({
    ...line,
    ...(DestinationCountry === undefined ? {} : { OriginCountry: DestinationCountry }),
    ...(OriginCountry === undefined ? {} : { DestinationCountry: OriginCountry }),
  }))
  return { ...message, DecLists: lines }
}
