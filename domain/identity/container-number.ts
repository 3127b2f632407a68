/** Freight container number, ISO 6346: owner 3 letters, category U, J or Z, serial 6 digits, check digit. */

/** Letters count from 10 upwards and leave out the multiples of 11 (A = 10, B = 12 … Z = 38). */
const letterValue = (letter: string): number => {
  const place = letter.charCodeAt(0) - 65
  return 10 + place + Math.floor((place + 9) / 10)
}

const valueOf = (character: string): number => (/[0-9]/.test(character) ? Number(character) : letterValue(character))

/** Check digit of the first ten characters, or `undefined` when they do not have the form. */
export function containerNumberCheck(firstTen: string): string | undefined {
  if (!/^[A-Z]{3}[UJZ][0-9]{6}$/.test(firstTen)) return undefined
  const sum = [...firstTen].reduce((total, character, at) => total + valueOf(character) * 2 ** at, 0)
  return String((sum % 11) % 10)
}

/** Eleven characters without spaces and with a right check digit. */
export const isContainerNumber = (number: string): boolean =>
  number.length === 11 && containerNumberCheck(number.slice(0, 10)) === number.charAt(10)

/** A well-formed number of a made-up container. For practice and tests. */
export function makeContainerNumber(owner: string, serial: string): string {
  const start = owner + serial
  const check = containerNumberCheck(start)
  if (check === undefined) throw new Error(`not the start of a container number: ${start}`)
  return start + check
}
