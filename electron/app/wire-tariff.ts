import type { Database } from 'better-sqlite3'
import { localDay } from '../services/local-day.ts'
import { TariffService } from '../services/tariff/tariff-service.ts'
import type { TasksService } from '../services/tasks.ts'
import { TariffRepo } from '../store/tariff.repo.ts'
import type { Shell } from './wire-desk.ts'

/** The room of the tariff. */
export const wireTariff = (
  { dialogs, startHelper }: Pick<Shell, 'dialogs' | 'startHelper'>,
  db: Database,
  tasks: TasksService,
): TariffService =>
  new TariffService({
    pickFile: dialogs.pickTariff,
    startHelper,
    tasks,
    repo: new TariffRepo(db, Date.now),
    today: () => localDay(Date.now()),
  })
