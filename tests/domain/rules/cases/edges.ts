import { asIs, type Case, type Draft } from './case.ts'

/** The last value that a rule takes and the first that it does not; the first day of a change; the other direction. */

const megabyte = 1024 * 1024
const files = (sizes: readonly number[]) => (draft: Draft) => {
  draft.attachments = sizes.map((bytes, at) => ({
    edocCode: '00000001',
    name: `${at}.pdf`,
    bytes,
    pdf: true,
    encrypted: false,
  }))
}

const licences = (count: number) => (draft: Draft) => {
  const row = { DocuCode: '7', CertCode: '26-YL-000001' }
  draft.message.DecLicenseDocus = Array.from({ length: count }, () => row)
}

/** The first line under RCEP, filed on a day. */
const rcepOn = (day: string) => (draft: Draft) => {
  draft.day = day
  draft.message.EcoRelation = [{ CertType: 'Y22', EcoCertNo: 'CYL000001', DecGNo: '1', EcoGNo: '1' }]
  draft.line.RcepOrigPlaceCode = 'JPN'
}

const netOn =
  (day: string, net: string) =>
  (draft: Draft): void => {
    draft.day = day
    draft.head.NetWt = net
  }

const arrivedOn =
  (day: string) =>
  ({ head }: Draft): void => {
    head.IEDate = day
  }

const stays = ({ head, free }: Draft): void => {
  Object.assign(head, { TrafMode: '8', TrafName: '', BillNo: '', TradeCountry: 'CHN', DistinatePort: 'CHN000' })
  Object.assign(head, { DespPortCode: 'DEU063', TransMode: '3' })
  free.VoyNo = ''
}

const amounts: readonly Case[] = [
  { rule: 'H02', says: 'takes the most packages', change: ({ head }) => (head.PackNo = '999999999'), finds: [] },
  {
    rule: 'H02',
    says: 'refuses one package more',
    change: ({ head }) => (head.PackNo = '1000000000'),
    finds: ['error DecHead.PackNo'],
  },
  { rule: 'H03', says: 'refuses a weight of zero', change: netOn('2024-04-09', '0'), finds: ['error DecHead.NetWt'] },
  { rule: 'H03', says: 'takes net as much as gross', change: ({ head }) => (head.NetWt = head.GrossWet), finds: [] },
  { rule: 'H03', says: 'takes 0.01 kg', change: netOn('2024-04-10', '0.01'), finds: [] },
  {
    rule: 'H03',
    says: 'refuses less than 0.01 kg from 2024-04-10',
    change: netOn('2024-04-10', '0.009'),
    finds: ['error DecHead.NetWt'],
  },
  { rule: 'H03', says: 'takes less than 0.01 kg the day before', change: netOn('2024-04-09', '0.009'), finds: [] },
  { rule: 'H03b', says: 'takes two decimals on 2024-04-10', change: netOn('2024-04-10', '0.55'), finds: [] },
  {
    rule: 'H03b',
    says: 'asks for 1 the day before',
    change: netOn('2024-04-09', '0.55'),
    finds: ['warn DecHead.NetWt'],
  },
  { rule: 'H03b', says: 'takes 1 kg on either side', change: netOn('2024-04-09', '1.000'), finds: [] },
  { rule: 'H03b', says: 'leaves zero to H03', change: netOn('2024-04-09', '0'), finds: [] },
  {
    rule: 'L06',
    says: 'takes half of the last decimal of price and total',
    change: ({ line }) => (line.DeclTotal = '5100.01'),
    finds: [],
  },
  {
    rule: 'L06',
    says: 'only asks about the third decimal at the very edge',
    change: ({ line }) => (line.DeclTotal = '5100.015'),
    finds: ['warn DecLists.0.DeclTotal'],
  },
  {
    rule: 'L06',
    says: 'refuses a cent more',
    change: ({ line }) => (line.DeclTotal = '5100.02'),
    finds: ['error DecLists.0.DeclTotal'],
  },
  { rule: 'L07', says: 'takes kilograms that are the net weight', change: netOn('2026-11-10', '1850'), finds: [] },
  {
    rule: 'L07',
    says: 'takes nine tenths of the net weight',
    change: ({ head, line }) => {
      head.NetWt = '2000'
      line.FirstQty = '330'
    },
    finds: [],
  },
  {
    rule: 'C01',
    says: 'takes a container of 100 kg',
    change: ({ containers: [first = {}] }) => (first.GoodsContaWt = '100'),
    finds: [],
  },
]

const lengths: readonly Case[] = [
  { rule: 'D01', says: 'takes seven licence documents', change: licences(7), finds: [] },
  { rule: 'D01', says: 'refuses the eighth', change: licences(8), finds: ['error DecLicenseDocus'] },
  {
    rule: 'D02',
    says: 'takes five files of just 4 MB',
    change: files(Array.from({ length: 5 }, () => 4 * megabyte)),
    finds: [],
  },
  {
    rule: 'D02',
    says: 'asks about one byte more',
    change: files([4 * megabyte + 1]),
    finds: ['warn EdocRealation.0.EdocCode'],
  },
  {
    rule: 'H21',
    says: 'takes the longest marks, contract and place',
    change: ({ head }) =>
      Object.assign(head, { MarkNo: 'M'.repeat(400), ContrNo: 'C'.repeat(32), GoodsPlace: '场'.repeat(100) }),
    finds: [],
  },
  {
    rule: 'H21',
    says: 'takes 70 characters of remark',
    change: ({ head }) => (head.NoteS = 'n'.repeat(70)),
    finds: [],
  },
  {
    rule: 'H21',
    says: 'asks about 255 characters, and does not refuse them',
    change: ({ head }) => (head.NoteS = 'n'.repeat(255)),
    finds: ['warn DecHead.NoteS'],
  },
  {
    rule: 'H21',
    says: 'counts 255 bytes as room enough',
    change: ({ head }) => (head.NoteS = `${'注'.repeat(127)}n`),
    finds: ['warn DecHead.NoteS'],
    text: '旧版最多70',
  },
]

const days: readonly Case[] = [
  { rule: 'H16', says: 'takes a date 14 days ahead', change: arrivedOn('20261124'), finds: [] },
  { rule: 'H16', says: 'asks about the fifteenth', change: arrivedOn('20261125'), finds: ['warn DecHead.IEDate'] },
  {
    rule: 'H39',
    says: 'takes a departure of today',
    change: ({ head }) => Object.assign(head, { IEDate: '20261120', DespDate: '20261110' }),
    finds: [],
  },
  {
    rule: 'H39',
    says: 'has its meaning of today from 2024-07-09',
    change: (draft) => {
      draft.day = '2024-07-09'
      Object.assign(draft.head, { IEDate: '20240701', DespDate: '20240702' })
    },
    finds: ['warn DecHead.DespDate'],
    text: '境外首个装运港',
  },
  {
    rule: 'H39',
    says: 'asks for the day of filing from 2024-07-09',
    change: (draft) => {
      draft.day = '2024-07-09'
      Object.assign(draft.head, { TrafMode: '8', DespDate: '20240708' })
    },
    finds: ['warn DecHead.DespDate'],
  },
  {
    rule: 'H41',
    says: 'has fourteen days left on the day of arrival',
    change: arrivedOn('20261110'),
    finds: ['info DecHead.IEDate'],
    text: '还剩14天',
  },
  { rule: 'H41', says: 'only tells of four days left', change: arrivedOn('20261031'), finds: ['info DecHead.IEDate'] },
  { rule: 'H41', says: 'warns of three days left', change: arrivedOn('20261030'), finds: ['warn DecHead.IEDate'] },
  {
    rule: 'H41',
    says: 'speaks of the fee on the last day of the third month',
    change: arrivedOn('20260810'),
    finds: ['warn DecHead.IEDate'],
    text: '已超过申报期限',
  },
  {
    rule: 'H42',
    says: 'takes a complete declaration on the fourteenth day',
    change: ({ head }) => Object.assign(head, { Type: '  6', IEDate: '20261027' }),
    finds: [],
  },
  {
    rule: 'L16',
    says: 'takes an agreement on its first day',
    change: rcepOn('2022-01-01'),
    finds: [],
  },
  {
    rule: 'L16',
    says: 'refuses it the day before',
    change: rcepOn('2021-12-31'),
    finds: ['error EcoRelation.0.CertType'],
  },
  {
    rule: 'L16',
    says: 'refuses document Y from 2021-05-10',
    change: (draft) => {
      draft.day = '2021-05-10'
      draft.message.DecLicenseDocus = [{ DocuCode: 'Y', CertCode: '<14>XJE00000' }]
    },
    finds: ['error DecLicenseDocus.0.DocuCode'],
  },
  {
    rule: 'L16',
    says: 'takes document Y the day before',
    change: (draft) => {
      draft.day = '2021-05-09'
      draft.message.DecLicenseDocus = [{ DocuCode: 'Y', CertCode: '<14>XJE00000' }]
    },
    finds: [],
  },
]

const directions: readonly Case[] = [
  { rule: 'H08', says: 'does not judge exports', change: asIs, finds: [], base: 'export' },
  { rule: 'H09', says: 'does not judge imports', change: asIs, finds: [] },
  { rule: 'H10', says: 'asks exports for FOB and for no port of loading', change: stays, finds: [], base: 'export' },
  {
    rule: 'H16',
    says: 'waits for the direction',
    change: ({ head }) => Object.assign(head, { IEFlag: '', IEDate: '2026110' }),
    finds: [],
  },
  {
    rule: 'H23',
    says: 'does not ask exports for a port of loading',
    change: ({ head }) => Object.assign(head, { DespPortCode: 'DEU063', DistinatePort: '' }),
    finds: [],
    base: 'export',
  },
  {
    rule: 'H24',
    says: 'knows no through transit of exports by rail',
    change: ({ head, free }) => {
      Object.assign(head, { TrafMode: '3', DeclTrnRel: '1', TrafName: 'YL1234' })
      free.VoyNo = '@20261105'
    },
    finds: ['error DecHead.TrafName'],
    base: 'export',
  },
  {
    rule: 'H26',
    says: 'asks imports in transit for a bill',
    change: ({ head }) => Object.assign(head, { TrafName: '@2248202600000001', BillNo: '' }),
    finds: ['error DecHead.BillNo'],
  },
  {
    rule: 'H34',
    says: 'takes a mode of exports on an export',
    change: ({ head }) => (head.TradeMode = '0664'),
    finds: [],
    base: 'export',
  },
  {
    rule: 'H36',
    says: 'asks about AEOCN on an import too',
    change: ({ head }) => (head.OverseasConsignorCode = 'AEOCN3122960001'),
    finds: ['warn DecHead.OverseasConsignorCode'],
    text: 'AEOCN',
  },
  {
    rule: 'H38',
    says: 'does not judge exports',
    change: ({ head }) => (head.PurpOrgCode = '22'),
    finds: [],
    base: 'export',
  },
  {
    rule: 'H39',
    says: 'does not judge exports',
    change: ({ head }) => (head.DespDate = '20261231'),
    finds: [],
    base: 'export',
  },
  {
    rule: 'H41',
    says: 'is silent on exports, whatever their date',
    change: arrivedOn('20261001'),
    finds: [],
    base: 'export',
  },
  {
    rule: 'H42',
    says: 'tells exports that two steps are for imports',
    change: ({ head }) => (head.Type = '  5'),
    finds: ['warn DecHead.Type'],
    base: 'export',
    text: '只用于进口',
  },
  {
    rule: 'L16',
    says: 'does not ask exports for an origin under the agreement',
    change: (draft) => {
      rcepOn('2026-11-10')(draft)
      delete draft.line.RcepOrigPlaceCode
    },
    finds: [],
    base: 'export',
  },
  {
    rule: 'L19',
    says: 'does not judge exports',
    change: ({ head, message }) => {
      head.TradeCountry = 'HKG'
      message.EcoRelation = [{ CertType: 'Y03' }]
    },
    finds: [],
    base: 'export',
  },
  {
    rule: 'L21',
    says: 'does not judge exports',
    change: ({ line }) => Object.assign(line, { CodeTS: '3304990099', FirstUnit: '011' }),
    finds: [],
    base: 'export',
  },
  {
    rule: 'L22',
    says: 'does not judge exports',
    change: ({ message }) => (message.DecCopLimits = [{ EntQualifTypeCode: '508', EntQualifNo: '1' }]),
    finds: [],
    base: 'export',
  },
  {
    rule: 'L23',
    says: 'asks nobody else for an office of destination',
    change: ({ head }) => (head.PurpOrgCode = ''),
    finds: [],
  },
]

/** Sentences that no other case hears. */
const unheard: readonly Case[] = [
  {
    rule: 'H24',
    says: 'asks goods in transit for a name',
    change: ({ head }) => Object.assign(head, { DeclTrnRel: '1', TrafName: '' }),
    finds: ['error DecHead.TrafName'],
    text: '转关货物应填',
  },
  {
    rule: 'H34',
    says: 'asks about supplied material under a handbook of bought material',
    change: ({ head }) => Object.assign(head, { TradeMode: '0214', ManualNo: 'C22486400001' }),
    finds: ['warn DecHead.TradeMode'],
    text: 'C开头的手册是进料加工',
  },
  {
    rule: 'L16',
    says: 'takes one document Y a declaration',
    change: (draft) => {
      draft.day = '2021-05-09'
      const row = { DocuCode: 'Y', CertCode: '<14>XJE00000' }
      draft.message.DecLicenseDocus = [row, row]
    },
    finds: ['error DecLicenseDocus.1.CertCode'],
  },
]

/** Edges of H02 to H42, L06 to L23, C01, D01 and D02. */
export const edges: readonly Case[] = [...amounts, ...lengths, ...days, ...directions, ...unheard]
