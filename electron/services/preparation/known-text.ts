import type { StepText } from '../../../domain/fields/step-text.ts'
import {
  accountToCard,
  accountToQualification,
  carried,
  qualificationToCard,
} from '../../../domain/preparation/carry.ts'
import type { WizardKind } from '../../../domain/states/wizard.ts'

export interface Known {
  /** Registration: of the portal when somebody is logged in, else of the newest draft. */
  readonly account: StepText
  /** Qualification: as it is on file, else of the newest draft. */
  readonly qualification: StepText
}

type Ways = Parameters<typeof carried>[2]

/** A text with what another one brings; what stands already stands. */
function withCarried(from: StepText, to: StepText, ways: Ways): StepText {
  const text = structuredClone(to)
  for (const { path, value } of carried(from, to, ways)) {
    const [section = '', element = ''] = path.split('.')
    const part = (text[section] ??= {})
    if (!Array.isArray(part)) part[element] = value
  }
  return text
}

/**
 * What a new draft starts with, so that nothing is typed twice: a change or supplement with everything that is on file,
 * a card with holder and address. The kind of the application is the new one's.
 */
export function knownText(kind: WizardKind, variant: string, { account, qualification }: Known): StepText {
  if (kind === 'qualification') {
    const text = withCarried(account, qualification, accountToQualification)
    return { ...text, application: variant === '' ? {} : { kind: variant } }
  }
  if (kind !== 'cardMedia') return {}
  const begun: StepText = { card: variant === '' ? {} : { service: variant } }
  return withCarried(account, withCarried(qualification, begun, qualificationToCard), accountToCard)
}
