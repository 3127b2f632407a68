import { decMessage } from '../fields/declaration/dec-message.ts'
import type { Field, Section } from '../fields/field.ts'
import { makeRule } from './make-rule.ts'
import { anyFilled, headOf, isExport, isImport } from './parts.ts'
import { rowName } from './row-name.ts'
import type { RuleContext } from './rule.ts'
import { type AnyRow, eachRow } from './walk.ts'

type Condition = (context: RuleContext) => boolean
const always: Condition = () => true
const never: Condition = () => false
/** Filled from account and card; asked for only when a card is there to sign. */
const atSigning: Condition = ({ card }) => card !== undefined

/** When a field that the notes need is asked for. Not named here: always. */
const conditions: Record<string, Condition> = {
  // Blank means an ordinary declaration (dec_type).
  'DecHead.Type': never,
  // One of several codes is enough, or it depends on more: H13, H14, H17 and L04 judge these.
  'DecHead.TradeCode': never,
  'DecHead.TradeCoScc': never,
  'DecHead.OwnerCodeScc': never,
  'DecHead.GoodsPlace': never,
  'DecList.SecondQty': never,
  // The port of first loading abroad exists for imports only (guide item 70).
  'DecHead.DespPortCode': isImport,
  'DecHead.CopCode': atSigning,
  'DecHead.CopName': atSigning,
  'DecHead.TypistNo': atSigning,
  'DecHead.InputerName': atSigning,
}

/** Needed by the guide, not by the field notes (items 44, 82, 68, 25, 102). */
const byGuide: Record<string, Condition> = {
  'DecHead.IEDate': isImport,
  'DecHead.DespDate': isImport,
  'DecHead.OverseasConsignorEname': isImport,
  'DecHead.OverseasConsigneeEname': isExport,
  'DecList.GModel': always,
  'Container.GoodsContaWt': always,
}

/** Parts that the program fills when it signs, sends or computes. */
const ownParts: ReadonlySet<string> = new Set(['DecSign', 'DecRisk', 'EdocRealation', 'SddTax'])
const sections = decMessage.filter((section) => !ownParts.has(section.element))

/** At 概要申报 only part of the form is filled; which part no stored text says, so a blank field is yellow then. */
const isSummary: Condition = (context) => (headOf(context).Type ?? '').charAt(2) === '5'

function isNeeded(section: Section, field: Field, context: RuleContext): boolean {
  const key = `${section.element}.${field.element}`
  if (field.from !== undefined && context.day < field.from) return false
  if (field.until !== undefined && context.day >= field.until) return false
  const condition = field.needed === undefined ? byGuide[key] : (conditions[key] ?? always)
  return condition?.(context) ?? false
}

/** REQ: fields that may not be empty at filing, from the field tables and the guide. */
export const required = makeRule(
  {
    id: 'REQ',
    scope: 'head',
    severity: 'error',
    source: 'field tables (current field notes) and 2018 entry guide',
    confidence: 'high',
    title: '申报前必填的项目不能为空',
  },
  (context, { error, warn }) => {
    const say = isSummary(context) ? warn : error
    // An absent head is an empty head.
    const message: AnyRow =
      context.message.DecHead === undefined ? { ...context.message, DecHead: {} } : context.message
    eachRow(sections, message, (section, row, path) => {
      if (section.max === 1 && section.min === 0 && !anyFilled(row)) return
      for (const field of section.fields) {
        const value = row[field.element]
        const empty = typeof value !== 'string' || value.trim() === ''
        if (empty && isNeeded(section, field, context))
          say(`${path}.${field.element}`, `${rowName(section, path)}${field.label}未填，申报前必须填写`)
      }
    })
  },
)
