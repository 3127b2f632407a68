import type { DecHead, DecList } from '../../../domain/fields/declaration/dec-message.ts'
import type { CodeBook } from '../../../domain/rules/rule.ts'
import type { PrintInput } from './print-input.ts'

/** Name of a code; the code itself where the table does not know it, so that nothing is lost on paper. */
export const nameOf = (codes: CodeBook, table: string, code: string | undefined): string =>
  code === undefined || code === '' ? '' : (codes.row(table, code)?.name ?? code)

/** Name in the newer edition of a table where the older one lacks the code. */
export const newestName = (codes: CodeBook, table: string, code: string | undefined): string =>
  code === undefined || code === ''
    ? ''
    : (codes.row(`${table}_2026`, code)?.name ?? codes.row(table, code)?.name ?? code)

/** Parts with something in them, joined. */
export const joined = (parts: readonly (string | undefined)[], separator: string): string =>
  parts.filter((part) => part !== undefined && part !== '').join(separator)

/** 运费, 保费, 杂费: currency/figure/mark as the filling rules write them; nothing where nothing is filled. */
export const chargeText = (currency?: string, rate?: string, mark?: string): string =>
  rate === undefined || rate === '' ? '' : joined([currency, rate, mark], '/')

/** 随附单证及编号: permits by code and number, then the kinds of attached documents. */
export function documentsText({ message, codes }: PrintInput): string {
  const permits = (message.DecLicenseDocus ?? []).map(({ DocuCode, CertCode }) => joined([DocuCode, CertCode], ':'))
  const kinds = new Set((message.EdocRealation ?? []).map(({ EdocCode }) => nameOf(codes, 'edoc_code', EdocCode)))
  return joined(
    [
      permits.length === 0 ? '' : `随附单证1：${joined(permits, '；')}`,
      kinds.size === 0 ? '' : `随附单证2：${joined([...kinds], '；')}`,
    ],
    '  ',
  )
}

/** 标记唛码及备注: marks, remark, then the containers with their count, or a pointer to the page that lists them. */
export function remarksText({ message }: PrintInput, listContainers: boolean): string {
  const { MarkNo = '', NoteS = '' } = message.DecHead ?? {}
  const containers = (message.DecContainers ?? []).map(({ ContainerId }) => ContainerId)
  const list = listContainers ? joined(containers, '；') : '见附页'
  return joined(
    [
      MarkNo === '' ? '' : `标记唛码：${MarkNo}`,
      NoteS === '' ? '' : `备注：${NoteS}`,
      containers.length === 0 ? '' : `集装箱数及号码：${containers.length}；${list}`,
    ],
    '\n',
  )
}

/** 包装种类 with the other packages behind the main one. */
export function packagesText({ message, codes }: PrintInput): string {
  const others = (message.DecOtherPacks ?? []).map(({ PackType }) => PackType)
  return joined(
    [message.DecHead?.WrapType, ...others].map((code) => nameOf(codes, 'wrap_type', code)),
    '/',
  )
}

const promiseLabels = ['特殊关系确认', '价格影响确认', '支付特许权使用费确认', '公式定价确认', '暂定价格确认']
const answers: Readonly<Record<string, string>> = { '0': '否', '1': '是' }

/** The row of confirmations below the goods: positions of PromiseItmes, 9 or nothing stays open. */
export function confirmations(head: DecHead): { label: string; value: string }[] {
  const positions = head.PromiseItmes ?? ''
  return [
    ...promiseLabels.map((label, at) => ({ label, value: answers[positions.charAt(at)] ?? '' })),
    { label: '自报自缴', value: answers[head.TaxAaminMark ?? ''] ?? '' },
  ]
}

/** 数量及单位, three rows: first legal, second legal, as traded. */
export function quantityRows(line: DecList, codes: CodeBook): [string, string, string] {
  const row = (quantity?: string, unit?: string): string =>
    quantity === undefined || quantity === '' ? '' : `${quantity}${nameOf(codes, 'unit', unit)}`
  return [row(line.FirstQty, line.FirstUnit), row(line.SecondQty, line.SecondUnit), row(line.GQty, line.GUnit)]
}
