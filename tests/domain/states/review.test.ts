import { describe, expect, test } from 'vitest'
import { authorOf, makers, reviewedRev, type ReviewStep, type StepEvent } from '../../../domain/states/review.ts'

const steps = (...rows: [StepEvent, string, number][]): ReviewStep[] =>
  rows.map(([event, who, rev], at) => ({ at: `2026-11-24T08:${10 + at}:00Z`, event, who, rev, note: '' }))

describe('who may not review', () => {
  test('is everyone who typed and whoever finished', () => {
    const way = steps(['edit', '甲', 1], ['edit', '乙', 4], ['make', '丙', 5], ['askReview', '丙', 5])
    expect([...makers(way)].sort()).toEqual(['丙', '乙', '甲'].sort())
  })

  test('is after a sending back only who changed it since and who finished it last', () => {
    const way = steps(['edit', '甲', 1], ['make', '甲', 2], ['sendBack', '乙', 2], ['edit', '乙', 3], ['make', '乙', 3])
    expect([...makers(way)]).toEqual(['乙'])
  })

  test('is nobody before anything was done', () => {
    expect(makers([]).size).toBe(0)
  })
})

test('the revision that was reviewed last is known, and whose text a revision is', () => {
  const way = steps(['edit', '甲', 1], ['make', '甲', 3], ['sendBack', '乙', 3], ['edit', '丙', 4])
  expect(reviewedRev(way)).toBe(3)
  expect(reviewedRev(way.slice(0, 2))).toBeUndefined()
  expect([authorOf(way, 0), authorOf(way, 2), authorOf(way, 9)]).toEqual(['', '甲', '丙'])
})
