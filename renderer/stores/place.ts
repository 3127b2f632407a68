/** Where the clerk is, kept outside of the page so that it survives a crash. Only ids and field paths, no content. */
const routeKey = 'desk.route'
const fieldKey = (draftId: string): string => `desk.field.${draftId}`

/** Notes the page that is open. */
export const rememberPlace = (route: string): void => localStorage.setItem(routeKey, route)

/** The page that was open when the program ended without saying goodbye. */
export const rememberedPlace = (): string | undefined => localStorage.getItem(routeKey) ?? undefined

export const forgetPlace = (): void => localStorage.removeItem(routeKey)

/** Notes the field with the cursor, for the return to this declaration. */
export const rememberField = (draftId: string, path: string): void => sessionStorage.setItem(fieldKey(draftId), path)

export const rememberedField = (draftId: string): string | undefined =>
  sessionStorage.getItem(fieldKey(draftId)) ?? undefined
