/** 海关编号, 18 characters: office 4, year 4, direction (1 import, 0 export, I and E for collective lists), serial 9. */
export interface EntryNumber {
  readonly office: string
  readonly year: string
  readonly direction: 'I' | 'E'
  readonly serial: string
}

/** The parts of a number, or `undefined` when it does not have the form. */
export function readEntryNumber(number: string): EntryNumber | undefined {
  const parts = /^([0-9]{4})((?:19|20)[0-9]{2})([01IE])([0-9]{9})$/.exec(number)
  if (parts === null) return undefined
  const [, office = '', year = '', flag = '', serial = ''] = parts
  return { office, year, direction: flag === '1' || flag === 'I' ? 'I' : 'E', serial }
}

export const isEntryNumber = (number: string): boolean => readEntryNumber(number) !== undefined

/** A number as customs gives it at acceptance. For the practice portal and tests. */
export const makeEntryNumber = (office: string, year: number, direction: 'I' | 'E', serial: number): string =>
  `${office}${year}${direction === 'I' ? '1' : '0'}${String(serial).padStart(9, '0')}`
