/** How a PC/SC call answers: its value, or the code of `codes.ts`. Meaning is given elsewhere. */
export type PcscResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: number }

export const success = <T>(value: T): PcscResult<T> => ({ ok: true, value })
export const refused = (code: number): PcscResult<never> => ({ ok: false, code })
