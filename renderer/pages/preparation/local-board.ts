import type { Readiness, WizardSummary } from '../../api.ts'

/**
 * The board as far as this desk alone knows it: from what was begun here. Shown until the portal has been asked for the
 * first time, so that every preparation can be begun without a line.
 */
export function localBoard(drafts: readonly WizardSummary[]): Readiness {
  const newest = (kind: WizardSummary['kind']): WizardSummary | undefined => drafts.find((draft) => draft.kind === kind)
  const account = newest('account')
  const qualification = newest('qualification')
  const card = newest('cardMedia')
  const states = {
    editing: 'draft',
    ready: 'ready',
    waiting: 'ready',
    sent: 'ready',
    refused: 'draft',
    done: 'registered',
  } as const
  const filings = {
    editing: 'draft',
    ready: 'draft',
    waiting: 'waiting',
    sent: 'reviewing',
    refused: 'refused',
    done: 'none',
  } as const
  return {
    asOf: '',
    trouble: null,
    loggedIn: false,
    role: 'nobody',
    company: {
      name: account?.title ?? qualification?.title ?? '',
      creditCode: '',
      account: account === undefined ? 'none' : states[account.state],
      qualification: qualification === undefined ? 'none' : filings[qualification.state],
      rights: [],
      unitKinds: [],
      validUntil: '',
      reason: qualification?.reason ?? '',
      legalCard: { state: card === undefined ? 'none' : 'applied', cardNo: '', notAfter: '' },
      next: {
        action: account === undefined ? 'register' : 'finishRegistration',
        draftId: account?.id ?? '',
        userName: '',
        cardNo: '',
      },
    },
    people: [],
  }
}
