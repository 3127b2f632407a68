/** SQL text put together of constants of the program; what comes from outside goes in as a named parameter. */
export const sql = (texts: TemplateStringsArray, ...constants: readonly string[]): string =>
  texts.reduce((text, part, index) => `${text}${constants[index - 1] ?? ''}${part}`)
