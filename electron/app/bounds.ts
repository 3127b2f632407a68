/** A rectangle in screen points. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was when it was last closed. */
export interface WindowPlace extends Bounds {
  readonly maximized: boolean
}

/** Smallest window in which the declaration form still fits. */
export const smallest = { width: 1100, height: 700 } as const

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Reads a stored place; anything unexpected means "no place known". */
export function readPlace(stored: unknown): WindowPlace | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { x, y, width, height, maximized } = stored as Record<string, unknown>
  if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) return undefined
  return { x, y, width, height, maximized: maximized === true }
}

const overlap = (a: Bounds, b: Bounds): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

const between = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high))

/**
 * Where the window opens: the remembered place when a screen still shows it, else the middle of the first screen.
 * A screen that was unplugged must not swallow the window.
 * @param areas work areas of the screens, the primary one first
 */
export function placeOnScreen(remembered: WindowPlace | undefined, areas: readonly Bounds[]): WindowPlace {
  const first = areas[0] ?? { x: 0, y: 0, width: 1366, height: 768 }
  const wanted = remembered ?? { x: 0, y: 0, width: 1440, height: 900, maximized: first.width <= 1440 }
  const seen = remembered === undefined ? undefined : bestArea(remembered, areas)
  const area = seen ?? first
  const width = between(Math.round(wanted.width), smallest.width, area.width)
  const height = between(Math.round(wanted.height), smallest.height, area.height)
  const x = seen ? between(wanted.x, area.x, area.x + area.width - width) : area.x + (area.width - width) / 2
  const y = seen ? between(wanted.y, area.y, area.y + area.height - height) : area.y + (area.height - height) / 2
  return { x: Math.round(x), y: Math.round(y), width, height, maximized: wanted.maximized }
}

function bestArea(place: Bounds, areas: readonly Bounds[]): Bounds | undefined {
  const [best] = [...areas].sort((a, b) => overlap(place, b) - overlap(place, a))
  return best !== undefined && overlap(place, best) > 0 ? best : undefined
}
