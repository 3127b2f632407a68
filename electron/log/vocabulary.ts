import { constants } from 'node:os'
import { failureCodes } from '../../domain/failures/index.ts'
import { declarationEvents, declarationStates } from '../../domain/states/declaration.ts'
import { cardStates } from '../../domain/states/card.ts'
import { channels } from '../ipc/channels.ts'

/** Words of other parts of the program that a log line may name. */
const ownWords = [
  ...['card', 'sandbox', 'import', 'check', 'renderer', 'crashed', 'killed', 'oom', 'launch-failed', 'clean-exit'],
  ...[
    'late',
    'abnormal-exit',
    'integrity-failure',
    'memory-eviction',
    'migration',
    'daily',
    'before-restore',
    'manual',
  ],
  ...['official', 'fallback', 'practice', 'virtual', 'pcsc', 'eport', 'skf', 'desk', 'declarations'],
]

const words = new Set<string>([
  ...ownWords,
  ...failureCodes,
  ...declarationEvents,
  ...Object.keys(declarationStates),
  ...cardStates,
  ...Object.entries(channels).flatMap(([room, methods]) => methods.map((method) => `${room}.${method}`)),
  ...Object.keys(constants.errno),
])

/** Codes of SQLite and of the HTTP client come in families that name no data. */
const families = /^(?:SQLITE_[A-Z_]{2,40}|ERR_[A-Z_]{2,40})$/

/** True for a word of the program itself; a word of the clerk's data is never one. */
export const isOwnWord = (text: string): boolean => words.has(text) || families.test(text)
