const first = 2000
/** Longest wait between two tries. A retry that lies further ahead was planned by a clock that has been set back. */
export const longestBackOff = 300_000

/** Longest wait before a message goes out again that the portal says it does not have: the line works then, ms. */
const longestAfterAbsence = 30_000

/**
 * Wait before the next try, ms: doubled each time up to five minutes, and spread by half, so that the desks of a house
 * do not all come back at once.
 * @param failures tries in a row that failed, from 1
 * @param random from 0 to 1
 */
export const backOff = (failures: number, random: number): number =>
  Math.round(Math.min(longestBackOff, first * 2 ** Math.min(Math.max(failures - 1, 0), 20)) * (0.5 + random / 2))

/** The same for a message that surely did not arrive: tries over days of a broken line must not hold it up now. */
export const backOffAfterAbsence = (attempts: number, random: number): number =>
  Math.min(longestAfterAbsence, backOff(attempts, random))
