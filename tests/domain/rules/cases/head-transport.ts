import { asIs, type Case, type Draft } from './case.ts'

/** Domestic flow between bonded places. */
const inland = ({ head, free }: Draft): void => {
  Object.assign(head, { TrafMode: '8', TrafName: '', BillNo: '', TradeCountry: 'CHN', DistinatePort: 'CHN000' })
  Object.assign(head, {
    DespPortCode: 'CHN000',
    TransMode: '1',
    FeeMark: '',
    FeeRate: '',
    FeeCurr: '',
    InsurMark: '',
    InsurRate: '',
  })
  free.VoyNo = ''
}

const transfer = (draft: Draft): void => {
  inland(draft)
  Object.assign(draft.head, { TrafMode: '9', TradeMode: '0654', CutMode: '' })
}

/** Names of transport, transfers and transit: H10, H24, H26 to H29, H31. */
export const headTransport: readonly Case[] = [
  { rule: 'H10', says: 'takes a bonded import with everything blank', change: inland, finds: [] },
  { rule: 'H10', says: 'does not judge real crossing', change: asIs, finds: [] },
  {
    rule: 'H10',
    says: 'asks for CIF, CHN and blanks',
    change: ({ head }) => (head.TrafMode = '8'),
    finds: [
      'error DecHead.TradeCountry',
      'error DecHead.DistinatePort',
      'warn DecHead.DespPortCode',
      'error DecHead.TransMode',
      'error DecHead.TrafName',
      'error DecFreeTxt.VoyNo',
      'error DecHead.BillNo',
    ],
  },
  {
    rule: 'H10',
    says: 'takes a port of loading inside the country',
    change: (draft) => {
      inland(draft)
      draft.head.DespPortCode = 'CHN030'
    },
    finds: [],
  },
  {
    rule: 'H10',
    says: 'asks about a port of loading abroad although all else is inland',
    change: (draft) => {
      inland(draft)
      draft.head.DespPortCode = 'DEU063'
    },
    finds: ['warn DecHead.DespPortCode'],
    text: 'CHN000',
  },
  {
    rule: 'H10',
    says: 'asks exports for FOB',
    change: (draft) => {
      inland(draft)
    },
    finds: ['error DecHead.TransMode'],
    base: 'export',
    text: 'FOB',
  },

  { rule: 'H24', says: 'takes ship, voyage and bill', change: asIs, finds: [] },
  {
    rule: 'H24',
    says: 'asks for ship and voyage',
    change: ({ head, free }) => {
      head.TrafName = ''
      free.VoyNo = ''
    },
    finds: ['error DecHead.TrafName', 'error DecFreeTxt.VoyNo'],
  },
  {
    rule: 'H24',
    says: 'refuses a voyage for flights',
    change: ({ head }) => Object.assign(head, { TrafMode: '5', TrafName: 'YL888' }),
    finds: ['error DecFreeTxt.VoyNo'],
  },
  {
    rule: 'H24',
    says: 'asks trains for a date as voyage',
    change: ({ head }) => (head.TrafMode = '3'),
    finds: ['error DecFreeTxt.VoyNo'],
  },
  {
    rule: 'H24',
    says: 'takes lorries by batch number alone',
    change: ({ head, free }) => {
      Object.assign(head, { TrafMode: '4', TrafName: '' })
      free.VoyNo = '5100412345678'
    },
    finds: [],
  },
  {
    rule: 'H24',
    says: 'takes transit by its number',
    change: ({ head, free }) => {
      head.TrafName = '@2248202611000001'
      free.VoyNo = ''
    },
    finds: [],
  },
  {
    rule: 'H24',
    says: 'takes through transit by water with a voyage that starts with @',
    change: ({ free }) => (free.VoyNo = '@026W'),
    finds: [],
  },
  {
    rule: 'H24',
    says: 'asks flights in transit for the @',
    change: ({ head, free }) => {
      Object.assign(head, { TrafMode: '5', TrafName: 'YL888', DeclTrnRel: '1' })
      free.VoyNo = ''
    },
    finds: ['error DecHead.TrafName'],
  },
  {
    rule: 'H24',
    says: 'asks collective filing for two dates as bill number',
    change: ({ head }) => (head.TrafName = '集中申报'),
    finds: ['error DecHead.BillNo'],
  },

  { rule: 'H26', says: 'takes a bill by water', change: asIs, finds: [] },
  {
    rule: 'H26',
    says: 'asks for the bill by water',
    change: ({ head }) => (head.BillNo = ' '),
    finds: ['error DecHead.BillNo'],
  },
  {
    rule: 'H26',
    says: 'does not ask lorries',
    change: ({ head }) => Object.assign(head, { TrafMode: '4', BillNo: '' }),
    finds: [],
  },
  {
    rule: 'H26',
    says: 'only warns for exports in transit',
    change: ({ head }) => Object.assign(head, { TrafName: '@2248202611000001', BillNo: '' }),
    finds: ['warn DecHead.BillNo'],
    base: 'export',
  },

  {
    rule: 'H27',
    says: 'takes @ and sixteen digits with a transit part',
    change: ({ head, message }) => {
      head.TrafName = '@2248202611000001'
      message.TrnHead = { TurnNo: '2248202611000001' }
    },
    finds: [],
  },
  {
    rule: 'H27',
    says: 'takes @ alone with a transit part',
    change: ({ head, message }) => {
      head.TrafName = '@'
      message.TrnHead = { TransFlag: 'AA' }
    },
    finds: [],
  },
  {
    rule: 'H27',
    says: 'asks for the transit part',
    change: ({ head }) => (head.TrafName = '@2248202611000001'),
    finds: ['error TrnHead.TurnNo'],
  },
  {
    rule: 'H27',
    says: 'refuses another number of digits',
    change: ({ head, message }) => {
      head.TrafName = '@22482026'
      message.TrnHead = { TurnNo: '22482026' }
    },
    finds: ['error DecHead.TrafName'],
  },

  {
    rule: 'H28',
    says: 'takes a transfer with a name',
    change: (draft) => {
      transfer(draft)
      draft.head.TrafName = '演练货车'
    },
    finds: [],
  },
  {
    rule: 'H28',
    says: 'asks once about a transfer without a name',
    change: transfer,
    finds: ['warn DecHead.TrafName'],
  },

  { rule: 'H29', says: 'takes a transfer inside the country', change: transfer, finds: [] },
  {
    rule: 'H29',
    says: 'asks transfers for CHN and CIF',
    change: (draft) => {
      transfer(draft)
      Object.assign(draft.head, { TradeCountry: 'DEU', DistinatePort: 'DEU063', TransMode: '3' })
    },
    finds: ['error DecHead.TradeCountry', 'error DecHead.DistinatePort', 'error DecHead.TransMode'],
  },
  {
    rule: 'H29',
    says: 'leaves a mode without crossing to H10',
    change: (draft) => {
      transfer(draft)
      Object.assign(draft.head, { TrafMode: '8', TransMode: '3' })
    },
    finds: [],
  },

  {
    rule: 'H31',
    says: 'takes lorries at a road crossing',
    change: ({ head }) => Object.assign(head, { IEPort: '5301', TrafMode: '4' }),
    finds: [],
  },
  {
    rule: 'H31',
    says: 'asks about a ship at a road crossing',
    change: ({ head }) => (head.IEPort = '5320'),
    finds: ['warn DecHead.TrafMode'],
  },
]
