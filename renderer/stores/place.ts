/** Where the clerk is, kept outside of the page so that it survives a crash. Only ids and field paths, no content. */
const routeKey = 'desk.route'
const fieldKey = 'desk.field'

/** Notes the page that is open. */
export const rememberPlace = (route: string): void => localStorage.setItem(routeKey, route)

/** The page that was open when the program ended without saying goodbye. */
export const rememberedPlace = (): string | undefined => localStorage.getItem(routeKey) ?? undefined

export const forgetPlace = (): void => localStorage.removeItem(routeKey)

/** Notes the field with the cursor: of the declaration that was worked on last, one is enough. */
export const rememberField = (draftId: string, path: string): void =>
  localStorage.setItem(fieldKey, `${draftId} ${path}`)

/** The field in which the cursor was, when this declaration was worked on last. */
export function rememberedField(draftId: string): string | undefined {
  const [id, path] = (localStorage.getItem(fieldKey) ?? '').split(' ')
  return id === draftId ? path : undefined
}
