import { asIs, type Case } from './case.ts'

/** Trade mode, handbook, price answers: H11, H12, H18, H30, H34. */
export const headTrade: readonly Case[] = [
  {
    rule: 'H11',
    says: 'takes one bill with its house bill',
    change: ({ head }) => (head.BillNo = 'YLM1*YLH2'),
    finds: [],
  },
  {
    rule: 'H11',
    says: 'refuses two licence numbers in one field',
    change: ({ head }) => (head.LicenseNo = '26-YL-000001,26-YL-000002'),
    finds: ['error DecHead.LicenseNo'],
  },
  {
    rule: 'H11',
    says: 'refuses two bills and two handbooks',
    change: ({ head }) => Object.assign(head, { ManualNo: 'C22482026001；', BillNo: 'YL1、YL2' }),
    finds: ['error DecHead.ManualNo', 'error DecHead.BillNo'],
  },

  {
    rule: 'H12',
    says: 'takes a handbook of processing trade',
    change: ({ head }) => Object.assign(head, { ManualNo: 'C22482026001', TradeMode: '0615', CutMode: '503' }),
    finds: [],
  },
  {
    rule: 'H12',
    says: 'takes a special-area ledger',
    change: ({ head }) => (head.ManualNo = 'T2248W000001'),
    finds: [],
  },
  {
    rule: 'H12',
    says: 'refuses eleven characters',
    change: ({ head }) => (head.ManualNo = 'C2248202600'),
    finds: ['error DecHead.ManualNo'],
  },
  {
    rule: 'H12',
    says: 'refuses an unknown first letter',
    change: ({ head }) => (head.ManualNo = 'X22482026001'),
    finds: ['error DecHead.ManualNo'],
  },
  {
    rule: 'H12',
    says: 'asks processing trade for its handbook',
    change: ({ head }) => (head.TradeMode = '0615'),
    finds: ['error DecHead.ManualNo'],
  },
  {
    rule: 'H12',
    says: 'refuses a levy nature on transfers',
    change: ({ head }) => Object.assign(head, { ManualNo: 'C22482026001', TradeMode: '0654', CutMode: '503' }),
    finds: ['error DecHead.CutMode'],
  },

  { rule: 'H18', says: 'takes five answers', change: asIs, finds: [] },
  { rule: 'H18', says: 'takes blanks for exports', change: asIs, finds: [], base: 'export' },
  {
    rule: 'H18',
    says: 'refuses three answers',
    change: ({ head }) => (head.PromiseItmes = '000'),
    finds: ['error DecHead.PromiseItmes'],
  },
  {
    rule: 'H18',
    says: 'refuses answers of exports',
    change: ({ head }) => (head.PromiseItmes = '00099'),
    finds: ['error DecHead.PromiseItmes'],
    base: 'export',
  },
  {
    rule: 'H18',
    says: 'refuses answers of processing imports',
    change: ({ head }) => (head.TradeMode = '0615'),
    finds: ['error DecHead.PromiseItmes'],
  },
  {
    rule: 'H18',
    says: 'takes answers of domestic sale',
    change: ({ head }) => (head.TradeMode = '0644'),
    finds: [],
  },

  { rule: 'H30', says: 'takes ordinary trade with a levy nature', change: asIs, finds: [] },
  {
    rule: 'H30',
    says: 'takes bonded storage without one',
    change: ({ head }) => Object.assign(head, { TradeMode: '1233', CutMode: '' }),
    finds: [],
  },
  {
    rule: 'H30',
    says: 'asks ordinary trade for it',
    change: ({ head }) => (head.CutMode = ''),
    finds: ['error DecHead.CutMode'],
  },

  {
    rule: 'H34',
    says: 'takes domestic sale as import',
    change: ({ head }) => Object.assign(head, { TradeMode: '0644', ManualNo: 'C22482026001' }),
    finds: [],
  },
  {
    rule: 'H34',
    says: 'asks about an export mode on imports',
    change: ({ head }) => (head.TradeMode = '9810'),
    finds: ['warn DecHead.TradeMode'],
    text: '跨境电商出口海外仓',
  },
  {
    rule: 'H34',
    says: 'asks about an import mode on exports',
    change: ({ head }) => (head.TradeMode = '0644'),
    finds: ['warn DecHead.TradeMode'],
    base: 'export',
  },
  {
    rule: 'H34',
    says: 'asks about a handbook of the other kind',
    change: ({ head }) => Object.assign(head, { TradeMode: '0615', ManualNo: 'B22482026001' }),
    finds: ['warn DecHead.TradeMode'],
  },
]
