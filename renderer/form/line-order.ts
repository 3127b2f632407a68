import { rowsAt, type Tree } from './paths.ts'

/** Old line number → new line number; a line that went away is absent. */
export type Renumbering = ReadonlyMap<string, string>

/** Fields outside of the lines that name lines by number, with the sign between several numbers. */
const references: readonly { rows: string; element: string; between?: string }[] = [
  { rows: 'DecContainers', element: 'GoodsNo', between: ',' },
  { rows: 'EcoRelation', element: 'DecGNo' },
  { rows: 'EdocRealation', element: 'GNoStr', between: ',' },
  { rows: 'TrnContaGoodsList', element: 'GNo' },
  { rows: 'DecSupplementLists', element: 'GNo' },
]

/** Numbers the lines 1..n and says which number became which. `rows` are plain copies that may be changed. */
export function numberLines(rows: Tree[]): Renumbering {
  const renumbered = new Map<string, string>()
  rows.forEach((row, index) => {
    const number = String(index + 1)
    if (typeof row['GNo'] === 'string' && row['GNo'] !== '') renumbered.set(row['GNo'], number)
    row['GNo'] = number
    for (const limit of rowsAt(row, 'DecGoodsLimits')) limit['GoodsNo'] = number
  })
  return renumbered
}

function follow(text: string, renumbered: Renumbering, between: string | undefined): string {
  const parts = between === undefined ? [text] : text.split(between)
  return parts.flatMap((part) => renumbered.get(part.trim()) ?? []).join(between ?? '')
}

/** Changes that keep containers, origin proofs and attachments with their lines after lines moved or went. */
export function followLines(message: Tree, renumbered: Renumbering): { path: string; value: string }[] {
  return references.flatMap(({ rows, element, between }) =>
    rowsAt(message, rows).flatMap((row, index) => {
      const text = row[element]
      if (typeof text !== 'string' || text === '') return []
      const value = follow(text, renumbered, between)
      return value === text ? [] : [{ path: `${rows}.${index}.${element}`, value }]
    }),
  )
}

/** What a new line takes over from the line above: what seldom differs within one declaration. */
export function freshLine(above: Tree | undefined, direction: 'I' | 'E'): Tree {
  const taken = ['TradeCurr', 'DistrictCode', 'DestCode', 'DutyMode']
  // The far end differs by line (origin of imports, destination of exports), the home end does not.
  const home = direction === 'I' ? 'DestinationCountry' : 'OriginCountry'
  const row: Tree = { [home]: 'CHN' }
  for (const element of [...taken, home]) {
    const value = above?.[element]
    if (typeof value === 'string' && value !== '') row[element] = value
  }
  return row
}

/** `true` while nothing was typed into a line that `freshLine` made. */
export const isUntouched = (row: Tree): boolean =>
  ['CodeTS', 'GName', 'GModel', 'GQty', 'GUnit', 'DeclPrice', 'DeclTotal', 'FirstQty'].every(
    (element) => row[element] === undefined || row[element] === '',
  )
