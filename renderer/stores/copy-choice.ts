import { copyParts, usualCopy, type CopyPart } from '../../domain/fields/copy-parts.ts'

const key = 'desk.copy-parts'

/** Parts that the clerk copied last time. */
export function copyChoice(): CopyPart[] {
  const kept = localStorage.getItem(key)
  if (kept === null) return [...usualCopy]
  return kept.split(',').filter((part): part is CopyPart => part in copyParts)
}

/** Keeps the choice for the next copy. */
export const keepCopyChoice = (parts: readonly CopyPart[]): void => localStorage.setItem(key, parts.join(','))
