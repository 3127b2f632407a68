import { failure } from '../domain/failures/index.ts'
import { api } from './api.ts'
import { showFailure } from './ui/toasts.ts'

/** A bug in the page: logged by main (redacted there) and told to the clerk, whose text stays. */
export function reportCrash(error: unknown, where: string): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  showFailure(failure('app.internal'))
  void api.app.reportError({ message: message.slice(0, 3900), where: where.slice(0, 200) })
}
