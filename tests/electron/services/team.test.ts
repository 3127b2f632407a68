import { describe, expect, test } from 'vitest'
import type { Result } from '../../../domain/result.ts'
import { siteDesk } from '../../support/site-desk.ts'

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** A desk of two that reviews, with a draft that 甲 began. */
async function twoAtOneDesk() {
  const desk = await siteDesk()
  const { team, service } = desk
  await team.save({ people: ['甲', '乙', '甲'], who: '甲', reviewRequired: true })
  const { summary, message } = must(await service.create({ ieFlag: 'I' }))
  const { id } = summary
  const type = async (text: string): Promise<number> => {
    const { rev } = desk.drafts.summary(id) ?? { rev: 0 }
    const changed = { ...message, DecHead: { ...message.DecHead, NoteS: text } }
    return must(await service.save({ id, rev, message: changed, accepted: {}, errors: 0, warnings: 0 })).rev
  }
  const step = (event: 'make' | 'askReview' | 'approve' | 'sendBack') =>
    team.step({ id, rev: desk.drafts.summary(id)?.rev ?? 0, event, note: '' })
  const as = (who: string) => team.save({ who })
  const state = () => desk.drafts.summary(id)?.state
  await type('一')
  return { ...desk, id, type, step, as, state }
}

describe('four eyes at one desk', () => {
  test('lead a declaration from the maker over the reviewer to the signature', async () => {
    const { id, step, as, state, service, team, drafts } = await twoAtOneDesk()
    expect(await service.markReady({ id, rev: 2 })).toMatchObject({ error: { code: 'team.notReviewed' } })
    must(await step('make'))
    expect(await service.markReady({ id, rev: 2 })).toMatchObject({ error: { code: 'team.notReviewed' } })
    must(await step('askReview'))
    expect(await step('approve')).toMatchObject({ error: { code: 'team.sameHand' } })
    expect(state()).toBe('inReview')
    await as('乙')
    must(await step('approve'))
    must(await service.markReady({ id, rev: drafts.summary(id)?.rev ?? 0 }))
    expect(state()).toBe('ready')
    const { steps } = must(await team.about({ id }))
    expect(steps.map(({ event, who }) => `${event} ${who}`)).toEqual([
      'edit 甲',
      'make 甲',
      'askReview 甲',
      'approve 乙',
      'markReady 乙',
    ])
  })

  test('see a declaration again that was changed after the review', async () => {
    const { id, step, as, state, service, type } = await twoAtOneDesk()
    must(await step('make'))
    must(await step('askReview'))
    await as('乙')
    must(await step('approve'))
    must(await service.reopen({ id }))
    const rev = await type('二')
    expect(await service.markReady({ id, rev })).toMatchObject({ error: { code: 'team.notReviewed' } })
    must(await step('make'))
    must(await step('askReview'))
    expect(await step('approve')).toMatchObject({ error: { code: 'team.sameHand' } })
    await as('甲')
    must(await step('approve'))
    expect(state()).toBe('reviewed')
  })

  test('do not approve what has open comments, or what changed meanwhile', async () => {
    const { id, step, as, team } = await twoAtOneDesk()
    must(await step('make'))
    must(await step('askReview'))
    await as('乙')
    must(await team.comment({ id, field: 'DecHead.TradeMode', text: '监管方式与备案不符？' }))
    expect(await step('approve')).toMatchObject({ error: { code: 'team.openComments' } })
    const [comment] = must(await team.about({ id })).comments
    expect(comment).toMatchObject({ path: 'DecHead.TradeMode', who: '乙', resolvedAt: '', rev: 2 })
    must(await team.resolve({ id, commentId: comment?.id ?? '' }))
    expect(await team.resolve({ id, commentId: comment?.id ?? '' })).toMatchObject({
      error: { code: 'team.noComment' },
    })
    expect(await team.step({ id, rev: 1, event: 'approve', note: '' })).toMatchObject({
      error: { code: 'team.changed' },
    })
    must(await step('approve'))
  })

  test('are not needed where the setting is off: one clerk goes on alone', async () => {
    const { id, team, service, state } = await twoAtOneDesk()
    await team.save({ reviewRequired: false })
    must(await service.markReady({ id, rev: 2 }))
    expect(state()).toBe('ready')
  })

  test('are known by name, each once, and nobody is asked to stay nameless', async () => {
    const desk = await siteDesk()
    expect(must(await desk.team.get({}))).toEqual({ people: [], who: '', reviewRequired: false })
    const { summary } = must(await desk.service.create({ ieFlag: 'I' }))
    const nameless = await desk.team.step({ id: summary.id, rev: 1, event: 'make', note: '' })
    expect(nameless).toMatchObject({ error: { code: 'team.noName' } })
    await desk.team.save({ people: ['甲', '甲'], who: '乙' })
    expect(must(await desk.team.get({})).people).toEqual(['乙', '甲'])
  })

  test('leave their names beside the revisions, and a removed draft takes its steps along', async () => {
    const { id, type, as, service, team } = await twoAtOneDesk()
    await as('乙')
    await type('二')
    await type('三')
    const rows = must(await service.revisions({ id }))
    expect(rows.map(({ rev, who }) => `${rev}${who}`)).toEqual(['4乙', '3乙', '2甲', '1'])
    expect(must(await service.revision({ id, rev: 2 })).message.DecHead?.NoteS).toBe('一')
    must(await service.remove({ id }))
    expect(must(await team.about({ id })).steps).toEqual([])
  })
})
