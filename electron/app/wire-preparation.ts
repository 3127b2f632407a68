import type { Database } from 'better-sqlite3'
import type { CardClient } from '../card/card-client.ts'
import type { Handlers } from '../ipc/contract.ts'
import { MemberClient } from '../portal/member-client.ts'
import type { PortalClient } from '../portal/portal-client.ts'
import type { ChallengeService } from '../services/card-challenge.ts'
import { AccountService } from '../services/preparation/account-service.ts'
import { BindingService } from '../services/preparation/binding-service.ts'
import { CardMediaService } from '../services/preparation/card-media-service.ts'
import { Challenges } from '../services/preparation/challenges.ts'
import { KeptFacts } from '../services/preparation/kept-facts.ts'
import { MemberDesk } from '../services/preparation/member-desk.ts'
import { QualificationService } from '../services/preparation/qualification-service.ts'
import { ReadinessService } from '../services/preparation/readiness-service.ts'
import { Submissions } from '../services/preparation/submissions.ts'
import type { SettingsService } from '../services/settings.ts'
import { realTimers } from '../services/timers.ts'
import { SettingsRepo } from '../store/settings.repo.ts'
import { SubmissionsRepo } from '../store/submissions.repo.ts'
import { createTransaction } from '../store/transaction.ts'
import { WizardFilesRepo } from '../store/wizard-files.repo.ts'
import { WizardsRepo } from '../store/wizards.repo.ts'
import type { Service } from './life.ts'
import type { Shell } from './wire-desk.ts'

const now = Date.now

export interface PreparationParts {
  readonly shell: Pick<Shell, 'emit' | 'log' | 'dialogs'>
  readonly db: Database
  readonly portal: PortalClient
  readonly card: CardClient
  readonly challenge: ChallengeService
  readonly settings: SettingsService
  /** Name of the site. */
  readonly source: string
}

export interface Preparation {
  readonly handlers: Pick<Handlers, 'account' | 'binding' | 'qualification' | 'cardMedia' | 'readiness'>
  readonly service: Service
  /** The line to the portal is back. */
  readonly wake: () => void
  /** Practice began anew: nobody is logged in, and what the portal said is no longer true. */
  readonly forget: () => void
}

/** The part of the preparations that talks to the portal. */
export function wirePreparation(parts: PreparationParts): Preparation {
  const { shell, db, portal, card, challenge, settings, source } = parts
  const emitChanged = (): void => shell.emit('preparation.changed', {})
  const desk = new MemberDesk(new MemberClient(portal), () => {
    emitChanged()
    submissions.wake()
  })
  const wizards = new WizardsRepo(db, now)
  const kept = new KeptFacts(new SettingsRepo(db))
  const submissions = new Submissions({
    submissions: new SubmissionsRepo(db, now),
    wizards,
    files: new WizardFilesRepo(db, now),
    desk,
    transaction: createTransaction(db),
    timers: realTimers,
    log: shell.log,
    random: Math.random,
    emitChanged,
    saveFile: shell.dialogs.saveFile,
  })
  const challenges = new Challenges({ challenge, serialOf: (cardNo) => card.certificate(cardNo)?.serialHex ?? '' })
  const common = { desk, kept, challenges, submissions, now, emitChanged }
  const qualification = new QualificationService({ ...common, settings, source })
  return {
    handlers: {
      account: new AccountService({ ...common, wizards }),
      binding: new BindingService(common),
      qualification,
      cardMedia: new CardMediaService(common),
      readiness: new ReadinessService({ ...common, wizards, qualification, inReader: () => card.cards() }),
    },
    service: submissions,
    wake: () => submissions.wake(),
    forget: () => {
      submissions.forget()
      kept.forget()
      desk.end()
    },
  }
}
