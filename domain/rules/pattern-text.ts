/** Sets of characters that the field tables use, in the clerk's words. */
const sets: Record<string, string> = {
  '0-9': '数字',
  '0-9A-Z': '大写字母或数字',
  '0-9A-Za-z': '字母或数字',
  'A-Z': '大写字母',
}

/** Every character of a set such as `1-3` or `IE`. */
function members(set: string): string[] {
  return set
    .replace(/(.)-(.)/g, (_, first: string, last: string) => {
      const from = first.charCodeAt(0)
      return String.fromCharCode(...Array.from({ length: last.charCodeAt(0) - from + 1 }, (__, at) => from + at))
    })
    .split('')
}

/** What a value should look like, from the pattern of its field: `[0-9]{4}` → 应为4位数字. */
export function describePattern(pattern: string): string {
  const [, set, count] = /^\[([^\]]+)\](?:\{(\d+)\})?$/.exec(pattern) ?? []
  const words = set === undefined ? undefined : sets[set]
  if (words !== undefined) return `格式不对：应为${count ?? '1'}位${words}`
  if (set !== undefined && count === undefined) return `格式不对：应为${members(set).join('、')}之一`
  if (pattern === '[A-Z][0-9A-Z]{11}') return '格式不对：应为12位，首位大写字母，其余大写字母或数字'
  return '格式不对，请按填写要求核对'
}
