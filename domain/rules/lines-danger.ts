import type { DecList } from '../fields/declaration/dec-message.ts'
import { attributesOf, isDangerous, looksDangerous, saidHarmless } from './inspection.ts'
import { makeRule } from './make-rule.ts'
import { filled, headOf, headPath, isImport, lineName, linePath, linesOf } from './parts.ts'
import type { RuleContext } from './rule.ts'
import { sources } from './sources.ts'

const dangerFields = [
  { element: 'Uncode', name: 'UN编码', packing: false },
  { element: 'DangName', name: '危险货物名称', packing: false },
  { element: 'DangPackType', name: '危包类别', packing: true },
  { element: 'DangPackSpec', name: '危包规格', packing: true },
] as const satisfies readonly { element: keyof DecList; name: string; packing: boolean }[]

/** L13: dangerous goods. */
export const dangerousGoods = makeRule(
  {
    id: 'L13',
    scope: 'line',
    severity: 'error',
    source: sources.guide,
    confidence: 'high',
    title: '危险货物填UN编码、危险货物名称、危包类别（1至3）和危包规格，或勾选非危险化学品',
  },
  (context, { error, warn }) => {
    linesOf(context).forEach((line, index) => {
      const name = lineName(index)
      if (filled(line.DangPackType) && !/^[1-3]$/.test(line.DangPackType))
        error(linePath(index, 'DangPackType'), `${name}危包类别应为1、2或3`)
      if (!looksDangerous(line)) return
      if (saidHarmless(line)) {
        if (dangerFields.some(({ element }) => filled(line[element])))
          warn(linePath(index, 'NoDangFlag'), `${name}填了危险货物资料，又选了非危险化学品，请核对`)
        return
      }
      // Goods in bulk have no package to describe.
      const bulk = attributesOf(line).includes('31')
      for (const { element, name: field, packing } of dangerFields)
        if (!filled(line[element]) && !(bulk && packing))
          error(linePath(index, element), `${name}是危险货物，应填${field}；不是危险化学品的请勾选非危险化学品`)
    })
  },
)

/** Lines that an attached document was given for. */
const documentedLines = ({ message }: RuleContext): Set<string> =>
  new Set((message.EdocRealation ?? []).flatMap((row) => (row.GNoStr ?? '').split(/[,，]/).map((part) => part.trim())))

/** L23: imported dangerous chemicals. */
export const importedChemicals = makeRule(
  {
    id: 'L23',
    scope: 'line',
    severity: 'warn',
    from: '2023-04-13',
    source: `notice of 2023-04-07 (summary); documents per line: ${sources.notes}`,
    confidence: 'high / medium',
    title:
      '进口危险化学品填货物属性、监管类别名称、危险类别、包装类别、UN编码、包装UN标记和目的地海关，单据按商品项上传',
  },
  (context, { warn }) => {
    if (!isImport(context)) return
    const documented = documentedLines(context)
    const chemicals = linesOf(context).flatMap((line, index) => (isDangerous(line) ? [{ line, index }] : []))
    for (const { line, index } of chemicals) {
      const name = `${lineName(index)}是进口危险化学品，`
      if (!filled(line.GoodsAttr)) warn(linePath(index, 'GoodsAttr'), `${name}应填货物属性（31散装或32件装）`)
      if (!filled(line.CiqName)) warn(linePath(index, 'CiqName'), `${name}应填监管类别名称`)
      const bulk = attributesOf(line).includes('31')
      for (const { element, name: field, packing } of dangerFields)
        if (!filled(line[element]) && !(bulk && packing)) warn(linePath(index, element), `${name}应填${field}`)
      if (!documented.has(line.GNo ?? String(index + 1)))
        warn(linePath(index, 'GNo'), `${name}有关单据应按商品项上传，并填商品项号关系`)
    }
    if (chemicals.length > 0 && !filled(headOf(context).PurpOrgCode))
      warn(headPath('PurpOrgCode'), '有进口危险化学品，应填目的地海关')
  },
)
