import { decList } from '../fields/declaration/dec-list.ts'
import type { DecMessage } from '../fields/declaration/dec-message.ts'
import { carriedBy } from './country-swap.ts'
import {
  signedContainer,
  signedFreeText,
  signedHead,
  signedLicence,
  signedLine,
  signedOnExportsOnly,
  signedTaxDetail,
  signedTaxHead,
  signedTaxLine,
} from './sign-order.ts'
import { legalText } from './xml-text.ts'

/**
 * What stands between two signed values. No public text states it for declarations (unverified); `||` is what the
 * same platform puts between the values of announcement 2018 No. 179. A setting of the site profile.
 */
export const defaultSeparator = '||'

/**
 * How the signed text becomes bytes. The control of the electronic port is handed the text itself and the message is
 * UTF-8, so that UTF-8 is the default (unverified); the control's native calls speak the system's code page, which is
 * GB18030 on a clerk's machine (signing.json, native_api.notes). A setting of the site.
 */
export const signEncodings = { 'utf-8': 'UTF-8', gb18030: 'GB18030' } as const
export type SignEncoding = keyof typeof signEncodings
export const defaultEncoding: SignEncoding = 'utf-8'

export interface SignTextOptions {
  readonly separator?: string
}

type Values = Readonly<Record<string, unknown>>

/** A value as the message carries it: without what XML cannot carry. */
const valueOf = (row: Values, key: string): string => {
  const value = row[key]
  return typeof value === 'string' ? legalText(value) : ''
}

const valuesOf = (row: Values, order: readonly string[]): string[] => order.map((key) => valueOf(row, key))

const fieldOf = new Map(decList.fields.map((field) => [field.element as string, field]))

/** Key of the value that a line element carries: on exports the two countries are swapped, here as in the message. */
function lineKey(element: string, ieFlag: string | undefined): string {
  const field = fieldOf.get(element)
  return field === undefined ? element : carriedBy(decList, field, ieFlag)
}

/**
 * The exact text that the operator signs when the declaration is filed: values of the message in the order of the
 * format note, head, goods lines, containers, licences, free text, then the tax part when there is one. Empty values
 * stand as empty texts, so that the number of values does not depend on what is filled.
 */
export function signText(message: DecMessage, { separator = defaultSeparator }: SignTextOptions = {}): string {
  const head = message.DecHead ?? {}
  const ieFlag = head.IEFlag
  const headOrder = signedHead.filter((key) => ieFlag === 'E' || !signedOnExportsOnly.has(key))
  const lineOrder = signedLine.map((element) => lineKey(element, ieFlag))
  const tax = message.SddTax
  const values = [
    ...valuesOf(head, headOrder),
    ...(message.DecLists ?? []).flatMap((line) => valuesOf(line, lineOrder)),
    ...(message.DecContainers ?? []).flatMap((container) => valuesOf(container, signedContainer)),
    ...(message.DecLicenseDocus ?? []).flatMap((licence) => valuesOf(licence, signedLicence)),
    ...valuesOf(message.DecFreeTxt ?? {}, signedFreeText),
    ...(tax === undefined ? [] : valuesOf(tax.SddTaxHead ?? {}, signedTaxHead)),
    ...(tax?.SddTaxLists ?? []).flatMap((line) => valuesOf(line, signedTaxLine)),
    ...(tax?.SddTaxDetails ?? []).flatMap((detail) => valuesOf(detail, signedTaxDetail)),
  ]
  return values.join(separator)
}
