import { expect, it } from 'vitest'
import { laidOver } from '../../../domain/fields/step-text.ts'

it('a text is laid over another field by field, and rows are taken whole', () => {
  const under = { card: { holder: '演练员甲', cardNo: '' }, investors: [{ name: '甲' }, { name: '乙' }] }
  const over = { card: { cardNo: '2100010009991' }, investors: [{ name: '丙' }], basic: { name: '演练公司' } }
  expect(laidOver(under, over)).toEqual({
    card: { holder: '演练员甲', cardNo: '2100010009991' },
    investors: [{ name: '丙' }],
    basic: { name: '演练公司' },
  })
  expect(under.card.cardNo).toBe('')
})
