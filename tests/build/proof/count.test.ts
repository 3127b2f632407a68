import { describe, expect, it } from 'vitest'
import { addUp, countChecks, countSuite, failedFiles, lastLine, withoutFiles } from '../../../build/proof/count.mjs'

const file = (status: string, ...tests: string[]) => ({
  name: `${status}.test.ts`,
  status,
  assertionResults: tests.map((one) => ({ status: one })),
})

describe('the count of a suite', () => {
  it('adds up the tests of all files', () => {
    const report = { testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] }
    expect(countSuite(report, 1)).toEqual({ passed: 3, failed: 1 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    expect(countSuite({ testResults: [file('passed', 'passed'), file('failed')] }, 1)).toEqual({ passed: 1, failed: 1 })
  })

  it('counts a file whose hooks failed after its tests passed', () => {
    expect(countSuite({ testResults: [file('failed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 })
  })

  it.each(['skipped', 'pending', 'todo', 'disabled'])('counts a test left out as %s as a failure', (status) => {
    expect(countSuite({ testResults: [file('passed', 'passed', status)] }, 0)).toEqual({ passed: 1, failed: 1 })
  })

  it('counts a suite that ran nothing as a failure', () => {
    expect(countSuite({ testResults: [] }, 0)).toEqual({ passed: 0, failed: 1 })
  })

  it('counts a missing report as a failure', () => {
    expect(countSuite(undefined, 0)).toEqual({ passed: 0, failed: 1 })
  })

  it('counts a runner that failed while every test passed', () => {
    expect(countSuite({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 })
  })
})

describe('files that are run again', () => {
  const report = { testResults: [file('passed', 'passed'), file('failed', 'passed', 'failed')] }
  it('are those in which something failed', () => {
    expect(failedFiles(report)).toEqual(['failed.test.ts'])
    expect(failedFiles(undefined)).toEqual([])
  })
  it('count by their second run alone', () => {
    expect(countSuite(withoutFiles(report, ['failed.test.ts']), 0)).toEqual({ passed: 1, failed: 0 })
  })
})

describe('the last line', () => {
  it('sums checks and suites', () => {
    const checks = countChecks([{ ok: true }, { ok: false }, { ok: true }])
    expect(lastLine(addUp([checks, { passed: 10, failed: 0 }]))).toBe('12 passed, 1 failed')
  })
})
