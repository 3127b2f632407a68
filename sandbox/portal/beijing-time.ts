/** Customs writes Beijing time, which has no summer time. */
const offset = 8 * 3_600_000

/** `yyyy-MM-ddTHH:mm:ss.SSS` in Beijing. */
const beijing = (at: number): string => new Date(at + offset).toISOString().slice(0, 23)

/** Moment of a notice, `yyyy-MM-ddTHH:mm:ss`. */
export const noticeTime = (at: number): string => beijing(at).slice(0, 19)

/** 17 digits of a file name, `yyyyMMddHHmmssSSS`. */
export const fileTime = (at: number): string => beijing(at).replaceAll(/\D/g, '')

export const beijingYear = (at: number): number => Number(beijing(at).slice(0, 4))

/** The day in Beijing, yyyy-MM-dd. */
export const beijingDay = (at: number): string => beijing(at).slice(0, 10)
