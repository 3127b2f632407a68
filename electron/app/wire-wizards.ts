import type { Database } from 'better-sqlite3'
import type { StepText } from '../../domain/fields/step-text.ts'
import type { WizardKind } from '../../domain/states/wizard.ts'
import { KeptFacts } from '../services/preparation/kept-facts.ts'
import { knownText } from '../services/preparation/known-text.ts'
import { WizardsService } from '../services/preparation/wizards-service.ts'
import { SettingsRepo } from '../store/settings.repo.ts'
import { WizardFilesRepo } from '../store/wizard-files.repo.ts'
import { WizardsRepo } from '../store/wizards.repo.ts'
import type { Shell } from './wire-desk.ts'

const now = Date.now

/**
 * The part of the preparations that needs nothing but the store: drafts can be begun at once, also offline. A file of its
 * own: the other part reads answers of the portal, and the first window must not wait for its libraries.
 */
export function wireWizards({ dialogs, emit }: Pick<Shell, 'dialogs' | 'emit'>, db: Database): WizardsService {
  const wizards = new WizardsRepo(db, now)
  const kept = new KeptFacts(new SettingsRepo(db))
  const newest = (kind: WizardKind): StepText => {
    const row = wizards.list().find((one) => one.kind === kind)
    const draft = row && wizards.load(row.id)
    return draft?.ok ? draft.value.text : {}
  }
  return new WizardsService({
    wizards,
    files: new WizardFilesRepo(db, now),
    known: (kind, variant) =>
      knownText(kind, variant, {
        account: kept.board()?.company.text ?? newest('account'),
        qualification: kept.qualification()?.record.text ?? newest('qualification'),
      }),
    pickPaper: dialogs.pickPaper,
    saveFile: dialogs.saveFile,
    emitChanged: () => emit('preparation.changed', {}),
  })
}
