import { partOf, type StepText } from '../fields/step-text.ts'

/** From one place to another: `section.element`. */
type Way = readonly [from: string, to: string]

/** 用户注册 → 企业资质备案. */
export const accountToQualification: readonly Way[] = [
  ['company.creditCode', 'basic.creditCode'],
  ['company.orgCode', 'basic.orgCode'],
  ['company.name', 'basic.name'],
  ['company.address', 'basic.address'],
  ['company.address', 'basic.residence'],
  ['company.legalName', 'basic.legalName'],
  ['company.legalIdKind', 'basic.legalIdKind'],
  ['company.legalIdNo', 'basic.legalIdNo'],
  ['administrator.name', 'unit.contactName'],
  ['administrator.mobile', 'unit.contactPhone'],
  ['administrator.email', 'unit.contactEmail'],
]

/** 企业资质备案 → 办理卡介质. */
export const qualificationToCard: readonly Way[] = [
  ['basic.address', 'card.address'],
  ['basic.division', 'card.division'],
  ['basic.legalName', 'card.holder'],
  ['basic.legalIdKind', 'card.holderIdKind'],
  ['basic.legalIdNo', 'card.holderIdNo'],
  ['unit.legalPhone', 'card.legalPhone'],
  ['unit.contactName', 'card.contact'],
  ['unit.contactPhone', 'card.contactPhone'],
]

/** 用户注册 → 办理卡介质, for a company that has not begun its qualification. */
export const accountToCard: readonly Way[] = [
  ['company.address', 'card.address'],
  ['company.legalName', 'card.holder'],
  ['company.legalIdKind', 'card.holderIdKind'],
  ['company.legalIdNo', 'card.holderIdNo'],
  ['administrator.mobile', 'card.legalPhone'],
  ['administrator.name', 'card.contact'],
  ['administrator.mobile', 'card.contactPhone'],
]

/**
 * The values that one preparation brings to another, as paths and values. Only fields that are still empty are filled:
 * what the clerk typed stands.
 */
export function carried(from: StepText, to: StepText, ways: readonly Way[]): { path: string; value: string }[] {
  const read = (text: StepText, path: string): string => {
    const [section = '', element = ''] = path.split('.')
    return partOf(text, section)[element] ?? ''
  }
  const taken = new Set<string>()
  return ways.flatMap(([source, path]) => {
    const value = read(from, source)
    if (value === '' || read(to, path) !== '' || taken.has(path)) return []
    taken.add(path)
    return [{ path, value }]
  })
}
