import type { Papers } from '../../../../domain/fields/papers.ts'
import { asIs, type Case, type Draft } from './case.ts'

const state =
  (papers: Papers) =>
  (draft: Draft): void => {
    draft.papers = papers
  }

/** The right import: 3 lines, EUR 23275, gross and net weight and packages of the fixture. */
export const papers: readonly Case[] = [
  { rule: 'X01', says: 'is silent without an invoice', change: asIs, finds: [] },
  {
    rule: 'X01',
    says: 'takes the same amount',
    change: state({ InvoiceTotal: '23275.00', InvoiceCurr: 'EUR' }),
    finds: [],
  },
  {
    rule: 'X01',
    says: 'shows the difference of the amounts',
    change: state({ InvoiceTotal: '23200', InvoiceCurr: 'EUR' }),
    finds: ['warn Papers.InvoiceTotal'],
    text: '发票总价23200，商品项总价合计23275，相差-75',
  },
  {
    rule: 'X01',
    says: 'shows another currency before another amount',
    change: state({ InvoiceTotal: '23200', InvoiceCurr: 'USD' }),
    finds: ['warn Papers.InvoiceCurr'],
  },
  {
    rule: 'X02',
    says: 'compares the quantity of the unit that the invoice names',
    change: (draft) => {
      draft.papers = { InvoiceQty: '1', InvoiceUnit: draft.line.GUnit ?? '' }
    },
    finds: ['warn Papers.InvoiceQty'],
  },
  {
    rule: 'X02',
    says: 'shows a unit that no line has',
    change: state({ InvoiceUnit: '001' }),
    finds: ['warn Papers.InvoiceUnit'],
  },
  { rule: 'X02', says: 'is silent without a quantity', change: asIs, finds: [] },
  { rule: 'X03', says: 'takes as many lines', change: state({ InvoiceLines: '3' }), finds: [] },
  {
    rule: 'X03',
    says: 'shows a line too few',
    change: state({ InvoiceLines: '4' }),
    finds: ['warn Papers.InvoiceLines'],
  },
  {
    rule: 'X04',
    says: 'takes the same figures written otherwise',
    change: (draft) => {
      draft.papers = {
        PackingPacks: draft.head.PackNo ?? '',
        PackingGross: `${draft.head.GrossWet ?? ''}.0`.replace(/(\..*)\.0$/, '$1'),
      }
    },
    finds: [],
  },
  {
    rule: 'X04',
    says: 'shows each figure of the packing list that differs',
    change: state({ PackingPacks: '1', PackingGross: '2', PackingNet: '1' }),
    finds: ['warn DecHead.PackNo', 'warn DecHead.GrossWet', 'warn DecHead.NetWt'],
  },
  {
    rule: 'X05',
    says: 'takes a net weight that is the gross weight',
    change: state({ PackingGross: '5', PackingNet: '5' }),
    finds: [],
  },
  {
    rule: 'X05',
    says: 'shows a net weight above the gross weight and two quantities',
    change: state({ PackingGross: '5', PackingNet: '5.1', PackingQty: '9', InvoiceQty: '10' }),
    finds: ['warn Papers.PackingNet', 'warn Papers.PackingQty'],
  },
  {
    rule: 'X06',
    says: 'takes the contract that the head names',
    change: (draft) => {
      draft.papers = { ContractNo: ` ${draft.head.ContrNo ?? ''} `, ContractTotal: '23275', ContractCurr: 'EUR' }
    },
    finds: [],
  },
  {
    rule: 'X06',
    says: 'shows another contract number and amount',
    change: state({ ContractNo: 'OTHER-1', ContractTotal: '1' }),
    finds: ['warn DecHead.ContrNo', 'warn Papers.ContractTotal'],
  },
  { rule: 'X07', says: 'takes a shipment in parts', change: state({ ContractQty: '10', InvoiceQty: '4' }), finds: [] },
  {
    rule: 'X07',
    says: 'shows more than was agreed',
    change: state({ ContractQty: '10', InvoiceQty: '11' }),
    finds: ['warn Papers.ContractQty'],
  },
]
