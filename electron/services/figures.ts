import { declarationStates, type DeclarationState } from '../../domain/states/declaration.ts'
import { ok } from '../../domain/result.ts'
import type { Handlers } from '../ipc/contract.ts'
import type { FiguresRepo } from '../store/figures.repo.ts'
import { localDay } from './local-day.ts'

type Figures = Handlers['figures']

const mostRows = 20
/** Longest reason that is told apart; customs puts numbers of the declaration behind it. */
const longestReason = 60

/** The month in numbers: where its declarations stand, why some came back, for whom they were. */
export class FiguresService implements Figures {
  readonly #repo: FiguresRepo

  constructor(repo: FiguresRepo) {
    this.#repo = repo
  }

  month: Figures['month'] = ({ month }) => {
    const [year = 0, number = 1] = month.split('-').map(Number)
    const span = { from: new Date(year, number - 1, 1).toISOString(), to: new Date(year, number, 1).toISOString() }
    const counts = new Map(this.#repo.states(span).map(({ key, count }) => [key, count]))
    const states = (Object.keys(declarationStates) as DeclarationState[]).flatMap((state) => {
      const count = counts.get(state) ?? 0
      return count > 0 ? [{ state, count }] : []
    })
    const perDay = countOf(this.#repo.made(span).map((at) => localDay(Date.parse(at))))
    const days = Array.from({ length: new Date(year, number, 0).getDate() }, (_, at) => {
      const day = `${month}-${String(at + 1).padStart(2, '0')}`
      return { day, count: perDay.get(day) ?? 0 }
    })
    const reasons = [...countOf(this.#repo.refusals(span).map(bareReason))]
      .map(([reason, count]) => ({ reason, count }))
      .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason, 'zh-CN'))
    const customers = this.#repo.customers(span, mostRows).map(({ key, ...row }) => ({ customer: key, ...row }))
    const total = states.reduce((sum, { count }) => sum + count, 0)
    return Promise.resolve(ok({ total, states, days, reasons: reasons.slice(0, mostRows), customers }))
  }
}

function countOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The same reason for two declarations is one reason: numbers of declarations and lines are taken out. */
const bareReason = (text: string): string =>
  text
    .replaceAll(/[A-Z]?\d{6,}/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longestReason)
