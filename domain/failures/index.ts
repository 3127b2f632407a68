import type { Failure } from '../result.ts'
import { appFailures } from './app.ts'
import { cardFailures } from './card.ts'
import { challengeFailures } from './challenge.ts'
import { diagnosticsFailures } from './diagnostics.ts'
import { draftFailures } from './drafts.ts'
import { folderFailures } from './folders.ts'
import { exchangeFailures } from './exchange.ts'
import { formFailures } from './form.ts'
import { importFailures } from './imports.ts'
import { keepingFailures } from './keeping.ts'
import { messageFailures } from './message.ts'
import { portalFailures } from './portal.ts'
import { preparationFailures } from './preparation.ts'
import { printingFailures } from './printing.ts'
import { receiptFailures } from './receipts.ts'
import { siteFailures } from './sites.ts'
import { storeFailures } from './store.ts'
import { tariffFailures } from './tariff.ts'
import { teamFailures } from './team.ts'

/** Three texts of one failure; `{name}` is replaced by a value of the same name. */
export interface FailureTexts {
  readonly what: string
  readonly why: string
  readonly todo: string
}

const texts = {
  ...appFailures,
  ...cardFailures,
  ...challengeFailures,
  ...diagnosticsFailures,
  ...draftFailures,
  ...folderFailures,
  ...exchangeFailures,
  ...formFailures,
  ...importFailures,
  ...keepingFailures,
  ...messageFailures,
  ...portalFailures,
  ...preparationFailures,
  ...printingFailures,
  ...receiptFailures,
  ...siteFailures,
  ...storeFailures,
  ...tariffFailures,
  ...teamFailures,
} satisfies Record<string, FailureTexts>

/** Every code that the program can refuse with. A new one is a row in the file of its area. */
export type FailureCode = keyof typeof texts

const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/**
 * The failure of a code with its three Chinese texts.
 * @param values replace `{name}` in the texts; `detail` is kept apart as the raw answer of the other side.
 */
export function failure(code: FailureCode, values: Record<string, string | number> = {}): Failure {
  const { what, why, todo } = texts[code]
  const { detail } = values
  return {
    code,
    what: fill(what, values),
    why: fill(why, values),
    todo: fill(todo, values),
    ...(detail === undefined ? {} : { detail: String(detail) }),
  }
}

/** Every code, for the tests and the help page. */
export const failureCodes = Object.keys(texts) as FailureCode[]
