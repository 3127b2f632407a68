import type { Answer, Api } from '../api.ts'

export type ReceiptRow = Answer<Api['receipts']['list']>['rows'][number]

/** What a receipt means, in the words of the trade and in its colour. */
export const receiptKinds = {
  refused: { word: '退单/退回', tone: 'red' },
  inspecting: { word: '查验', tone: 'yellow' },
  taxDue: { word: '待缴税', tone: 'yellow' },
  unreadable: { word: '无法读取', tone: 'red' },
  strange: { word: '其他回执', tone: 'yellow' },
  released: { word: '放行', tone: 'green' },
  closed: { word: '结关', tone: 'green' },
  progress: { word: '进展', tone: 'blue' },
} as const satisfies Record<ReceiptRow['kind'], { word: string; tone: string }>

/** What a filing is called in one line. */
export const filingName = (filing: { customer: string; billNo: string; clientSeqNo: string }): string =>
  [filing.customer || '（未填收发货人）', filing.billNo || filing.clientSeqNo].join(' · ')

/** 95 → 1 小时 35 分, 3000 → 2 天 2 小时. */
export function readableMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} 小时${minutes % 60 ? ` ${minutes % 60} 分` : ''}`
  return `${Math.floor(hours / 24)} 天${hours % 24 ? ` ${hours % 24} 小时` : ''}`
}
