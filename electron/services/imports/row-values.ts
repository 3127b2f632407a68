import type { Converted } from './converted.ts'

/** Values of a row by field. The places are shared by all rows: ten thousand rows cost ten thousand lists, not maps. */
export class RowValues {
  /** In the order of the mapped columns. */
  readonly cells: Converted[]
  readonly #places: ReadonlyMap<string, number>

  constructor(places: ReadonlyMap<string, number>, cells: Converted[]) {
    this.#places = places
    this.cells = cells
  }

  get(field: string): Converted | undefined {
    const place = this.#places.get(field)
    return place === undefined ? undefined : this.cells[place]
  }

  has(field: string): boolean {
    return this.#places.has(field)
  }

  /** Replaces the value of a mapped field. */
  set(field: string, value: Converted): void {
    const place = this.#places.get(field)
    if (place !== undefined) this.cells[place] = value
  }
}
