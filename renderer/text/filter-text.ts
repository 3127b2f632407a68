import { declarationStates } from '../../domain/states/declaration.ts'
import type { ListFilter } from '../api.ts'
import { direction } from './zh-cn.ts'

/** A filter in words, e.g. `含“轴承”；进口；退单/退回；2026-11-01 至 2026-11-30`. */
export function filterText({ text, ieFlag, states, from, to, marked }: ListFilter): string {
  const parts = [
    text ? `含“${text}”` : '',
    ieFlag ? direction(ieFlag) : '',
    (states ?? []).map((state) => declarationStates[state]).join('、'),
    from || to ? `${from ?? '最早'} 至 ${to ?? '今天'}` : '',
    marked ? '有标记' : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join('；') : '全部'
}
