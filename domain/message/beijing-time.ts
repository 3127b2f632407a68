/** Customs writes Beijing time, which has no summer time. */
const offset = 8 * 3_600_000

/** `yyyy-MM-ddTHH:mm:ss.SSS` in Beijing. @param at ms of the epoch */
export const beijingTime = (at: number): string => new Date(at + offset).toISOString().slice(0, 23)

/** 17 digits, `yyyyMMddHHmmssSSS`, as in the names of files and in DecSign. @param at ms of the epoch */
export const beijingDigits = (at: number): string => beijingTime(at).replaceAll(/\D/g, '')
