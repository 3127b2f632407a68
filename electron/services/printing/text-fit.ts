/** Sizes in points that the print stylesheet has a class for (`f90` is 9 pt), the largest first. */
export const sizes = [9, 8, 7, 6.5, 6, 5.5, 5, 4.5] as const
export type Size = (typeof sizes)[number]

const millimetresPerPoint = 25.4 / 72
/** Distance of two lines in sizes of the font, as in the stylesheet. */
export const lineSpacing = 1.18

/** Share of the size that a character takes, measured on Noto Serif and SimSun and rounded up. */
function share(char: string): number {
  if (/[\u1100-\uffdc\u{20000}-\u{3ffff}]|\p{Extended_Pictographic}/u.test(char)) return 1
  if (/[mwMW@%]/.test(char)) return 0.95
  if (/[A-Z&]/.test(char)) return 0.75
  if (/[a-z0-9]/.test(char)) return 0.58
  return 0.5
}

/** Width of a text in millimetres, rather too wide than too narrow. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + share(char), 0) * size * millimetresPerPoint

/** Height of one line in millimetres. */
export const lineHeight = (size: number): number => size * lineSpacing * millimetresPerPoint

/** Lines that a text takes; the page breaks it anywhere, and each line may lose one character at its end. */
export function lineCount(text: string, width: number, size: number): number {
  const usable = width - size * millimetresPerPoint
  return text.split('\n').reduce((lines, part) => {
    const wide = textWidth(part, size)
    return lines + (wide <= width ? 1 : Math.ceil(wide / usable))
  }, 0)
}

export interface Box {
  /** Millimetres that the text may take. */
  readonly width: number
  readonly height: number
}

/** The largest size in which a text fits a box; `fits: false` when not even the smallest does. */
export function fitText(text: string, box: Box, largest: Size = 9): { size: Size; fits: boolean } {
  const fits = (size: Size): boolean =>
    lineCount(text, box.width, size) * lineHeight(size) <= Math.max(box.height, lineHeight(size))
  for (const size of sizes) if (size <= largest && fits(size)) return { size, fits: true }
  return { size: sizes[sizes.length - 1] ?? 4.5, fits: false }
}

/** Class of a size in the stylesheet. */
export const sizeClass = (size: Size): string => `f${size * 10}`
