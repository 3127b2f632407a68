/** Where chosen codes are kept beyond this run; set once by whoever knows the bridge. */
export type KeepCode = (field: string, code: string) => void

/** Codes chosen last, by field: they come first when the list opens. Those of the customer stand before the others. */
const ofCustomer = new Map<string, string[]>()
const ofAll = new Map<string, string[]>()
let keep: KeepCode = () => undefined
const longest = 8

function put(kept: Map<string, string[]>, field: string, code: string): void {
  const others = (kept.get(field) ?? []).filter((known) => known !== code)
  kept.set(field, [code, ...others].slice(0, longest))
}

/** Notes a chosen code. */
export function noteRecent(field: string, code: string): void {
  put(ofCustomer, field, code)
  put(ofAll, field, code)
  keep(field, code)
}

/** Codes of a field, newest first: what was chosen for this customer, then what was chosen for others. */
export const recentCodes = (field: string): readonly string[] =>
  [...new Set([...(ofCustomer.get(field) ?? []), ...(ofAll.get(field) ?? [])])].slice(0, longest)

/** Another customer, or another start of the program: `codes` are those kept before, newest first. */
export function startRecent(
  codes: readonly { readonly field: string; readonly code: string; readonly own: boolean }[],
  keeper: KeepCode,
): void {
  keep = keeper
  ofCustomer.clear()
  for (const { field, code, own } of [...codes].reverse()) {
    put(ofAll, field, code)
    if (own) put(ofCustomer, field, code)
  }
}
