import { asIs, type Case } from './case.ts'

/** Offices, ports and countries: H01, H17, H22, H23, H32, H37, H38. */
export const headPlaces: readonly Case[] = [
  { rule: 'H01', says: 'takes an office', change: asIs, finds: [] },
  {
    rule: 'H01',
    says: 'refuses a directly-under customs',
    change: ({ head }) => (head.CustomMaster = '2200'),
    finds: ['error DecHead.CustomMaster'],
  },
  {
    rule: 'H01',
    says: 'refuses three digits',
    change: ({ head }) => (head.CustomMaster = '224'),
    finds: ['error DecHead.CustomMaster'],
  },
  {
    rule: 'H01',
    says: 'only warns of an office that the incomplete list lacks',
    change: ({ head }) => (head.CustomMaster = '2299'),
    finds: ['warn DecHead.CustomMaster'],
  },

  { rule: 'H17', says: 'takes a complete import', change: asIs, finds: [] },
  { rule: 'H17', says: 'takes an export without port of loading abroad', change: asIs, finds: [], base: 'export' },
  {
    rule: 'H17',
    says: 'takes an import without a place when nothing is inspected',
    change: ({ head }) => (head.GoodsPlace = ''),
    finds: [],
  },
  {
    rule: 'H17',
    says: 'asks imports for both ports',
    change: ({ head }) => Object.assign(head, { DespPortCode: '', EntyPortCode: '' }),
    finds: ['error DecHead.DespPortCode', 'error DecHead.EntyPortCode'],
  },
  {
    rule: 'H17',
    says: 'asks for the place of goods with inspection letter A',
    change: ({ head, message }) => {
      head.GoodsPlace = ''
      message.DecLicenseDocus = [{ DocuCode: 'A', CertCode: '126000000000001' }]
    },
    finds: ['error DecHead.GoodsPlace'],
  },
  {
    rule: 'H17',
    says: 'asks exports for the port of exit',
    change: ({ head }) => (head.EntyPortCode = ''),
    finds: ['error DecHead.EntyPortCode'],
    base: 'export',
  },

  { rule: 'H22', says: 'takes letters and digits in their places', change: asIs, finds: [] },
  {
    rule: 'H22',
    says: 'refuses the former numeric codes',
    change: ({ head }) =>
      Object.assign(head, {
        TradeAreaCode: '304',
        TradeCountry: 'deu',
        DistinatePort: 'DEU63',
        DespPortCode: '063',
        EntyPortCode: '2248',
      }),
    finds: [
      'error DecHead.TradeAreaCode',
      'error DecHead.TradeCountry',
      'error DecHead.DistinatePort',
      'error DecHead.DespPortCode',
      'error DecHead.EntyPortCode',
    ],
  },

  { rule: 'H23', says: 'takes a port of the country', change: asIs, finds: [] },
  {
    rule: 'H23',
    says: 'takes transshipment through another country',
    change: ({ head }) => Object.assign(head, { DistinatePort: 'SGP005', TradeCountry: 'SGP' }),
    finds: [],
  },
  {
    rule: 'H23',
    says: 'asks about an import port of another country',
    change: ({ head }) => (head.TradeCountry = 'FRA'),
    finds: ['warn DecHead.DespPortCode'],
  },
  {
    rule: 'H23',
    says: 'asks about an export port of another country',
    change: ({ head }) => (head.TradeCountry = 'CAN'),
    finds: ['warn DecHead.DistinatePort'],
    base: 'export',
  },

  {
    rule: 'H32',
    says: 'takes Huangpu with yard and remark',
    change: ({ head, free }) => {
      Object.assign(head, { CustomMaster: '5202', NoteS: '[装卸口岸]:演练码头' })
      free.CusFie = '5298'
    },
    finds: [],
  },
  {
    rule: 'H32',
    says: 'reminds of yard and remark at Huangpu, basis unverified',
    change: ({ head }) => (head.IEPort = '5202'),
    finds: ['warn DecFreeTxt.CusFie', 'warn DecHead.NoteS'],
    text: '（依据未核实）',
  },

  { rule: 'H37', says: 'takes blank offices', change: asIs, finds: [] },
  {
    rule: 'H37',
    says: 'refuses the removed offices',
    change: ({ head }) => Object.assign(head, { OrgCode: '310000', InspOrgCode: '310000', VsaOrgCode: '310000' }),
    finds: ['error DecHead.OrgCode', 'error DecHead.InspOrgCode', 'error DecHead.VsaOrgCode'],
  },
  {
    rule: 'H37',
    says: 'is silent before 2024-04-10',
    change: (draft) => {
      draft.day = '2024-04-09'
      draft.head.OrgCode = '310000'
    },
    finds: [],
  },

  { rule: 'H38', says: 'takes an import that nobody inspects', change: asIs, finds: [] },
  {
    rule: 'H38',
    says: 'takes an inspected import with the office',
    change: ({ head, message }) => {
      head.PurpOrgCode = '2210'
      message.DecRequestCerts = [{ AppCertCode: '11' }]
    },
    finds: [],
  },
  {
    rule: 'H38',
    says: 'asks an inspected import for the office',
    change: ({ message }) => (message.DecRequestCerts = [{ AppCertCode: '11' }]),
    finds: ['error DecHead.PurpOrgCode'],
  },
  {
    rule: 'H38',
    says: 'asks by the inspection letter of the tariff',
    change: ({ line }) => (line.CodeTS = '3102100090'),
    finds: ['error DecHead.PurpOrgCode'],
  },
  {
    rule: 'H38',
    says: 'refuses the former inspection office code',
    change: ({ head }) => (head.PurpOrgCode = '310000'),
    finds: ['error DecHead.PurpOrgCode'],
  },
  {
    rule: 'H38',
    says: 'only warns of an unknown office',
    change: ({ head }) => (head.PurpOrgCode = '2299'),
    finds: ['warn DecHead.PurpOrgCode'],
  },
  {
    rule: 'H38',
    says: 'does not ask exports',
    change: ({ message }) => (message.DecRequestCerts = [{ AppCertCode: '11' }]),
    finds: [],
    base: 'export',
  },
]
