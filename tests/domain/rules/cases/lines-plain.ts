import { manyLines } from '../../../fixtures/declarations.ts'
import { asIs, type Case } from './case.ts'

/** Numbers, codes and amounts of goods lines: L01 to L12, L17, L21. */
export const linesPlain: readonly Case[] = [
  { rule: 'L01', says: 'takes three lines', change: asIs, finds: [] },
  { rule: 'L01', says: 'takes 50 lines', change: (draft) => (draft.message = manyLines(50)), finds: [] },
  { rule: 'L01', says: 'refuses no line', change: ({ message }) => (message.DecLists = []), finds: ['error DecLists'] },
  {
    rule: 'L01',
    says: 'refuses 51 lines',
    change: (draft) => (draft.message = manyLines(51)),
    finds: ['error DecLists'],
  },

  { rule: 'L02', says: 'takes 1, 2, 3', change: asIs, finds: [] },
  {
    rule: 'L02',
    says: 'refuses a gap',
    change: ({ lines }) => lines.splice(1, 1),
    finds: ['error DecLists.1.GNo'],
  },
  {
    rule: 'L02',
    says: 'refuses a missing number',
    change: ({ line }) => delete line.GNo,
    finds: ['error DecLists.0.GNo'],
  },

  { rule: 'L03', says: 'takes a code of the tariff', change: asIs, finds: [] },
  {
    rule: 'L03',
    says: 'refuses eight digits and a suffix of two',
    change: ({ line }) => Object.assign(line, { CodeTS: '84239000', CiqCode: '99' }),
    finds: ['error DecLists.0.CodeTS', 'error DecLists.0.CiqCode'],
  },
  {
    rule: 'L03',
    says: 'only warns of a code that the practice tariff lacks',
    change: ({ line }) => (line.CodeTS = '8423999999'),
    finds: ['warn DecLists.0.CodeTS'],
  },
  {
    rule: 'L03',
    says: 'asks for the suffix',
    change: ({ line }) => (line.CiqCode = ''),
    finds: ['warn DecLists.0.CiqCode'],
  },

  { rule: 'L04', says: 'takes the units of the tariff', change: asIs, finds: [] },
  {
    rule: 'L04',
    says: 'asks about other units than those of the practice tariff, which stops nothing',
    change: ({ line }) => Object.assign(line, { FirstUnit: '007', SecondUnit: '035' }),
    finds: ['warn DecLists.0.FirstUnit', 'warn DecLists.0.SecondUnit'],
    text: '035千克',
  },
  {
    rule: 'L04',
    says: 'asks for the second quantity',
    change: ({ line }) => (line.SecondQty = ''),
    finds: ['error DecLists.0.SecondQty'],
  },
  {
    rule: 'L04',
    says: 'asks for the second unit',
    change: ({ lines }) => Object.assign(lines[1] ?? {}, { SecondUnit: '' }),
    finds: ['error DecLists.1.SecondUnit'],
  },
  {
    rule: 'L04',
    says: 'holds import units against imports',
    change: ({ line }) => Object.assign(line, { CodeTS: '3304990099', FirstUnit: '011', SecondUnit: '035' }),
    finds: ['warn DecLists.0.FirstUnit', 'warn DecLists.0.SecondUnit'],
  },
  {
    rule: 'L04',
    says: 'does not hold import units against exports',
    change: ({ line }) => Object.assign(line, { CodeTS: '3304990099', FirstUnit: '011', SecondUnit: '035' }),
    finds: [],
    base: 'export',
  },

  {
    rule: 'L05',
    says: 'takes equal quantities of one unit',
    change: ({ lines }) => ((lines[1] ?? {}).FirstQty = '100.00'),
    finds: [],
  },
  {
    rule: 'L05',
    says: 'refuses unequal quantities of one unit',
    change: ({ lines }) => ((lines[1] ?? {}).FirstQty = '101'),
    finds: ['error DecLists.1.FirstQty'],
  },
  {
    rule: 'L05',
    says: 'looks at the second unit too',
    change: ({ lines }) => ((lines[1] ?? {}).GUnit = '035'),
    finds: ['error DecLists.1.SecondQty'],
  },

  { rule: 'L06', says: 'takes quantity times price', change: asIs, finds: [] },
  {
    rule: 'L06',
    says: 'takes what the fourth decimal of the price hides',
    change: ({ line }) => Object.assign(line, { GQty: '30000', DeclPrice: '0.3333', DeclTotal: '10000' }),
    finds: [],
  },
  {
    rule: 'L06',
    says: 'takes the last cent that the price may hide',
    change: ({ line }) => Object.assign(line, { GQty: '30000', DeclPrice: '0.3333', DeclTotal: '10000.5' }),
    finds: [],
  },
  {
    rule: 'L06',
    says: 'refuses the first cent that it may not',
    change: ({ line }) => Object.assign(line, { GQty: '30000', DeclPrice: '0.3333', DeclTotal: '10000.51' }),
    finds: ['error DecLists.0.DeclTotal'],
  },
  {
    rule: 'L06',
    says: 'refuses a cent too much',
    change: ({ line }) => Object.assign(line, { GQty: '1', DeclPrice: '25.5', DeclTotal: '25.51' }),
    finds: ['error DecLists.0.DeclTotal'],
    text: '25.5',
  },
  {
    rule: 'L06',
    says: 'is exact where floats are not',
    change: ({ line }) => Object.assign(line, { GQty: '3', DeclPrice: '0.1', DeclTotal: '0.3' }),
    finds: [],
  },
  {
    rule: 'L06',
    says: 'asks about a third decimal of the total',
    change: ({ line }) => Object.assign(line, { GQty: '1', DeclPrice: '25.504', DeclTotal: '25.504' }),
    finds: ['warn DecLists.0.DeclTotal'],
  },

  { rule: 'L07', says: 'takes kilograms just below the net weight', change: asIs, finds: [] },
  {
    rule: 'L07',
    says: 'asks about kilograms above the net weight',
    change: ({ head }) => (head.NetWt = '1849.9'),
    finds: ['warn DecHead.NetWt'],
    text: '1850',
  },
  {
    rule: 'L07',
    says: 'asks about kilograms far below',
    change: ({ head }) => (head.NetWt = '18505'),
    finds: ['warn DecHead.NetWt'],
  },
  {
    rule: 'L07',
    says: 'does not call it far below while a line has no kilograms',
    change: ({ head, lines }) => {
      head.NetWt = '18505'
      Object.assign(lines[2] ?? {}, { SecondUnit: '', SecondQty: '' })
    },
    finds: [],
  },

  { rule: 'L08', says: 'takes an import with 3', change: asIs, finds: [] },
  {
    rule: 'L08',
    says: 'takes an import without the second element',
    change: ({ line }) => (line.GModel = '4|称重|YL'),
    finds: [],
  },
  { rule: 'L08', says: 'takes an export with 0 and 2', change: asIs, finds: [], base: 'export' },
  {
    rule: 'L08',
    says: 'refuses another brand type and an export preference on imports',
    change: ({ line }) => (line.GModel = '5|1|称重'),
    finds: ['error DecLists.0.GModel', 'error DecLists.0.GModel'],
  },
  {
    rule: 'L08',
    says: 'asks exports for their preference',
    change: ({ line }) => (line.GModel = '1|3|阀'),
    finds: ['error DecLists.0.GModel'],
    base: 'export',
  },

  { rule: 'L09', says: 'takes one currency', change: asIs, finds: [] },
  {
    rule: 'L09',
    says: 'asks about a second currency, basis unverified',
    change: ({ lines }) => ((lines[2] ?? {}).TradeCurr = 'USD'),
    finds: ['warn DecLists.2.TradeCurr'],
    text: '（依据未核实）',
  },

  { rule: 'L10', says: 'takes letters', change: asIs, finds: [] },
  {
    rule: 'L10',
    says: 'refuses the former numeric codes',
    change: ({ line }) => Object.assign(line, { OriginCountry: '304', DestinationCountry: '142' }),
    finds: ['error DecLists.0.OriginCountry', 'error DecLists.0.DestinationCountry'],
  },
  {
    rule: 'L10',
    says: 'reads the origin by meaning on exports',
    change: ({ line }) => (line.OriginCountry = '142'),
    finds: ['error DecLists.0.OriginCountry'],
    base: 'export',
    text: '原产国',
  },

  { rule: 'L11', says: 'takes district and division', change: asIs, finds: [] },
  {
    rule: 'L11',
    says: 'asks for both, in words of imports',
    change: ({ line }) => Object.assign(line, { DistrictCode: '3122', DestCode: '' }),
    finds: ['error DecLists.0.DistrictCode', 'error DecLists.0.DestCode'],
    text: '境内目的地',
  },
  {
    rule: 'L11',
    says: 'asks for both, in words of exports',
    change: ({ line }) => Object.assign(line, { DistrictCode: '' }),
    finds: ['error DecLists.0.DistrictCode'],
    text: '境内货源地',
    base: 'export',
  },

  { rule: 'L12', says: 'takes the usual pair', change: asIs, finds: [] },
  {
    rule: 'L12',
    says: 'asks for the levy mode',
    change: ({ line }) => (line.DutyMode = ''),
    finds: ['error DecLists.0.DutyMode'],
  },
  {
    rule: 'L12',
    says: 'asks about an unusual pair',
    change: ({ line }) => (line.DutyMode = '3'),
    finds: ['warn DecLists.0.DutyMode'],
  },

  {
    rule: 'L17',
    says: 'takes one handbook line at two prices',
    change: ({ head, lines }) => {
      head.ManualNo = 'C22482026001'
      for (const line of lines) line.ContrItem = '7'
    },
    finds: [],
  },
  {
    rule: 'L17',
    says: 'asks about equal lines, basis unverified',
    change: ({ head, lines, line }) => {
      head.ManualNo = 'C22482026001'
      line.ContrItem = '7'
      lines[1] = { ...line, GNo: '2' }
    },
    finds: ['warn DecLists.1.ContrItem'],
    text: '（依据未核实）',
  },

  {
    rule: 'L21',
    says: 'takes kilograms and whole pieces',
    change: ({ line }) =>
      Object.assign(line, { CodeTS: '3304990099', FirstUnit: '035', SecondUnit: '011', SecondQty: '200' }),
    finds: [],
  },
  {
    rule: 'L21',
    says: 'asks about other units and broken pieces',
    change: ({ line }) => Object.assign(line, { CodeTS: '3303000000', FirstUnit: '095', SecondQty: '20.5' }),
    finds: ['warn DecLists.0.FirstUnit', 'warn DecLists.0.SecondUnit', 'warn DecLists.0.SecondQty'],
  },
  {
    rule: 'L21',
    says: 'is silent before 2022-06-20',
    change: (draft) => {
      draft.day = '2022-06-19'
      draft.line.CodeTS = '3303000000'
    },
    finds: [],
  },
]
