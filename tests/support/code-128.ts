/** Widths of bars and gaps of the symbols 0 to 105 and of the stop, as in ISO/IEC 15417, table 1. */
const symbols = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'
).split(' ')

const [toC, toB, startA, startC, stop] = [99, 100, 103, 105, 106] as const

/** Bars and gaps of an SVG of upright strokes, left to right, in modules. */
function widths(svg: string): string {
  const bars = [...svg.matchAll(/stroke-width="(\d+)" d="([^"]*)"/g)]
    .flatMap(([, width, path]) =>
      [...(path ?? '').matchAll(/M([\d.]+) /g)].map(([, middle]) => ({
        from: Number(middle) - Number(width) / 2,
        width: Number(width),
      })),
    )
    .sort((a, b) => a.from - b.from)
  return bars
    .flatMap((bar, at) => {
      const next = bars[at + 1]
      return next === undefined ? [bar.width] : [bar.width, next.from - bar.from - bar.width]
    })
    .join('')
}

/** What a scanner reads of Code 128 (sets B and C) in an SVG. @throws Error when the symbol or its check is wrong */
export function readCode128(svg: string): string {
  const pieces = widths(svg).match(/^(.{6})+(?=.{7}$)|.{7}$/g) ?? []
  const body = (pieces[0] ?? '').match(/.{6}/g) ?? []
  const values = [...body, pieces[1] ?? ''].map((piece) => symbols.indexOf(piece))
  const check = values.at(-2) ?? -1
  const data = values.slice(0, -2)
  const sum = data.reduce((total, value, at) => total + value * Math.max(at, 1), 0)
  if (values.includes(-1) || values.at(-1) !== stop || sum % startA !== check) throw new Error('not Code 128')
  let pairs = data[0] === startC
  let text = ''
  for (const value of data.slice(1)) {
    if (pairs ? value === toB : value === toC) pairs = !pairs
    else text += pairs ? String(value).padStart(2, '0') : String.fromCharCode(value + 32)
  }
  return text
}
