import { asIs, type Case } from './case.ts'

/** Marks, remark and characters: H20, H21, H25, L19. */
export const headTexts: readonly Case[] = [
  { rule: 'H20', says: 'takes N/M', change: asIs, finds: [] },
  { rule: 'H20', says: 'asks for N/M', change: ({ head }) => (head.MarkNo = ''), finds: ['warn DecHead.MarkNo'] },

  { rule: 'H21', says: 'takes 70 characters', change: ({ head }) => (head.NoteS = '备'.repeat(70)), finds: [] },
  {
    rule: 'H21',
    says: 'asks about 71 characters',
    change: ({ head }) => (head.NoteS = 'N'.repeat(71)),
    finds: ['warn DecHead.NoteS'],
  },
  {
    rule: 'H21',
    says: 'asks about more than 255 bytes, unit unverified',
    change: ({ head }) => (head.NoteS = '备'.repeat(128)),
    finds: ['warn DecHead.NoteS'],
    text: '（依据未核实）',
  },
  {
    rule: 'H21',
    says: 'refuses 256 characters',
    change: ({ head }) => (head.NoteS = 'N'.repeat(256)),
    finds: ['error DecHead.NoteS'],
  },
  {
    rule: 'H21',
    says: 'refuses long marks, contract and place',
    change: ({ head }) =>
      Object.assign(head, { MarkNo: 'M'.repeat(401), ContrNo: 'C'.repeat(33), GoodsPlace: '港'.repeat(101) }),
    finds: ['error DecHead.MarkNo', 'error DecHead.ContrNo', 'error DecHead.GoodsPlace'],
  },

  {
    rule: 'H25',
    says: 'takes what the writer escapes, and characters of two units',
    change: ({ line }) => (line.GName = '<球阀> & 𠮷牌'),
    finds: [],
  },
  {
    rule: 'H25',
    says: 'refuses control characters and half characters',
    change: ({ head, line }) => {
      head.NoteS = '备注\u0007'
      line.GName = '球阀\ud842'
    },
    finds: ['error DecHead.NoteS', 'error DecLists.0.GName'],
  },
  {
    rule: 'H25',
    says: 'refuses a separator inside an element value',
    change: ({ line }) => (line.DecControlModels = [{ ElementNo: '1', ElementValue: '铜|锌' }]),
    finds: ['error DecLists.0.DecControlModels.0.ElementValue'],
  },

  { rule: 'L19', says: 'is silent on a direct route', change: asIs, finds: [] },
  {
    rule: 'L19',
    says: 'takes the words and a number',
    change: ({ head, message }) => {
      Object.assign(head, { DistinatePort: 'HKG001', NoteS: '中转确认书HK2026000123' })
      message.EcoRelation = [{ CertType: 'Y18', EcoCertNo: 'C1', DecGNo: '1', EcoGNo: '1' }]
    },
    finds: [],
  },
  {
    rule: 'L19',
    says: 'reminds of the proof for preference by Hong Kong',
    change: ({ head, message }) => {
      head.DistinatePort = 'HKG001'
      message.EcoRelation = [{ CertType: 'Y18', EcoCertNo: 'C1', DecGNo: '1', EcoGNo: '1' }]
    },
    finds: ['warn DecHead.NoteS'],
  },
  {
    rule: 'L19',
    says: 'asks for the number after the words',
    change: ({ head }) => (head.NoteS = '有中转确认书'),
    finds: ['warn DecHead.NoteS'],
    text: '编号',
  },
  {
    rule: 'L19',
    says: 'is silent before 2024-08-23',
    change: (draft) => {
      draft.day = '2024-08-22'
      draft.head.NoteS = '中转确认书'
    },
    finds: [],
  },
]
