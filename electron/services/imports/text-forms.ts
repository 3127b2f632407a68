/** Forms in which texts of customers are compared: full-width, case, spaces and signs make no difference. */

/** Letters, digits and Chinese only, lower case; `#` stays because it is a title of its own. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]/gu, '')

/** One line: no breaks, no doubled spaces, full-width signs narrow. */
export const oneLine = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim()

/** The words of a title, lower case: runs of Latin letters, and runs of Chinese. */
export const tokens = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|[^\s\p{Script=Han}\p{P}\p{S}]+|[$€£¥₩฿₽]/gu) ?? []

/** What stands in brackets of any kind. */
export const bracketed = (text: string): string[] =>
  [...text.normalize('NFKC').matchAll(/[([{【]([^)\]}】]*)[)\]}】]/g)].map((match) => match[1] ?? '')

/** The text without what stands in brackets. */
export const withoutBrackets = (text: string): string =>
  text.normalize('NFKC').replace(/[([{【][^)\]}】]*[)\]}】]/g, ' ')

/** Pieces of a bilingual text: parted at line breaks, slashes and where Chinese meets Latin. */
export const pieces = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/[\n\r/|,;:]+|(?<=\p{Script=Han})(?=[^\p{Script=Han}])|(?<=[^\p{Script=Han}])(?=\p{Script=Han})/u)
    .map((piece) => piece.trim())
    .filter((piece) => bare(piece) !== '')
