/** A random number below a bound. */
type Pick = (below: number) => number

/** Pieces that a hostile program on the control's port would try. */
const morsels = [
  'true',
  'false',
  'null',
  '-1',
  '1e400',
  '[]',
  '{}',
  '""',
  '{"guid":"x","next":0,"finish":false}',
  '"_nextBlock"',
  '"open"',
  '"__proto__":{"Result":true}',
  '"Err:Custom51571","还剩1次"',
  '"Err:Base60408"',
  '\u0000',
  '\ud800',
  '报',
] as const

/** Another answer made of a right one: cut, doubled, swapped, with foreign pieces, too long, or nothing of it. */
export function spoil(answer: string, pick: Pick): string | Buffer {
  const at = pick(answer.length + 1)
  const to = Math.min(answer.length, at + pick(20))
  const morsel = morsels[pick(morsels.length)] ?? ''
  switch (pick(12)) {
    case 0: // one character another
      return answer.slice(0, at) + String.fromCharCode(32 + pick(95)) + answer.slice(at + 1)
    case 1: // cut
      return answer.slice(0, at)
    case 2: // a part is gone
      return answer.slice(0, at) + answer.slice(to)
    case 3: // a part twice
      return answer.slice(0, to) + answer.slice(at)
    case 4: // a foreign piece
      return answer.slice(0, at) + morsel + answer.slice(at)
    case 5: // a value of another kind
      return answer.replace(/true|false|"[^"]*"|\d+/g, (value) => (pick(8) === 0 ? morsel : value))
    case 6: // another number
      return answer.replace(/"_id":\d+/, `"_id":${pick(2000)}`)
    case 7: // failed, with any error
      return answer
        .replace('"Result":true', '"Result":false')
        .replace('"Error":[]', `"Error":["还剩${pick(8)}次","Err:Custom${pick(2) === 0 ? 51_571 : pick(99_999)}"]`)
    case 8: // other data
      return answer.replace(/"Data":\[.*?\]/, `"Data":[${Array.from({ length: pick(5) }, () => morsel).join()}]`)
    case 9: // deep
      return '['.repeat(1 + pick(5000))
    case 10: // bytes
      return Buffer.from(Array.from({ length: pick(200) }, () => pick(256)))
    default: // long
      return JSON.stringify({ filler: 'x'.repeat(pick(200_000)) })
  }
}
