import { expect, it } from 'vitest'
import type { WizardSummary } from '../../../../electron/ipc/contract.ts'
import { localBoard } from '../../../../renderer/pages/preparation/local-board.ts'

const draft = (kind: WizardSummary['kind'], state: WizardSummary['state']): WizardSummary => ({
  id: `${kind}-1`,
  kind,
  variant: '',
  title: '演练公司',
  state,
  reason: '',
  step: '',
  rev: 1,
  createdAt: '',
  updatedAt: '',
})

it('an empty desk is told to register', () => {
  const { company } = localBoard([])
  expect(company).toMatchObject({ account: 'none', qualification: 'none', next: { action: 'register', draftId: '' } })
})

it('what was begun is gone on with', () => {
  const { company } = localBoard([draft('account', 'ready'), draft('qualification', 'refused')])
  expect(company).toMatchObject({
    name: '演练公司',
    account: 'ready',
    qualification: 'refused',
    next: { action: 'finishRegistration', draftId: 'account-1' },
  })
})
