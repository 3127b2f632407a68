/** Kinds of preparation wizards: register company and administrator, invite an operator, bind a card, and so on. */
export const wizardKinds = ['account', 'operator', 'binding', 'qualification', 'cardMedia'] as const
export type WizardKind = (typeof wizardKinds)[number]

/**
 * Where a draft of a preparation stands. `ready`: complete, but the clerk has to finish it when the line is back
 * (a password or a code is needed). `waiting`: goes out by itself. `sent`: with the authority.
 */
export const wizardStates = ['editing', 'ready', 'waiting', 'sent', 'refused', 'done'] as const
export type WizardState = (typeof wizardStates)[number]

/** May what was typed be changed? Not while it is on its way, and not when it is done. */
export const mayEdit = (state: WizardState): boolean => state === 'editing' || state === 'ready' || state === 'refused'
