import { asIs, type Case, type Draft } from './case.ts'

const daysAfterArrival =
  (arrival: string) =>
  ({ head }: Draft): void => {
    Object.assign(head, { IEDate: arrival, DespDate: '20260101' })
  }

/** Days and terms: H16, H39, H41 to H43. */
export const headDates: readonly Case[] = [
  { rule: 'H16', says: 'takes an import date', change: asIs, finds: [] },
  { rule: 'H16', says: 'takes an export without date', change: asIs, finds: [], base: 'export' },
  { rule: 'H16', says: 'takes a date soon to come', change: ({ head }) => (head.IEDate = '20261115'), finds: [] },
  {
    rule: 'H16',
    says: 'refuses a day that does not exist',
    change: ({ head }) => (head.IEDate = '20260231'),
    finds: ['error DecHead.IEDate'],
  },
  {
    rule: 'H16',
    says: 'refuses another way of writing',
    change: ({ head }) => (head.IEDate = '2026-11-05'),
    finds: ['error DecHead.IEDate'],
  },
  {
    rule: 'H16',
    says: 'asks about a date far ahead',
    change: ({ head }) => (head.IEDate = '20271105'),
    finds: ['warn DecHead.IEDate'],
  },
  {
    rule: 'H16',
    says: 'refuses a date on exports',
    change: ({ head }) => (head.IEDate = '20261105'),
    finds: ['error DecHead.IEDate'],
    base: 'export',
  },

  { rule: 'H39', says: 'takes a departure before the arrival', change: asIs, finds: [] },
  {
    rule: 'H39',
    says: 'takes departure and arrival on one day',
    change: ({ head }) => (head.DespDate = '20261105'),
    finds: [],
  },
  {
    rule: 'H39',
    says: 'asks about a departure after the arrival',
    change: ({ head }) => (head.DespDate = '20261106'),
    finds: ['warn DecHead.DespDate'],
    text: '境外首个装运港',
  },
  {
    rule: 'H39',
    says: 'names the former meaning before 2024-07-09',
    change: (draft) => {
      draft.day = '2024-07-08'
      Object.assign(draft.head, { IEDate: '20240701', DespDate: '20240702' })
    },
    finds: ['warn DecHead.DespDate'],
    text: '进境运输工具',
  },
  {
    rule: 'H39',
    says: 'asks about a departure after today',
    change: ({ head }) => Object.assign(head, { IEDate: '20261120', DespDate: '20261111' }),
    finds: ['warn DecHead.DespDate'],
  },
  {
    rule: 'H39',
    says: 'asks for the day of filing without real crossing',
    change: ({ head }) => (head.TrafMode = '8'),
    finds: ['warn DecHead.DespDate'],
    text: '20261110',
  },
  {
    rule: 'H39',
    says: 'takes the day of filing without real crossing',
    change: ({ head }) => Object.assign(head, { TrafMode: '8', DespDate: '20261110' }),
    finds: [],
  },

  { rule: 'H41', says: 'is silent on exports', change: asIs, finds: [], base: 'export' },
  {
    rule: 'H41',
    says: 'shows the days left',
    change: asIs,
    finds: ['info DecHead.IEDate'],
    text: '还剩9天（最迟2026-11-19）',
  },
  {
    rule: 'H41',
    says: 'warns on the last day',
    change: daysAfterArrival('20261027'),
    finds: ['warn DecHead.IEDate'],
    text: '最后一天',
  },
  {
    rule: 'H41',
    says: 'counts the fee from day 15',
    change: daysAfterArrival('20261026'),
    finds: ['warn DecHead.IEDate'],
    text: 'EUR 11.64',
  },
  {
    rule: 'H41',
    says: 'collects nothing below 50 yuan',
    change: (draft) => {
      daysAfterArrival('20261026')(draft)
      for (const line of draft.lines) line.TradeCurr = 'CNY'
    },
    finds: ['warn DecHead.IEDate'],
    text: '起征点人民币50元，按货物总价估算约人民币11元，不到起征点的不收',
  },
  {
    rule: 'H41',
    says: 'names the whole yuan from 50 on',
    change: (draft) => {
      daysAfterArrival('20261021')(draft)
      for (const line of draft.lines) line.TradeCurr = 'CNY'
    },
    finds: ['warn DecHead.IEDate'],
    text: '约人民币69元',
  },
  {
    rule: 'H41',
    says: 'tells of goods that customs may sell',
    change: daysAfterArrival('20260809'),
    finds: ['warn DecHead.IEDate'],
    text: '变卖',
  },

  { rule: 'H42', says: 'is silent on one-go filing', change: asIs, finds: [] },
  {
    rule: 'H42',
    says: 'takes a complete declaration in time',
    change: ({ head }) => (head.Type = '  6'),
    finds: [],
  },
  {
    rule: 'H42',
    says: 'reminds of the answers of a summary',
    change: ({ head }) => (head.Type = '  5'),
    finds: ['warn DecHead.Type'],
  },
  {
    rule: 'H42',
    says: 'asks about a complete declaration after the term',
    change: ({ head }) => Object.assign(head, { Type: '  6', IEDate: '20261026' }),
    finds: ['warn DecHead.Type'],
    text: '2026-11-09',
  },
  {
    rule: 'H42',
    says: 'asks about two steps on exports',
    change: ({ head }) => (head.Type = '  5'),
    finds: ['warn DecHead.Type'],
    base: 'export',
  },
  {
    rule: 'H42',
    says: 'asks about two steps without real crossing',
    change: ({ head }) => Object.assign(head, { Type: '  6', TrafMode: '8' }),
    finds: ['warn DecHead.Type'],
  },

  { rule: 'H43', says: 'is silent on exports', change: asIs, finds: [], base: 'export' },
  { rule: 'H43', says: 'tells the last day to pay', change: asIs, finds: ['info DecHead.CutMode'], text: '2026-11-25' },
  {
    rule: 'H43',
    says: 'tells the term of collective payment',
    change: ({ head }) => (head.Type = 'CL'),
    finds: ['info DecHead.CutMode'],
    text: '第5个工作日',
  },
  {
    rule: 'H43',
    says: 'names the day of the summary in two steps',
    change: ({ head }) => (head.Type = '  6'),
    finds: ['info DecHead.CutMode'],
    text: '概要申报日',
  },
  { rule: 'H43', says: 'is silent before 2024-12-01', change: (draft) => (draft.day = '2024-11-30'), finds: [] },
]
