/** One page of goods. */
export interface GoodsPage<T> {
  readonly rows: readonly T[]
  /** Millimetres left below the last row. */
  readonly left: number
}

/**
 * Rows onto pages by their heights, in order, never split.
 * @param first room on the first page, @param further on each page after it, in millimetres.
 */
export function paginate<T extends { readonly height: number }>(
  rows: readonly T[],
  first: number,
  further: number,
): GoodsPage<T>[] {
  const pages: GoodsPage<T>[] = []
  let page: T[] = []
  let left = first
  for (const row of rows) {
    if (row.height > left && page.length > 0) {
      pages.push({ rows: page, left })
      page = []
      left = further
    }
    page.push(row)
    left -= row.height
  }
  return [...pages, { rows: page, left }]
}
