import { defineStore } from 'pinia'
import { computed, shallowReactive, shallowRef } from 'vue'
import { reviewedRev } from '../../domain/states/review.ts'
import { api, type Answer, type Api, type Failure } from '../api.ts'

type About = Answer<Api['team']['about']>
export type FieldComment = About['comments'][number]

/** Steps and comments of the declaration that is open. */
export const useReview = defineStore('review', () => {
  const id = shallowRef('')
  const steps = shallowRef<About['steps']>([])
  const comments = shallowRef<FieldComment[]>([])
  const makers = shallowRef<string[]>([])
  /** Open comments by field: a field is drawn again only when its own change. */
  const openAt = shallowReactive(new Map<string, FieldComment[]>())
  const open = computed(() => comments.value.filter(({ resolvedAt }) => resolvedAt === ''))
  /** Revision that a reviewer saw last. */
  const seen = computed(() => reviewedRev(steps.value))

  function spread(): void {
    const next = new Map<string, FieldComment[]>()
    for (const comment of open.value) next.set(comment.path, [...(next.get(comment.path) ?? []), comment])
    for (const path of openAt.keys()) if (!next.has(path)) openAt.delete(path)
    for (const [path, list] of next) openAt.set(path, list)
  }

  async function load(wanted = id.value): Promise<void> {
    id.value = wanted
    const answer = await api.team.about({ id: wanted })
    if (!answer.ok || id.value !== wanted) return
    steps.value = answer.value.steps
    comments.value = answer.value.comments
    makers.value = answer.value.makers
    spread()
  }

  /** Adds a comment to a field, or to the whole declaration; answers why not. */
  async function add(path: string, text: string): Promise<Failure | undefined> {
    const answer = await api.team.comment({ id: id.value, field: path, text })
    if (!answer.ok) return answer.error
    await load()
    return undefined
  }

  /** Closes a comment; answers why not. */
  async function resolve(commentId: string): Promise<Failure | undefined> {
    const answer = await api.team.resolve({ id: id.value, commentId })
    await load()
    return answer.ok ? undefined : answer.error
  }

  return { steps, comments, makers, open, openAt, seen, load, add, resolve }
})
