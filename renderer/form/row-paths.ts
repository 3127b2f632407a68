/** The same field one row higher; `undefined` in the first row and outside of tables. */
export function aboveOf(path: string): string | undefined {
  const parts = /^(.*)\.(\d+)\.(\w+)$/.exec(path)
  const row = Number(parts?.[2])
  return parts === null || row === 0 ? undefined : `${parts[1]}.${row - 1}.${parts[3]}`
}
