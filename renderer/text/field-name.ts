import { locate } from '../../domain/rules/field-path.ts'

/** A path as clerks say it: 第3项 原产国. */
export function fieldName(path: string): string {
  if (path === '') return '整票'
  const line = /^DecLists\.(\d+)/.exec(path)
  return `${line === null ? '' : `第${Number(line[1]) + 1}项 `}${locate(path)?.field?.label ?? path}`
}
