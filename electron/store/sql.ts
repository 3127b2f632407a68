/**
 * SQL text that is put together of constants of the program: column lists, table and pragma names. What comes from
 * anywhere else is never part of the text; it goes in as a named parameter.
 */
export const sql = (texts: TemplateStringsArray, ...constants: readonly (string | number)[]): string =>
  texts.reduce((text, part, index) => `${text}${String(constants[index - 1])}${part}`)
