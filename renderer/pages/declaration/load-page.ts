/** The form: the largest page, and the one that must open at once. Whoever has time fetches it before it is wanted. */
export const loadDeclarationPage = () => import('./DeclarationPage.vue')
