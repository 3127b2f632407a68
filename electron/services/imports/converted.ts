/** A mark on a cell of the preview: `error` was not understood and stays empty, `warn` was taken over and wants a look. */
export interface Problem {
  readonly severity: 'error' | 'warn'
  readonly text: string
}

/** A cell as it goes into the draft. */
export interface Converted {
  /** Value of the field; empty when the cell is empty or was not understood. */
  readonly value: string
  /** What stands in the sheet. */
  readonly raw: string
  readonly problem: Problem | null
  /** Unit or currency that stood beside the figures. */
  readonly unit?: string
  readonly currency?: string
  /** Inspection suffix of a commodity number of 13 digits. */
  readonly ciqCode?: string
}

/** Longest text of a mark: it may quote a cell, and a cell may hold a page of text. */
const longest = 400
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

export const error = (text: string): Problem => ({ severity: 'error', text: cut(text) })
export const warn = (text: string): Problem => ({ severity: 'warn', text: cut(text) })

/** Nothing in the sheet. */
export const blank: Converted = { value: '', raw: '', problem: null }

/** Not understood: the value stays empty. */
export const misread = (raw: string, text: string): Converted => ({ value: '', raw, problem: error(text) })
