/** What a call brought, or the library's 32-bit code. */
export type SkfResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: number }

export const success = <T>(value: T): SkfResult<T> => ({ ok: true, value })
export const refused = (code: number): SkfResult<never> => ({ ok: false, code })
