import { beijingTime } from '../../domain/message/beijing-time.ts'

/** Moment of a notice, `yyyy-MM-ddTHH:mm:ss`. */
export const noticeTime = (at: number): string => beijingTime(at).slice(0, 19)

export const beijingYear = (at: number): number => Number(beijingTime(at).slice(0, 4))

/** The day in Beijing, yyyy-MM-dd. */
export const beijingDay = (at: number): string => beijingTime(at).slice(0, 10)
