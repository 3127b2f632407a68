import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const storeFailures = {} as const satisfies Record<string, FailureTexts>
