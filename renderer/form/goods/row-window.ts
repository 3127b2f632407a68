import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** Height of a row of the grid, in pixels; the head of the table is as high. */
export const rowHeight = 24
/** Rows drawn above and below of what is in sight. */
const spare = 4

/** Which rows are drawn: those in sight and some more, so that fifty lines cost no more than ten. */
export function rowRange(scrollTop: number, height: number, rows: number): { first: number; end: number } {
  const first = Math.max(0, Math.min(Math.floor(scrollTop / rowHeight) - spare, rows - 1))
  const end = Math.min(rows, Math.ceil((scrollTop + height) / rowHeight) + spare)
  return { first, end }
}

/** The range of drawn rows of a scrolling frame, and a way to bring a row into sight. */
export function useRowWindow(frame: Ref<HTMLElement | undefined>, rows: () => number) {
  const scrollTop = ref(0)
  const height = ref(480)
  const range = computed(() => rowRange(scrollTop.value, height.value, rows()))

  function measure(): void {
    scrollTop.value = frame.value?.scrollTop ?? 0
    height.value = frame.value?.clientHeight ?? height.value
  }

  function show(row: number): void {
    const box = frame.value
    if (box === undefined) return
    const top = row * rowHeight
    const room = box.clientHeight - rowHeight
    if (top < box.scrollTop) box.scrollTop = top
    else if (top + rowHeight > box.scrollTop + room) box.scrollTop = top + rowHeight - room
    measure()
  }

  onMounted(() => {
    measure()
    window.addEventListener('resize', measure)
  })
  onBeforeUnmount(() => window.removeEventListener('resize', measure))

  return { range, measure, show }
}
