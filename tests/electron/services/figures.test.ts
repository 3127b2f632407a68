import { expect, test } from 'vitest'
import { FiguresService } from '../../../electron/services/figures.ts'
import { FiguresRepo } from '../../../electron/store/figures.repo.ts'
import { TimelineRepo } from '../../../electron/store/timeline.repo.ts'
import { siteDesk } from '../../support/site-desk.ts'

const local = (day: string): number => new Date(`${day}T12:00:00`).getTime()

test('a month is counted by state, day, reason and customer, in the calendar of the desk', async () => {
  const { store, state, drafts } = await siteDesk()
  const make = (day: string, customer: string) => {
    state.now = local(day)
    return (
      drafts.create([{ ieFlag: 'I', customer, message: { DecLists: [{ GNo: '1' }, { GNo: '2' }] } }])[0]?.summary.id ??
      ''
    )
  }
  make('2026-10-31', '甲')
  const first = make('2026-11-01', '甲')
  make('2026-11-30', '甲')
  make('2026-11-30', '乙')
  make('2026-12-01', '乙')
  for (const event of ['markReady', 'sign', 'send', 'refused'] as const) drafts.move(first, event)
  const timeline = new TimelineRepo(store.db, () => local('2026-11-12'))
  const refused = (note: string) => timeline.add({ declarationId: first, kind: 'receipt', title: '海关退单', note })
  refused('报关单 224820261000000001 商品归类有误')
  refused('报关单 224820261000000077 商品归类有误')
  refused('')
  timeline.add({ declarationId: first, kind: 'receipt', title: '海关入库', note: '成功' })
  const answer = await new FiguresService(new FiguresRepo(store.db)).month({ month: '2026-11' })
  if (!answer.ok) throw new Error(answer.error.code)
  const { total, states, days, reasons, customers } = answer.value
  expect(total).toBe(3)
  expect(states).toEqual([
    { state: 'draft', count: 2 },
    { state: 'refused', count: 1 },
  ])
  expect(days).toHaveLength(30)
  expect(days.filter(({ count }) => count > 0)).toEqual([
    { day: '2026-11-01', count: 1 },
    { day: '2026-11-30', count: 2 },
  ])
  expect(reasons).toEqual([
    { reason: '报关单 … 商品归类有误', count: 2 },
    { reason: '海关退单', count: 1 },
  ])
  expect(customers).toEqual([
    { customer: '甲', count: 2, refused: 1, lines: 4 },
    { customer: '乙', count: 1, refused: 0, lines: 2 },
  ])
})
