import type { Database } from 'better-sqlite3'
import { ok } from '../../domain/result.ts'
import { localDay } from '../services/local-day.ts'
import { FormPrints } from '../services/printing/preparation/form-prints.ts'
import { WizardFilesRepo } from '../store/wizard-files.repo.ts'
import { WizardsRepo } from '../store/wizards.repo.ts'
import type { Shell } from './wire-desk.ts'

const now = Date.now

/** The prints of the qualification filing: loaded when the first one is wanted. */
export const wireFormPrints = (
  { printHost, dialogs }: Pick<Shell, 'printHost' | 'dialogs'>,
  db: Database,
  practice: boolean,
): FormPrints => {
  const wizards = new WizardsRepo(db, now)
  const files = new WizardFilesRepo(db, now)
  return new FormPrints({
    load: (id) => {
      const draft = wizards.load(id)
      return draft.ok ? ok({ ...draft.value, attached: files.list(id).map(({ kind }) => kind) }) : draft
    },
    host: printHost,
    saveFile: dialogs.saveFile,
    practice,
    today: () => localDay(now()),
  })
}
