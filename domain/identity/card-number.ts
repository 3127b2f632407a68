/**
 * Number of an operator or legal-person card: 13 characters. The 2018 schema asks for digits; newer certificates show
 * capitals too (private field 1.3.6.1.4.1.5315.100.5.9 of the certificate).
 */
export const isCardNumber = (number: string): boolean => /^[0-9A-Z]{13}$/.test(number)

/** The card service and the certificate put `03-` before the number; the message does not have it. */
export const plainCardNumber = (number: string): string => number.trim().replace(/^03-/, '')
