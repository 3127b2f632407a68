import { declarantActions, investorDocuments } from '../../../../domain/fields/qualification/choices.ts'
import type { Choice } from '../../../../domain/fields/form/placement.ts'
import { documentKinds } from '../../../../domain/fields/registration/choices.ts'
import { partOf, rowsOf, type StepText } from '../../../../domain/fields/step-text.ts'
import type { CodeBook } from '../../../../domain/rules/rule.ts'
import { joined, nameOf } from '../form-texts.ts'
import { tableRows, ticks, type SheetColumn, type SheetRow } from './sheet.ts'

/** All that a form of the preparations shows. */
export interface FormInput {
  readonly text: StepText
  /** Tables of `formTables`. */
  readonly codes: CodeBook
  /** Kinds of papers that are attached: ids of `Paper`. */
  readonly attached: readonly string[]
  readonly practice: boolean
  /** Not filed yet. */
  readonly draft: boolean
  /** Our own number of the draft, for the foot. */
  readonly own: string
  /** Day of the print, yyyy-MM-dd. */
  readonly day: string
}

/** Tables whose names the forms show. */
export const formTables = ['admin_division', 'customs_district', 'country', 'currency'] as const

/** Values of the form: texts, names of codes, days. */
export interface FormFacts {
  readonly text: (element: string) => string
  readonly choice: (element: string, choices: readonly Choice[]) => string
  /** Code and name of a choice. */
  readonly chosen: (element: string, choices: readonly Choice[]) => string
  /** Code and name of a table. */
  readonly coded: (element: string, table: string) => string
  readonly day: (element: string) => string
}

/** Sections that the forms read; a later one wins. */
const sections = ['foreignTrade', 'unit', 'basic', 'application'] as const

const nameIn = (choices: readonly Choice[], code: string): string =>
  choices.find((choice) => choice.code === code)?.name ?? code

const codeAndName = (code: string, name: string): string => (name === code ? code : joined([code, name], ' '))

export const dayText = (value: string): string =>
  /^\d{8}$/.test(value) ? `${value.slice(0, 4)}年${value.slice(4, 6)}月${value.slice(6)}日` : value

export function factsOf({ text, codes }: FormInput): FormFacts {
  // One name means one thing here but for the English name, which the unit's own section says better.
  const all = Object.assign({}, ...sections.map((section) => partOf(text, section))) as Record<string, string>
  const read = (element: string): string => all[element] ?? ''
  return {
    text: read,
    choice: (element, choices) => nameIn(choices, read(element)),
    chosen: (element, choices) => codeAndName(read(element), nameIn(choices, read(element))),
    coded: (element, table) => codeAndName(read(element), nameOf(codes, table, read(element))),
    day: (element) => dayText(read(element)),
  }
}

/** 法人 or 负责人 with document: 身份证 310… */
export const personText = (facts: FormFacts): string =>
  joined([facts.choice('legalIdKind', documentKinds), facts.text('legalIdNo')], ' ')

const investorColumns: readonly SheetColumn[] = [
  { title: '序号', width: 11 },
  { title: '出资者', width: 46 },
  { title: '证件类型及号码', width: 56 },
  { title: '国别', width: 22 },
  { title: '出资额（万）', width: 29 },
  { title: '比例（%）', width: 18 },
]

/** 出资者 as a table. */
export const investorRows = ({ text, codes }: FormInput): SheetRow[] =>
  tableRows(
    investorColumns,
    rowsOf(text, 'investors').map((row, at) => [
      String(at + 1),
      row['name'] ?? '',
      joined([nameIn(investorDocuments, row['idKind'] ?? ''), row['idNo']], ' '),
      nameOf(codes, 'country', row['country']),
      joined([nameOf(codes, 'currency', row['currency']), row['amount']], ' '),
      row['share'] ?? '',
    ]),
  )

const declarantColumns: readonly SheetColumn[] = [
  { title: '序号', width: 11 },
  { title: '姓名', width: 34 },
  { title: '身份证件类型', width: 34 },
  { title: '身份证件号码', width: 55 },
  { title: '业务种类', width: 48 },
]

/** 所属报关人员 as the staff table of the blank. */
export const declarantRows = ({ text }: FormInput): SheetRow[] =>
  tableRows(
    declarantColumns,
    rowsOf(text, 'declarants').map((row, at) => [
      String(at + 1),
      row['name'] ?? '',
      nameIn(documentKinds, row['idKind'] ?? ''),
      row['idNo'] ?? '',
      ticks(declarantActions, [row['action'] ?? '']),
    ]),
  )
