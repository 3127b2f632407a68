import { expect, it } from 'vitest'
import { accountSteps } from '../../../domain/fields/registration/account.ts'
import type { Finding } from '../../../domain/rules/rule.ts'
import { furtherStates, redBySteps, stepStates } from '../../../renderer/wizard/step-states.ts'

const finding = (path: string, severity: Finding['severity']): Finding => ({ rule: 'P01', severity, path, text: '' })
const findings = [
  finding('company.name', 'error'),
  finding('company.address', 'error'),
  finding('administrator.name', 'warn'),
  finding('administrator.mobile', 'error'),
]

it('a step is open until it was left, then it has a problem or is done', () => {
  expect(stepStates(accountSteps, findings, new Set())).toEqual({
    company: 'open',
    administrator: 'open',
    login: 'open',
  })
  expect(stepStates(accountSteps, findings, new Set(['company', 'administrator']))).toEqual({
    company: 'problem',
    administrator: 'done',
    login: 'open',
  })
})

it('red findings are counted by the step of their field', () => {
  expect([...redBySteps(accountSteps, findings)]).toEqual([
    ['company', 2],
    ['login', 1],
  ])
})

it('papers are done when there are some, the end when it was handed in', () => {
  expect(furtherStates(undefined)).toEqual({ papers: 'open', send: 'open' })
  expect(furtherStates({ state: 'refused', files: ['a paper'] })).toEqual({ papers: 'done', send: 'open' })
  expect(furtherStates({ state: 'sent', files: [] })).toEqual({ papers: 'open', send: 'done' })
})
