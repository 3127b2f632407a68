import type { HeldState, Outcome } from '../../../domain/portal/answers.ts'
import type { Filing } from '../filing.ts'

/** One receipt of the way: its channel letter, what the filing is afterwards, and the note. */
export interface Step {
  readonly channel: string
  readonly state: HeldState
  readonly note: (filing: Filing) => string
}

const say = (text: string) => (): string => text

/** Letters and order: dossier of the field, "order seen in practice" (unverified as a whole). */
const steps = {
  filed: { channel: '7', state: 'filed', note: ({ seqNo }) => `${seqNo}直接申报成功` },
  stored: { channel: 'L', state: 'stored', note: say('海关入库成功') },
  examined: { channel: 'J', state: 'examined', note: say('通关无纸化审结') },
  inspecting: {
    channel: 'C',
    state: 'inspecting',
    note: say('查验通知：请于两个工作日内将货物移至海关查验场地，备齐单证到场配合查验'),
  },
  taxDue: { channel: 'T', state: 'taxDue', note: say('税款缴款书已生成，请于十五日内缴纳税款') },
  released: { channel: 'P', state: 'released', note: say('海关已放行') },
  closed: { channel: 'R', state: 'closed', note: say('已结关') },
  refused: { channel: 'E', state: 'refused', note: ({ reason }) => `退单：${reason}` },
} as const satisfies Record<string, Step>

const { filed, stored, examined, inspecting, taxDue, released, closed, refused } = steps

/** The whole way of each outcome. */
export const plans: Record<Outcome, readonly Step[]> = {
  release: [filed, stored, examined, released, closed],
  inspect: [filed, stored, examined, inspecting, released, closed],
  tax: [filed, stored, examined, taxDue, released, closed],
  refuse: [filed, refused],
}

/**
 * The next receipt of a filing, or `undefined` when its way is at its end. A way that was changed goes on after the
 * last receipt that both ways have; what is released is not refused any more.
 */
export function nextStep(filing: Pick<Filing, 'state' | 'outcome' | 'sent' | 'facts'>): Step | undefined {
  const { state, outcome, sent, facts } = filing
  if (facts.saveOnly || state === 'closed' || state === 'refused') return undefined
  if (state === 'released') return closed
  const plan = plans[outcome]
  const done = plan.findLastIndex((step) => sent.includes(step.channel))
  return plan[done + 1]
}
