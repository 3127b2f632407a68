import { asIs, type Case, type Draft } from './case.ts'

const danger = { Uncode: '1263', DangName: '涂料', DangPackType: '2', DangPackSpec: '4G/Y25/S' }
const bare = { Uncode: '1263', GoodsAttr: '32' }

const preferred =
  (row: { CertType?: string; EcoCertNo?: string; DecGNo?: string; EcoGNo?: string } = {}, origin = 'AUS') =>
  ({ message, line }: Draft): void => {
    message.EcoRelation = [{ CertType: 'Y22', EcoCertNo: 'C2026YL0001', DecGNo: '1', EcoGNo: '1', ...row }]
    line.RcepOrigPlaceCode = origin
  }

const proof = (code: string, certificate: string) => (draft: Draft) => {
  draft.day = '2021-05-09'
  draft.message.DecLicenseDocus = [{ DocuCode: code, CertCode: certificate }]
}

const licence = (line: Draft['line'], attribute: string, ...kinds: string[]): void => {
  line.GoodsAttr = attribute
  line.DecGoodsLimits = kinds.map((kind) => ({ GoodsNo: '1', LicTypeCode: kind, LicenceNo: `${kind}XXXXXX` }))
}

const vehicle = (line: Draft['line'], vins: string[]): void => {
  line.CodeTS = '8703234110'
  line.DecGoodsLimits = [
    { GoodsNo: '1', LicTypeCode: '411', LicenceNo: 'YL2026', DecGoodsLimitVin: vins.map((VinCode) => ({ VinCode })) },
  ]
}

/** Danger, licences, vehicles and preference: L13 to L16, L18, L23, L24. */
export const linesSpecial: readonly Case[] = [
  { rule: 'L13', says: 'is silent on ordinary goods', change: asIs, finds: [] },
  { rule: 'L13', says: 'takes complete dangerous goods', change: ({ line }) => Object.assign(line, danger), finds: [] },
  { rule: 'L13', says: 'takes the answer no', change: ({ line }) => (line.NoDangFlag = '1'), finds: [] },
  {
    rule: 'L13',
    says: 'asks for what is missing',
    change: ({ line }) => (line.Uncode = '1263'),
    finds: ['error DecLists.0.DangName', 'error DecLists.0.DangPackType', 'error DecLists.0.DangPackSpec'],
  },
  {
    rule: 'L13',
    says: 'asks by the goods attribute too',
    change: ({ line }) => Object.assign(line, danger, { GoodsAttr: '32', Uncode: '' }),
    finds: ['error DecLists.0.Uncode'],
  },
  {
    rule: 'L13',
    says: 'sees a chemical in the attribute although nothing else is filled',
    change: ({ line }) => (line.GoodsAttr = '19,32'),
    finds: ['Uncode', 'DangName', 'DangPackType', 'DangPackSpec'].map((element) => `error DecLists.0.${element}`),
  },
  {
    rule: 'L13',
    says: 'asks goods in bulk for no packing',
    change: ({ line }) => Object.assign(line, { GoodsAttr: '31', Uncode: '1263', DangName: '涂料' }),
    finds: [],
  },
  {
    rule: 'L13',
    says: 'refuses another packing class',
    change: ({ line }) => Object.assign(line, danger, { DangPackType: '4' }),
    finds: ['error DecLists.0.DangPackType'],
  },
  {
    rule: 'L13',
    says: 'asks about data of danger with the answer no',
    change: ({ line }) => Object.assign(line, danger, { NoDangFlag: '1' }),
    finds: ['warn DecLists.0.NoDangFlag'],
  },

  {
    rule: 'L14',
    says: 'takes an attribute with its licence',
    change: ({ line }) => licence(line, '11,19', '411'),
    finds: [],
  },
  { rule: 'L14', says: 'takes a placeholder number', change: ({ line }) => licence(line, '34', '629'), finds: [] },
  {
    rule: 'L14',
    says: 'asks for the licence of each attribute',
    change: ({ line }) => licence(line, '11,36,39', '629'),
    finds: ['error DecLists.0.GoodsAttr', 'error DecLists.0.GoodsAttr', 'error DecLists.0.GoodsAttr'],
  },
  {
    rule: 'L14',
    says: 'asks used machinery for its inspection',
    change: ({ line }) => licence(line, '21'),
    finds: ['error DecLists.0.GoodsAttr'],
    text: '423',
  },
  {
    rule: 'L14',
    says: 'does not ask other used goods',
    change: ({ line }) => {
      licence(line, '21')
      line.CodeTS = '4012200000'
    },
    finds: [],
  },
  { rule: 'L14', says: 'does not ask exports', change: ({ line }) => licence(line, '11'), finds: [], base: 'export' },

  {
    rule: 'L15',
    says: 'takes a vehicle with its number',
    change: ({ line }) => vehicle(line, ['1M8GDM9AXKP042788']),
    finds: [],
  },
  { rule: 'L15', says: 'is silent on other goods', change: ({ line }) => licence(line, '11', '411'), finds: [] },
  {
    rule: 'L15',
    says: 'asks for the numbers',
    change: ({ line }) => vehicle(line, []),
    finds: ['error DecLists.0.DecGoodsLimits.0.LicTypeCode'],
  },
  {
    rule: 'L15',
    says: 'refuses I, O, Q and other lengths',
    change: ({ line }) => vehicle(line, ['1M8GDM9AXKPO42788', '1M8GDM9AXKP04278', '']),
    finds: [0, 1, 2].map((at) => `error DecLists.0.DecGoodsLimits.0.DecGoodsLimitVin.${at}.VinCode`),
  },
  {
    rule: 'L15',
    says: 'asks about a check digit that not all countries use',
    change: ({ line }) => vehicle(line, ['1M8GDM9A1KP042788']),
    finds: ['warn DecLists.0.DecGoodsLimits.0.DecGoodsLimitVin.0.VinCode'],
  },

  { rule: 'L16', says: 'is silent without preference', change: asIs, finds: [] },
  { rule: 'L16', says: 'takes a complete line', change: preferred(), finds: [] },
  {
    rule: 'L16',
    says: 'refuses the document Y since 2021-05-10',
    change: ({ message }) => (message.DecLicenseDocus = [{ DocuCode: 'Y', CertCode: '<14>I2017-0166475' }]),
    finds: ['error DecLicenseDocus.0.DocuCode'],
  },
  {
    rule: 'L16',
    says: 'refuses a broken agreement, proof and line',
    change: preferred({ CertType: 'Y1', EcoCertNo: '2026YL0001', DecGNo: '9' }),
    finds: [
      'error EcoRelation.0.CertType',
      'error EcoRelation.0.EcoCertNo',
      'error EcoRelation.0.DecGNo',
      'error DecLists.0.RcepOrigPlaceCode',
    ],
  },
  {
    rule: 'L16',
    says: 'only warns of an agreement newer than the list',
    change: preferred({ CertType: 'Y28' }),
    finds: ['warn EcoRelation.0.CertType'],
  },
  {
    rule: 'L16',
    says: 'refuses an agreement before its first day',
    change: (draft) => {
      draft.day = '2021-12-31'
      preferred()(draft)
    },
    finds: ['error EcoRelation.0.CertType'],
    text: '2022-01-01',
  },
  {
    rule: 'L16',
    says: 'asks for the origin under the agreement',
    change: preferred({}, ''),
    finds: ['error DecLists.0.RcepOrigPlaceCode'],
  },
  {
    rule: 'L16',
    says: 'asks for the proof of an origin',
    change: ({ line }) => (line.RcepOrigPlaceCode = 'AUS'),
    finds: ['error DecLists.0.RcepOrigPlaceCode'],
  },
  {
    rule: 'L16',
    says: 'refuses two proofs of one line and one proof line twice',
    change: ({ message, lines }) => {
      const row = { CertType: 'Y22', EcoCertNo: 'C2026YL0001' }
      message.EcoRelation = [
        { ...row, DecGNo: '1', EcoGNo: '1' },
        { ...row, DecGNo: '1', EcoGNo: '2' },
        { ...row, DecGNo: '2', EcoGNo: '2' },
      ]
      for (const line of lines.slice(0, 2)) line.RcepOrigPlaceCode = 'AUS'
    },
    finds: ['error EcoRelation.1.DecGNo', 'error EcoRelation.2.EcoGNo'],
  },
  {
    rule: 'L16',
    says: 'asks about the small-consignment number, basis unverified',
    change: preferred({ EcoCertNo: 'XJE00000' }),
    finds: ['warn EcoRelation.0.EcoCertNo'],
    text: '（依据未核实）',
  },
  {
    rule: 'L16',
    says: 'takes the document Y until 2021-05-09',
    change: (draft) => {
      proof('Y', '<14>I2017-0166475')(draft)
      draft.message.EcoRelation = [{ CertType: 'Y14', EcoCertNo: 'I2017-0166475', DecGNo: '1', EcoGNo: '1' }]
    },
    finds: [],
  },
  { rule: 'L16', says: 'takes small consignments until 2021-05-09', change: proof('Y', '<14>XJE00000'), finds: [] },
  {
    rule: 'L16',
    says: 'asks the document Y for the agreement',
    change: proof('Y', 'I2017-0166475'),
    finds: ['error DecLicenseDocus.0.CertCode'],
  },
  {
    rule: 'L16',
    says: 'asks the document Y for the lines',
    change: proof('Y', '<14>I2017-0166475'),
    finds: ['error DecLicenseDocus.0.CertCode'],
    text: '对应关系',
  },

  { rule: 'L18', says: 'takes a member', change: preferred(), finds: [] },
  { rule: 'L18', says: 'takes a choice that is no country', change: preferred({}, '**'), finds: [] },
  {
    rule: 'L18',
    says: 'asks about another country',
    change: preferred({}, 'USA'),
    finds: ['warn DecLists.0.RcepOrigPlaceCode'],
  },
  { rule: 'L18', says: 'does not judge other agreements', change: preferred({ CertType: 'Y17' }, 'CHE'), finds: [] },

  {
    rule: 'L23',
    says: 'takes a complete chemical',
    change: ({ head, line, message }) => {
      Object.assign(line, danger, { GoodsAttr: '32', CiqName: '危险化学品' })
      head.PurpOrgCode = '2210'
      message.EdocRealation = [{ EdocCode: '50000001', GNoStr: '1,2' }]
    },
    finds: [],
  },
  {
    rule: 'L23',
    says: 'does not ask exports',
    change: ({ line }) => Object.assign(line, bare),
    finds: [],
    base: 'export',
  },
  {
    rule: 'L23',
    says: 'asks for everything that is missing',
    change: ({ line }) => (line.Uncode = '1263'),
    finds: [
      'warn DecLists.0.GoodsAttr',
      'warn DecLists.0.CiqName',
      'warn DecLists.0.DangName',
      'warn DecLists.0.DangPackType',
      'warn DecLists.0.DangPackSpec',
      'warn DecLists.0.GNo',
      'warn DecHead.PurpOrgCode',
    ],
  },

  {
    rule: 'L24',
    says: 'takes a quantity with its unit',
    change: ({ line }) => (line.DecGoodsLimits = [{ LicWrtofQty: '10', LicWrtofQtyUnit: '007' }]),
    finds: [],
  },
  {
    rule: 'L24',
    says: 'asks for the unit',
    change: ({ line }) => (line.DecGoodsLimits = [{ LicWrtofQty: '10' }]),
    finds: ['error DecLists.0.DecGoodsLimits.0.LicWrtofQtyUnit'],
  },
]
