import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { failure } from '../../../domain/failures/index.ts'
import type { DeclarationState } from '../../../domain/states/declaration.ts'
import { api, type Failure } from '../../api.ts'
import type { Command } from '../../commands/commands.ts'
import { nextIndex } from '../../form/finding-index.ts'
import type { FormView } from '../../form/form-view.ts'
import { rememberedField } from '../../stores/place.ts'
import { useDraft } from '../../stores/draft.ts'
import { useReview } from '../../stores/review.ts'
import { useTeam } from '../../stores/team.ts'
import { dismissFailures, showDone, showFailure } from '../../ui/toasts.ts'

/** The next step of the open declaration on its way to the signature: what F9 does now. */
export interface NextStep {
  readonly event: 'make' | 'askReview' | 'approve' | 'markReady'
  readonly short: string
  readonly title: string
}

const steps = {
  make: { event: 'make', short: '完成制单', title: '完成制单' },
  askReview: { event: 'askReview', short: '送复核', title: '送另一人复核' },
  approve: { event: 'approve', short: '复核通过', title: '复核通过' },
  markReady: { event: 'markReady', short: '转去签名', title: '转去签名' },
  finish: { event: 'markReady', short: '完成制单', title: '完成制单，转去签名' },
} as const satisfies Record<string, NextStep>

/** What no longer holds once a step was made. */
const refusals = ['team.sameHand', 'team.openComments', 'team.changed', 'team.noName']

/** What comes next in a state, with or without the review. */
export function nextStep(state: DeclarationState | undefined, reviewed: boolean): NextStep | undefined {
  if (state === 'draft') return reviewed ? steps.make : steps.finish
  if (state === 'made') return reviewed ? steps.askReview : steps.markReady
  if (state === 'inReview') return steps.approve
  return state === 'reviewed' ? steps.markReady : undefined
}

export interface ReviewSteps {
  readonly next: ComputedRef<NextStep | undefined>
  /** Path that is being commented; `undefined` when nobody comments. */
  readonly commenting: Ref<string | undefined>
  readonly sendingBack: Ref<boolean>
  /** The two revisions that are compared. */
  readonly comparing: Ref<{ from: number; to: number } | undefined>
  readonly commands: readonly Command[]
  take(event: 'make' | 'askReview' | 'approve' | 'sendBack', note?: string): Promise<Failure | undefined>
}

/** The review of the open declaration: steps, comments, what changed since the last look. */
export function useReviewSteps(view: FormView): ReviewSteps {
  const draft = useDraft()
  const review = useReview()
  const team = useTeam()
  const commenting = ref<string>()
  const sendingBack = ref(false)
  const comparing = ref<{ from: number; to: number }>()
  const open = computed(() => draft.summary !== undefined)
  let at = -1

  async function take(event: 'make' | 'askReview' | 'approve' | 'sendBack', note = ''): Promise<Failure | undefined> {
    const id = draft.summary?.id ?? ''
    const answer = await draft.saver.alone((rev) => api.team.step({ id, rev, event, note }))
    if (answer === undefined) return undefined
    if (!answer.ok) return answer.error
    await draft.open(id)
    await review.load(id)
    for (const code of refusals) dismissFailures(code)
    showDone({ make: '已完成制单', askReview: '已送复核', approve: '复核通过', sendBack: '已退回修改' }[event])
    return undefined
  }

  /** The field with the cursor, or the one that had it last. */
  function commentHere(): void {
    const here = document.activeElement
    const path = here instanceof HTMLElement ? (here.dataset['path'] ?? here.dataset['cellPath']) : undefined
    commenting.value = path ?? rememberedField(draft.summary?.id ?? '') ?? ''
  }

  async function nextComment(): Promise<void> {
    at = nextIndex(review.open.length, at, 1)
    const comment = review.open[at]
    if (comment !== undefined && comment.path !== '') await view.jump(comment.path)
  }

  async function compareWithSeen(): Promise<void> {
    const to = await draft.saver.alone((rev) => Promise.resolve(rev))
    if (to === undefined) return
    if (review.seen === undefined) showFailure(failure('team.noReview'))
    else comparing.value = { from: review.seen, to }
  }

  const group = '复核'
  const commands: readonly Command[] = [
    { id: 'comment', title: '给这一项加批注', group, keys: 'Ctrl+M', enabled: open, run: commentHere },
    {
      id: 'comment-all',
      title: '给整票加批注',
      group,
      keys: 'Ctrl+Shift+M',
      enabled: open,
      run: () => (commenting.value = ''),
    },
    { id: 'next-comment', title: '下一条批注', group, keys: 'F3', run: nextComment },
    { id: 'since-review', title: '与上次复核时比较', group, keys: 'Ctrl+J', enabled: open, run: compareWithSeen },
  ]
  const next = computed(() => nextStep(draft.summary?.state, team.reviewRequired))
  return { next, commenting, sendingBack, comparing, commands, take }
}
