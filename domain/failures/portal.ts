import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const portalFailures = {} as const satisfies Record<string, FailureTexts>
