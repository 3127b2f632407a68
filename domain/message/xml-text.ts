/** Everything that XML 1.0 does not allow in text: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** The text without the characters that no XML can carry. */
export const legalText = (text: string): string => text.replace(illegal, '')

const special: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A reader turns a bare carriage return into a line feed (XML 1.0, 2.11).
  '\r': '&#13;',
}

/** The text as element content. Line breaks and tabs stay as they are. */
export const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (character) => special[character] ?? '')
