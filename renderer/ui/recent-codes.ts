/** Codes chosen last, by field: they come first when the list opens. Kept while the program runs. */
const recent = new Map<string, string[]>()
const longest = 6

/** Notes a chosen code. */
export function noteRecent(field: string, code: string): void {
  const others = (recent.get(field) ?? []).filter((known) => known !== code)
  recent.set(field, [code, ...others].slice(0, longest))
}

/** Codes of a field, newest first. */
export const recentCodes = (field: string): readonly string[] => recent.get(field) ?? []
