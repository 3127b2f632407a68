import type { ListFilter } from '../../ipc/contract.ts'
import type { ListQuery } from '../../store/draft-list.repo.ts'

const start = (day: string): number => new Date(`${day}T00:00:00`).getTime()

/** Days of the desk's calendar as moments: the whole of both days belongs to the span. */
export function queryOf({ from, to, ...query }: ListFilter & { limit?: number; offset?: number }): ListQuery {
  const end = to === undefined ? undefined : new Date(`${to}T00:00:00`)
  end?.setDate(end.getDate() + 1)
  return { ...query, from: from === undefined ? undefined : start(from), to: end?.getTime() }
}
