import { manyLines } from '../../../fixtures/declarations.ts'
import { asIs, type Case, type Draft } from './case.ts'

const attach = (change: Partial<Draft['attachments'][number]>) => (draft: Draft) => {
  draft.attachments = draft.attachments.map((file, at) => (at === 0 ? { ...file, ...change } : file))
}

const noFiles = (draft: Draft): void => {
  draft.attachments = []
  draft.message.EdocRealation = []
}

/** Containers, documents, signing and totals: C01 to C03, D01 to D03, H19, H33, L25, S01, S02, T01. */
export const others: readonly Case[] = [
  { rule: 'C01', says: 'takes two right containers', change: asIs, finds: [] },
  {
    rule: 'C01',
    says: 'refuses a wrong check digit and another form',
    change: ({ containers: [first = {}, second = {}] }) => {
      first.ContainerId = 'YLDU2026010'
      second.ContainerId = 'YLDX2026024'
    },
    finds: ['error DecContainers.0.ContainerId', 'error DecContainers.1.ContainerId'],
    text: '校验位',
  },
  {
    rule: 'C01',
    says: 'refuses a former size letter, no weight and lines that do not exist',
    change: ({ containers: [first = {}] }) =>
      Object.assign(first, { ContainerMd: 'L', GoodsContaWt: '0', GoodsNo: '1,4' }),
    finds: ['error DecContainers.0.ContainerMd', 'error DecContainers.0.GoodsContaWt', 'error DecContainers.0.GoodsNo'],
  },
  {
    rule: 'C01',
    says: 'refuses full-width commas',
    change: ({ containers: [first = {}] }) => (first.GoodsNo = '1，2'),
    finds: ['error DecContainers.0.GoodsNo'],
    text: '半角逗号',
  },
  {
    rule: 'C01',
    says: 'asks about tonnes and about a number given twice',
    change: ({ containers: [first = {}, second = {}] }) => {
      first.GoodsContaWt = '5.23'
      second.ContainerId = 'YLDU2026019'
    },
    finds: ['warn DecContainers.0.GoodsContaWt', 'warn DecContainers.1.ContainerId'],
  },

  { rule: 'C02', says: 'takes lines that are all inside', change: asIs, finds: [] },
  {
    rule: 'C02',
    says: 'is silent without containers',
    change: ({ message }) => (message.DecContainers = []),
    finds: [],
  },
  {
    rule: 'C02',
    says: 'asks about lines outside',
    change: ({ containers }) => containers.pop(),
    finds: ['warn DecContainers.0.GoodsNo'],
    text: '第3项',
  },

  {
    rule: 'C03',
    says: 'takes 500 containers',
    change: ({ message }) => (message.DecContainers = Array.from({ length: 500 }, () => ({}))),
    finds: [],
  },
  {
    rule: 'C03',
    says: 'refuses 501 containers',
    change: ({ message }) => (message.DecContainers = Array.from({ length: 501 }, () => ({}))),
    finds: ['error DecContainers'],
  },

  { rule: 'D01', says: 'takes PDF files of known form', change: asIs, finds: [] },
  {
    rule: 'D01',
    says: 'takes an electronic power of attorney, which is a number only',
    change: attach({ edocCode: '10000001', pdf: false, bytes: 0 }),
    finds: [],
  },
  { rule: 'D01', says: 'refuses a picture', change: attach({ pdf: false }), finds: ['error EdocRealation.0.EdocCode'] },
  {
    rule: 'D01',
    says: 'refuses an empty file',
    change: attach({ bytes: 0 }),
    finds: ['error EdocRealation.0.EdocCode'],
  },
  {
    rule: 'D01',
    says: 'refuses a short kind',
    change: attach({ edocCode: '1' }),
    finds: ['error EdocRealation.0.EdocCode'],
  },
  {
    rule: 'D01',
    says: 'refuses the same file twice',
    change: (draft) => {
      const [first] = draft.attachments
      if (first) draft.attachments = [first, first]
    },
    finds: ['error EdocRealation.1.EdocCode'],
  },
  {
    rule: 'D01',
    says: 'takes two numbered files of a kind',
    change: (draft) => {
      const [first] = draft.attachments
      if (first) draft.attachments = [first, { ...first, name: '发票2.pdf' }]
    },
    finds: [],
  },
  {
    rule: 'D01',
    says: 'refuses eight licence documents',
    change: ({ message }) => (message.DecLicenseDocus = Array.from({ length: 8 }, () => ({}))),
    finds: ['error DecLicenseDocus'],
  },

  { rule: 'D02', says: 'takes small open files', change: asIs, finds: [] },
  {
    rule: 'D02',
    says: 'asks about an encrypted file, basis unverified',
    change: attach({ encrypted: true }),
    finds: ['warn EdocRealation.0.EdocCode'],
    text: '（依据未核实）',
  },
  {
    rule: 'D02',
    says: 'asks about one large file and about all together',
    change: attach({ bytes: 21 * 1024 * 1024 }),
    finds: ['warn EdocRealation.0.EdocCode', 'warn EdocRealation.4.EdocCode'],
  },

  { rule: 'D03', says: 'takes an agent with power of attorney', change: asIs, finds: [] },
  {
    rule: 'D03',
    says: 'does not ask a company that files itself',
    change: (draft) => {
      noFiles(draft)
      Object.assign(draft.head, { AgentCode: draft.head.TradeCode, AgentCodeScc: draft.head.TradeCoScc })
    },
    finds: [],
  },
  { rule: 'D03', says: 'asks an agent for it', change: noFiles, finds: ['warn DecHead.AgentCode'] },
  {
    rule: 'D03',
    says: 'goes by the credit codes when both are there',
    change: (draft) => {
      noFiles(draft)
      draft.head.AgentCodeScc = draft.head.TradeCoScc
    },
    finds: [],
  },
  {
    rule: 'D03',
    says: 'asks for the number of the agreement',
    change: ({ message }) => (message.EdocRealation = [{ EdocCode: '10000001' }]),
    finds: ['warn EdocRealation.0.EdocID'],
  },

  { rule: 'H19', says: 'takes paperless filing with files', change: asIs, finds: [] },
  {
    rule: 'H19',
    says: 'takes paper filing without files',
    change: (draft) => {
      noFiles(draft)
      draft.head.EntryType = '0'
    },
    finds: [],
  },
  { rule: 'H19', says: 'asks paperless filing for a file', change: noFiles, finds: ['error DecHead.EntryType'] },
  {
    rule: 'H19',
    says: 'does not take a row without a kind for a file',
    change: (draft) => {
      noFiles(draft)
      draft.message.EdocRealation = [{ GNoStr: '1' }]
    },
    finds: ['error DecHead.EntryType'],
  },

  {
    rule: 'H33',
    says: 'takes code and number together',
    change: ({ message }) => (message.DecLicenseDocus = [{ DocuCode: '7', CertCode: '26-YL-000001' }]),
    finds: [],
  },
  {
    rule: 'H33',
    says: 'asks for the other half',
    change: ({ message }) => (message.DecLicenseDocus = [{ DocuCode: '7' }, { CertCode: '26-YL-000001' }]),
    finds: ['error DecLicenseDocus.0.CertCode', 'error DecLicenseDocus.1.DocuCode'],
  },

  { rule: 'L25', says: 'is silent without exclusion', change: asIs, finds: [] },
  {
    rule: 'L25',
    says: 'reminds to look up a right number',
    change: ({ message }) => (message.DecLicenseDocus = [{ DocuCode: '0', CertCode: '1'.repeat(18) }]),
    finds: ['info DecLicenseDocus.0.CertCode'],
  },
  {
    rule: 'L25',
    says: 'asks about another length',
    change: ({ message }) => (message.DecLicenseDocus = [{ DocuCode: '0', CertCode: '1'.repeat(17) }]),
    finds: ['warn DecLicenseDocus.0.CertCode'],
  },

  { rule: 'S01', says: 'takes the card of the clerk', change: asIs, finds: [] },
  { rule: 'S01', says: 'is silent without a card', change: (draft) => (draft.card = undefined), finds: [] },
  {
    rule: 'S01',
    says: 'refuses the card of another person and unit',
    change: (draft) => {
      if (draft.card) draft.card = { ...draft.card, cardNo: '2100010009992', copCode: 'MA9YLBG27' }
    },
    finds: ['error DecHead.TypistNo', 'error DecSign.ICCode', 'error DecHead.CopCode'],
  },
  {
    rule: 'S01',
    says: 'takes the last day of the certificate',
    change: (draft) => (draft.day = '2028-12-31'),
    finds: [],
  },
  { rule: 'S01', says: 'takes its first day', change: (draft) => (draft.day = '2025-01-01'), finds: [] },
  {
    rule: 'S01',
    says: 'refuses an expired certificate',
    change: (draft) => (draft.day = '2029-01-01'),
    finds: ['error DecSign.Certificate'],
  },
  {
    rule: 'S01',
    says: 'refuses a certificate that is not yet valid',
    change: (draft) => (draft.day = '2024-12-31'),
    finds: ['error DecSign.Certificate'],
  },

  { rule: 'S02', says: 'takes a draft unchanged since its review', change: asIs, finds: [] },
  {
    rule: 'S02',
    says: 'refuses a draft changed after its review',
    change: (draft) => (draft.changedAfterReview = true),
    finds: ['error DecHead'],
  },

  { rule: 'T01', says: 'is silent without lines', change: ({ message }) => (message.DecLists = []), finds: [] },
  { rule: 'T01', says: 'shows the totals', change: asIs, finds: ['info DecLists'], text: '共3项；总价EUR 23275' },
  {
    rule: 'T01',
    says: 'adds 50 lines exactly',
    change: (draft) => (draft.message = manyLines(50)),
    finds: ['info DecLists'],
    text: '总价EUR 62500；数量5000套',
  },
  {
    rule: 'T01',
    says: 'keeps a unit that it has no name for apart from the number',
    change: ({ message }) => (message.DecLists = [{ GNo: '1', GQty: '19346', GUnit: '998' }]),
    finds: ['info DecLists'],
    text: '数量19346（单位998）',
  },
]
