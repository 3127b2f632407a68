import type { DeclarationState } from '../../domain/states/declaration.ts'

/** States as clerks think of them; the board counts them and the list narrows to them. */
export const stateGroups: readonly {
  readonly label: string
  readonly tone: 'plain' | 'blue' | 'yellow' | 'red' | 'green'
  readonly states: readonly DeclarationState[]
}[] = [
  { label: '草稿', tone: 'plain', states: ['draft', 'made'] },
  { label: '待复核', tone: 'yellow', states: ['inReview'] },
  { label: '待签名', tone: 'blue', states: ['reviewed', 'ready'] },
  { label: '已签待发', tone: 'blue', states: ['queued', 'sending'] },
  { label: '结果未知', tone: 'yellow', states: ['unknown'] },
  { label: '已申报在办', tone: 'blue', states: ['saved', 'filed', 'stored', 'examined', 'inspecting', 'taxDue'] },
  { label: '退单/退回', tone: 'red', states: ['refused'] },
  { label: '已放行', tone: 'green', states: ['released', 'closed'] },
]
