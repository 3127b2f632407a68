/**
 * Why a card signs something that is no declaration, with the words that the clerk and the time line read. One more
 * purpose is one more row.
 */
export const challengePurposes = {
  login: '登录口岸',
  bind: '绑定操作员卡',
  grant: '法人卡授权',
} as const
export type ChallengePurpose = keyof typeof challengePurposes

/** Longest text of a challenge, in characters of UTF-16. */
export const longestChallenge = 4000

/**
 * Begins every challenge. Its first character (U+0001) cannot stand in XML, and `legalText` takes it out of each value
 * that is signed of a declaration; so nobody can pass a challenge to the card that is the text of a declaration.
 */
const mark = '\u0001DECLARANT-DESK/CHALLENGE/1'

const legal = /^[^\p{Cc}\p{Cs}]*$/u

/**
 * The exact text that a card signs as a challenge: mark, purpose and text, a line each, to be encoded as UTF-8.
 * Client and portal both build it with this function.
 * @param text what the other side asked to be signed: 1 to 4000 characters, no control characters (no line breaks)
 * @returns `undefined` for a text that is no challenge
 */
export function challengeText(purpose: ChallengePurpose, text: string): string | undefined {
  if (text === '' || text.length > longestChallenge || !legal.test(text)) return undefined
  return [mark, purpose, text].join('\n')
}
