import { expect, it } from 'vitest'
import { locate } from '../../../domain/rules/field-path.ts'
import { rowName } from '../../../domain/rules/row-name.ts'

it.each([
  ['DecHead', ''],
  ['DecFreeTxt', '自由文本的'],
  ['DecLists.1', '第2项的'],
  ['DecLists.1.DecGoodsLimits.0', '第2项的许可证(产品资质)信息第1行的'],
  ['DecContainers.2', '集装箱第3行的'],
])('calls the row %s as the clerk does', (path, name) => {
  const section = locate(path)?.section
  expect(section && rowName(section, path)).toBe(name)
})
