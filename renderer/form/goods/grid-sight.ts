import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** Height of a row of the grid, in pixels; the head of the table is as high. */
export const rowHeight = 24
/** Width of the column with the number of the line, in pixels. */
export const indexWidth = 38
/** Columns at the left that stay in sight: 商品编号 and 商品名称. */
export const pinned = 2
/** Rows drawn above and below of what is in sight. */
const spare = 2

/** Which rows are drawn: those in sight and some more, so that fifty lines cost no more than ten. */
export function rowRange(scrollTop: number, height: number, rows: number): { first: number; end: number } {
  const first = Math.max(0, Math.min(Math.floor(scrollTop / rowHeight) - spare, rows - 1))
  const end = Math.min(rows, Math.ceil((scrollTop + height) / rowHeight) + spare)
  return { first, end }
}

/** Width of the columns `from` … `to - 1` together, in pixels. */
export const widthOf = (widths: readonly number[], from: number, to: number): number =>
  widths.slice(from, to).reduce((sum, width) => sum + width, 0)

/**
 * Which of the columns that move are drawn: those of which something is in sight beside the pinned ones, and one more
 * at each side. `width` is that of the room beside the pinned columns, in pixels.
 */
export function columnRange(
  scrollLeft: number,
  width: number,
  widths: readonly number[],
): { first: number; end: number } {
  const leftOf = (column: number): number => widthOf(widths, pinned, column)
  let first = pinned
  while (first < widths.length - 1 && leftOf(first + 1) <= scrollLeft) first++
  let end = first + 1
  while (end < widths.length && leftOf(end) < scrollLeft + width) end++
  return { first: Math.max(pinned, first - 1), end: Math.min(widths.length, end + 1) }
}

/** How far to scroll so that a stretch is in sight; as it is when it is already. */
export function scrolledTo(start: number, length: number, scroll: number, room: number): number {
  if (start < scroll) return start
  return start + length > scroll + room ? start + length - room : scroll
}

/**
 * The rows and columns of a scrolling frame that are drawn, and a way to bring a cell into sight. The frame is measured
 * by an observer: asked while the form is made, the browser would have to lay all of it out twice.
 */
export function useGridSight(
  frame: Ref<HTMLElement | undefined>,
  grid: { readonly rows: () => number; readonly widths: () => readonly number[]; readonly column: () => number },
) {
  const scrollTop = ref(0)
  const scrollLeft = ref(0)
  const height = ref(6 * rowHeight)
  const width = ref(0)

  const pinnedWidth = computed(() => indexWidth + widthOf(grid.widths(), 0, pinned))
  const rows = computed(() => rowRange(scrollTop.value, height.value, grid.rows()))
  const columns = computed(() => {
    const { first, end } = columnRange(scrollLeft.value, width.value - pinnedWidth.value, grid.widths())
    const held = grid.column()
    // The field with the cursor stays, wherever the wheel goes.
    return held < pinned ? { first, end } : { first: Math.min(first, held), end: Math.max(end, held + 1) }
  })

  function onScroll(): void {
    scrollTop.value = frame.value?.scrollTop ?? 0
    scrollLeft.value = frame.value?.scrollLeft ?? 0
  }

  function showRow(row: number): void {
    const box = frame.value
    if (box === undefined) return
    const to = scrolledTo(row * rowHeight, rowHeight, scrollTop.value, height.value - rowHeight)
    if (to !== scrollTop.value) box.scrollTop = to
    scrollTop.value = to
  }

  function showColumn(column: number): void {
    const box = frame.value
    if (box === undefined || column < pinned) return
    const room = width.value - pinnedWidth.value
    const [left, own] = [widthOf(grid.widths(), pinned, column), grid.widths()[column] ?? 0]
    const to = scrolledTo(left, own, scrollLeft.value, room)
    if (to !== scrollLeft.value) box.scrollLeft = to
    scrollLeft.value = to
  }

  const observer = new ResizeObserver(() => {
    height.value = frame.value?.clientHeight ?? height.value
    width.value = frame.value?.clientWidth ?? width.value
  })
  onMounted(() => {
    if (frame.value !== undefined) observer.observe(frame.value)
  })
  onBeforeUnmount(() => observer.disconnect())

  return { rows, columns, onScroll, showRow, showColumn }
}
