import { parties } from '../../../fixtures/parties.ts'
import { asIs, type Case } from './case.ts'

/** Parties and their codes: H13 to H15, H36, L22. */
export const headParties: readonly Case[] = [
  { rule: 'H13', says: 'takes a credit code', change: asIs, finds: [] },
  { rule: 'H13', says: 'takes a customs code alone', change: ({ head }) => (head.TradeCoScc = ''), finds: [] },
  {
    rule: 'H13',
    says: 'refuses a wrong check character',
    change: ({ head }) => (head.TradeCoScc = '91310115MA9YLDM129'),
    finds: ['error DecHead.TradeCoScc'],
    text: '校验位',
  },
  {
    rule: 'H13',
    says: 'refuses seventeen characters',
    change: ({ head }) => (head.TradeCoScc = '91310115MA9YLDM12'),
    finds: ['error DecHead.TradeCoScc'],
    text: '17位',
  },
  {
    rule: 'H13',
    says: 'refuses a short customs code alone',
    change: ({ head }) => Object.assign(head, { TradeCoScc: '', TradeCode: '31222609' }),
    finds: ['error DecHead.TradeCode'],
  },
  {
    rule: 'H13',
    says: 'asks for one of both',
    change: ({ head }) => Object.assign(head, { TradeCoScc: '', TradeCode: '' }),
    finds: ['error DecHead.TradeCoScc'],
  },

  { rule: 'H14', says: 'takes a credit code', change: asIs, finds: [] },
  {
    rule: 'H14',
    says: 'takes NO for a party without a code',
    change: ({ head }) => Object.assign(head, { OwnerCode: 'NO', OwnerCodeScc: '' }),
    finds: [],
  },
  {
    rule: 'H14',
    says: 'asks for code or NO',
    change: ({ head }) => (head.OwnerCodeScc = ''),
    finds: ['error DecHead.OwnerCodeScc'],
  },
  {
    rule: 'H14',
    says: 'refuses nine characters',
    change: ({ head }) => (head.OwnerCodeScc = 'MA9YLDM20'),
    finds: ['error DecHead.OwnerCodeScc'],
  },
  {
    rule: 'H14',
    says: 'asks about a wrong check character, which a document number may have',
    change: ({ head }) => (head.OwnerCodeScc = '91310115MA9YLDM204'),
    finds: ['warn DecHead.OwnerCodeScc'],
  },

  { rule: 'H15', says: 'takes codes of the fixed lengths', change: asIs, finds: [] },
  {
    rule: 'H15',
    says: 'refuses other lengths',
    change: ({ head, message }) => {
      Object.assign(head, { CopCode: parties.agent.credit, TypistNo: '03-2100010009991', SeqNo: 'I2026' })
      message.DecSign = { ...message.DecSign, ClientSeqNo: 'YL1' }
    },
    finds: ['error DecHead.CopCode', 'error DecHead.TypistNo', 'error DecSign.ClientSeqNo', 'error DecHead.SeqNo'],
  },

  {
    rule: 'H36',
    says: 'takes a code in the format of its country',
    change: ({ head }) => (head.OverseasConsignorCode = 'AU12345678910'),
    finds: [],
  },
  {
    rule: 'H36',
    says: 'takes a code of a country without stored format',
    change: ({ head }) => (head.OverseasConsignorCode = 'JP9'),
    finds: [],
  },
  {
    rule: 'H36',
    says: 'asks about a code in another format',
    change: ({ head }) => (head.OverseasConsignorCode = 'AU1234'),
    finds: ['warn DecHead.OverseasConsignorCode'],
    text: 'AU + 11',
  },
  {
    rule: 'H36',
    says: 'takes a code on the first day of the recognition',
    change: (draft) => {
      draft.day = '2023-12-14'
      draft.head.OverseasConsignorCode = 'AU12345678910'
    },
    finds: [],
  },
  {
    rule: 'H36',
    says: 'asks about a code before the recognition',
    change: (draft) => {
      draft.day = '2023-12-13'
      draft.head.OverseasConsignorCode = 'AU12345678910'
    },
    finds: ['warn DecHead.OverseasConsignorCode'],
    text: '2023-12-14',
  },
  {
    rule: 'H36',
    says: 'asks about the code in the wrong field and in the remark',
    change: ({ head }) => Object.assign(head, { OverseasConsigneeCode: 'AU12345678910', NoteS: 'AEO<KR1234567>' }),
    finds: ['warn DecHead.NoteS', 'warn DecHead.OverseasConsigneeCode'],
  },
  {
    rule: 'H36',
    says: 'asks about the own code on exports',
    change: ({ head }) => (head.OverseasConsigneeCode = 'AEOCN3122260991'),
    finds: ['warn DecHead.OverseasConsigneeCode'],
    base: 'export',
  },

  {
    rule: 'L22',
    says: 'takes exporter and importer of food',
    change: ({ message }) => {
      message.DecCopLimits = [
        { EntQualifTypeCode: '508', EntQualifNo: 'YL2026000000000001' },
        { EntQualifTypeCode: '509', EntQualifNo: parties.importer.credit },
      ]
    },
    finds: [],
  },
  {
    rule: 'L22',
    says: 'refuses other lengths and a broken credit code',
    change: ({ message }) => {
      message.DecCopLimits = [
        { EntQualifTypeCode: '508', EntQualifNo: 'YL1' },
        { EntQualifTypeCode: '509', EntQualifNo: '91310115MA9YLDM129' },
      ]
    },
    finds: ['error DecCopLimits.0.EntQualifNo', 'error DecCopLimits.1.EntQualifNo'],
  },
  {
    rule: 'L22',
    says: 'refuses an importer of food who is not the consignee',
    change: ({ message }) => {
      message.DecCopLimits = [{ EntQualifTypeCode: '509', EntQualifNo: parties.owner.credit }]
    },
    finds: ['error DecCopLimits.0.EntQualifNo'],
  },
  {
    rule: 'L22',
    says: 'is silent before 2024-09-05',
    change: (draft) => {
      draft.day = '2024-09-04'
      draft.message.DecCopLimits = [{ EntQualifTypeCode: '508', EntQualifNo: 'YL1' }]
    },
    finds: [],
  },
]
