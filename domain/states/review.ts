/** Who did what to a declaration before it was signed, and what follows from it for the review. */

/** Steps that are kept: moves of the table of states, the first change by somebody, signing and filing. */
export const stepTitles = {
  edit: '编辑',
  make: '完成制单',
  askReview: '送复核',
  approve: '复核通过',
  sendBack: '退回修改',
  reopen: '撤回修改',
  markReady: '转待签名',
  sign: '签名',
  submit: '提交申报',
} as const

export type StepEvent = keyof typeof stepTitles

export interface ReviewStep {
  /** Moment, UTC in ISO form. */
  readonly at: string
  readonly event: StepEvent
  /** Name of the person at the desk. */
  readonly who: string
  /** Revision at that moment. */
  readonly rev: number
  readonly note: string
}

const ends = new Set<StepEvent>(['approve', 'sendBack'])

/**
 * Who may not review: whoever finished it last, and everyone who changed it since the last review.
 * @param steps oldest first
 */
export function makers(steps: readonly ReviewStep[]): Set<string> {
  const finished = steps.findLast(({ event }) => event === 'make')
  const since = steps.slice(steps.findLastIndex(({ event }) => ends.has(event)) + 1)
  const names = since.filter(({ event }) => event === 'edit' || event === 'make').map(({ who }) => who)
  return new Set(finished === undefined ? names : [...names, finished.who])
}

/** The revision that a reviewer last saw; `undefined` before the first review. */
export const reviewedRev = (steps: readonly ReviewStep[]): number | undefined =>
  steps.findLast(({ event }) => ends.has(event))?.rev

/** Whose text a revision is: the last who is known to have changed the declaration up to it. */
export const authorOf = (steps: readonly ReviewStep[], rev: number): string =>
  steps.findLast((step) => step.event === 'edit' && step.rev <= rev)?.who ?? ''
