import { asIs, type Case } from './case.ts'

/** Packages, weights and charges: H02 to H09, H35. */
export const headAmounts: readonly Case[] = [
  {
    rule: 'H02',
    says: 'takes a whole number of packages',
    change: ({ head }) => (head.PackNo = '999999999'),
    finds: [],
  },
  {
    rule: 'H02',
    says: 'leaves an empty field to the needed fields',
    change: ({ head }) => (head.PackNo = ''),
    finds: [],
  },
  { rule: 'H02', says: 'refuses 0', change: ({ head }) => (head.PackNo = '0'), finds: ['error DecHead.PackNo'] },
  {
    rule: 'H02',
    says: 'refuses a fraction',
    change: ({ head }) => (head.PackNo = '1.5'),
    finds: ['error DecHead.PackNo'],
  },
  {
    rule: 'H02',
    says: 'refuses ten digits',
    change: ({ head }) => (head.PackNo = '1000000000'),
    finds: ['error DecHead.PackNo'],
  },

  { rule: 'H03', says: 'takes five decimals', change: ({ head }) => (head.GrossWet = '2010.75001'), finds: [] },
  {
    rule: 'H03',
    says: 'takes a net weight equal to the gross weight',
    change: ({ head }) => (head.NetWt = '2010.75'),
    finds: [],
  },
  {
    rule: 'H03',
    says: 'refuses a net weight above the gross weight',
    change: ({ head }) => (head.NetWt = '2010.751'),
    finds: ['error DecHead.NetWt'],
  },
  {
    rule: 'H03',
    says: 'refuses six decimals',
    change: ({ head }) => (head.GrossWet = '2010.750001'),
    finds: ['error DecHead.GrossWet'],
  },
  {
    rule: 'H03',
    says: 'refuses a weight of nothing',
    change: ({ head }) => (head.NetWt = '0.00'),
    finds: ['error DecHead.NetWt'],
  },
  {
    rule: 'H03',
    says: 'refuses words',
    change: ({ head }) => (head.GrossWet = '约2吨'),
    finds: ['error DecHead.GrossWet'],
  },
  { rule: 'H03', says: 'takes 0.01 kg', change: ({ head }) => (head.NetWt = '0.01'), finds: [] },
  {
    rule: 'H03',
    says: 'refuses less than 0.01 kg from 2024-04-10',
    change: (draft) => {
      draft.day = '2024-04-10'
      draft.head.NetWt = '0.005'
    },
    finds: ['error DecHead.NetWt'],
  },
  {
    rule: 'H03',
    says: 'takes less than 0.01 kg before 2024-04-10',
    change: (draft) => {
      draft.day = '2024-04-09'
      draft.head.NetWt = '0.005'
    },
    finds: [],
  },

  { rule: 'H03b', says: 'takes two decimals below 1 kg', change: ({ head }) => (head.NetWt = '0.35'), finds: [] },
  {
    rule: 'H03b',
    says: 'asks for two decimals below 1 kg',
    change: ({ head }) => (head.NetWt = '0.355'),
    finds: ['warn DecHead.NetWt'],
    text: '0.36',
  },
  {
    rule: 'H03b',
    says: 'asks for 1 before 2024-04-10',
    change: (draft) => {
      draft.day = '2024-04-09'
      draft.head.NetWt = '0.35'
    },
    finds: ['warn DecHead.NetWt'],
    text: '填1',
  },

  { rule: 'H04', says: 'takes a rate without and a total with currency', change: asIs, finds: [] },
  {
    rule: 'H04',
    says: 'refuses a currency with a rate',
    change: ({ head }) => (head.InsurCurr = 'EUR'),
    finds: ['error DecHead.InsurCurr'],
  },
  {
    rule: 'H04',
    says: 'asks for the currency of a total',
    change: ({ head }) => (head.FeeCurr = ''),
    finds: ['error DecHead.FeeCurr'],
  },
  {
    rule: 'H04',
    says: 'asks for the currency of a price per tonne',
    change: ({ head }) => Object.assign(head, { FeeMark: '2', FeeCurr: '' }),
    finds: ['error DecHead.FeeCurr'],
  },

  {
    rule: 'H05',
    says: 'takes marks 1 and 3 for other charges',
    change: ({ head }) => Object.assign(head, { OtherMark: '3', OtherRate: '10', OtherCurr: 'EUR' }),
    finds: [],
  },
  { rule: 'H05', says: 'takes mark 2 for freight', change: ({ head }) => (head.FeeMark = '2'), finds: [] },
  {
    rule: 'H05',
    says: 'refuses mark 2 for insurance and other charges',
    change: ({ head }) => Object.assign(head, { InsurMark: '2', OtherMark: '2' }),
    finds: ['error DecHead.InsurMark', 'error DecHead.OtherMark'],
  },

  {
    rule: 'H06',
    says: 'takes charges that are all empty',
    change: ({ head }) => Object.assign(head, { FeeMark: '', FeeRate: '', FeeCurr: '' }),
    finds: [],
  },
  {
    rule: 'H06',
    says: 'refuses a mark without an amount',
    change: ({ head }) => (head.FeeRate = ''),
    finds: ['error DecHead.FeeRate'],
  },
  {
    rule: 'H06',
    says: 'refuses an amount without a mark',
    change: ({ head }) => (head.InsurMark = ''),
    finds: ['error DecHead.InsurMark'],
  },
  {
    rule: 'H06',
    says: 'refuses a currency alone',
    change: ({ head }) => (head.OtherCurr = 'EUR'),
    finds: ['error DecHead.OtherCurr'],
  },

  {
    rule: 'H07',
    says: 'takes a deduction in other charges',
    change: ({ head }) => (head.OtherRate = '-120.5'),
    finds: [],
  },
  {
    rule: 'H07',
    says: 'refuses negative freight and insurance',
    change: ({ head }) => Object.assign(head, { FeeRate: '-950', InsurRate: '-0.3' }),
    finds: ['error DecHead.FeeRate', 'error DecHead.InsurRate'],
  },

  { rule: 'H08', says: 'takes FOB imports with freight and insurance', change: asIs, finds: [] },
  {
    rule: 'H08',
    says: 'asks FOB imports for both',
    change: ({ head }) => Object.assign(head, { FeeMark: '', FeeRate: '', InsurMark: '', InsurRate: '0' }),
    finds: ['error DecHead.FeeRate', 'error DecHead.InsurRate'],
  },
  {
    rule: 'H08',
    says: 'refuses both for CIF imports',
    change: ({ head }) => (head.TransMode = '1'),
    finds: ['error DecHead.FeeRate', 'error DecHead.InsurRate'],
  },
  {
    rule: 'H08',
    says: 'refuses freight for C&F imports',
    change: ({ head }) => (head.TransMode = '2'),
    finds: ['error DecHead.FeeRate'],
  },
  {
    rule: 'H08',
    says: 'refuses insurance for C&I imports',
    change: ({ head }) => (head.TransMode = '4'),
    finds: ['error DecHead.InsurRate'],
  },
  {
    rule: 'H08',
    says: 'only warns for EXW, whose basis is unverified',
    change: ({ head }) => Object.assign(head, { TransMode: '7', FeeMark: '', FeeRate: '' }),
    finds: ['warn DecHead.FeeRate'],
    text: '（依据未核实）',
  },
  { rule: 'H08', says: 'does not judge market price', change: ({ head }) => (head.TransMode = '5'), finds: [] },

  { rule: 'H09', says: 'takes FOB exports without charges', change: asIs, finds: [], base: 'export' },
  {
    rule: 'H09',
    says: 'asks CIF exports for freight and insurance',
    change: ({ head }) => (head.TransMode = '1'),
    finds: ['error DecHead.FeeRate', 'error DecHead.InsurRate'],
    base: 'export',
  },
  {
    rule: 'H09',
    says: 'asks C&F exports for freight',
    change: ({ head }) => (head.TransMode = '2'),
    finds: ['error DecHead.FeeRate'],
    base: 'export',
  },
  {
    rule: 'H09',
    says: 'asks C&I exports for insurance',
    change: ({ head }) => (head.TransMode = '4'),
    finds: ['error DecHead.InsurRate'],
    base: 'export',
  },
  {
    rule: 'H09',
    says: 'refuses freight for FOB exports',
    change: ({ head }) => Object.assign(head, { FeeMark: '3', FeeRate: '100', FeeCurr: 'USD' }),
    finds: ['error DecHead.FeeRate'],
    base: 'export',
  },

  { rule: 'H35', says: 'takes charges in the currency of the goods', change: asIs, finds: [] },
  {
    rule: 'H35',
    says: 'asks about another currency',
    change: ({ head }) => (head.FeeCurr = 'USD'),
    finds: ['warn DecHead.FeeCurr'],
  },
]
