/** Width of a text in the font of the fields, in pixels, guessed a little too wide: full width 13, half width 7.6. */
export function guessWidth(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) > 0x2e7f ? 13 : 7.6
  return width
}

/**
 * Whether a cell must be cut. Only such cells get a clip of their own: sixteen hundred clips in a full grid cost the
 * browser more at each key stroke than everything else together (measured).
 */
export const mustCut = (text: string, width: number): boolean => guessWidth(text) > width - 10
