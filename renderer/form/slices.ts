import type { Slice } from '../../domain/fields/form/placement.ts'

/** The positions of a slice out of the whole value; an unfilled position is empty. */
export function readSlice(whole: string, { start, length, fill }: Slice): string {
  const part = whole.slice(start, start + length)
  return fill === ' ' ? part.trimEnd() : part
}

/** The whole value with the positions of a slice set; unfilled positions get the fill character. */
export function writeSlice(whole: string, { start, length, total, fill }: Slice, text: string): string {
  const padded = whole.padEnd(Math.max(total, start + length), fill)
  const next = padded.slice(0, start) + text.slice(0, length).padEnd(length, fill) + padded.slice(start + length)
  // A value of blanks says nothing: an ordinary declaration has an empty Type.
  return fill === ' ' ? next.trimEnd() : next
}
