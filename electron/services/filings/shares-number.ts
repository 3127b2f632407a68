import type { Numbers } from '../../store/receipts.repo.ts'

/** Do both carry the same number under one of these names? An empty one is none. */
export const sharesNumber = <K extends keyof Numbers>(
  a: Pick<Numbers, K>,
  b: Pick<Numbers, K>,
  names: readonly K[],
): boolean => names.some((name) => a[name] !== '' && a[name] === b[name])

/** The numbers that the other side gives: an earlier filing of the same declaration has others. */
export const givenNumbers = ['seqNo', 'entryId'] as const
