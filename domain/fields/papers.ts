import * as z from 'zod'
import type { Field, Row, Section } from './field.ts'

const amount = <E extends string>(element: E, label: string) =>
  ({ element, label, type: 'decimal', length: 19, decimals: 5 }) as const satisfies Field

/**
 * Figures of the papers behind a declaration: invoice, packing list, contract. They are typed, or taken from the
 * imported sheet, and compared with the draft (rules X01 to X07); they are never sent.
 */
export const papers = {
  element: 'Papers',
  label: '单证核对',
  min: 0,
  max: 1,
  in2018: false,
  fields: [
    { element: 'InvoiceNo', label: '发票号', type: 'string', length: 64 },
    amount('InvoiceTotal', '发票总价'),
    { element: 'InvoiceCurr', label: '发票币制', type: 'string', length: 3, table: 'currency' },
    amount('InvoiceQty', '发票数量'),
    { element: 'InvoiceUnit', label: '发票单位', type: 'string', length: 3, table: 'unit' },
    { element: 'InvoiceLines', label: '发票项数', type: 'integer', length: 4 },
    amount('PackingPacks', '箱单件数'),
    amount('PackingGross', '箱单毛重'),
    amount('PackingNet', '箱单净重'),
    amount('PackingQty', '箱单数量'),
    { element: 'ContractNo', label: '合同号', type: 'string', length: 64 },
    amount('ContractTotal', '合同总价'),
    { element: 'ContractCurr', label: '合同币制', type: 'string', length: 3, table: 'currency' },
    amount('ContractQty', '合同数量'),
  ],
} as const satisfies Section

/** All values are strings; an absent one is "not stated". */
export type Papers = Row<typeof papers>

/** The figures as they cross a border: known keys, short texts. */
export const papersSchema = z.strictObject(
  Object.fromEntries(papers.fields.map(({ element }) => [element, z.string().max(64).optional()])),
) as unknown as z.ZodType<Papers, Papers>
