import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { SecretBox } from '../../electron/services/sites/site-profiles.ts'

/** A box whose user and key ring the test changes; what is sealed does not hold the text as it is. */
export function testBox() {
  const box = {
    user: 'clerk',
    available: true,
    opened: 0,
    seal: (text: string): Promise<Result<string>> =>
      Promise.resolve(
        box.available
          ? ok(Buffer.from(JSON.stringify([box.user, text])).toString('base64'))
          : refuse(failure('sites.noSeal')),
      ),
    open: (sealed: string): Promise<string | undefined> => {
      box.opened++
      const [user, text] = JSON.parse(Buffer.from(sealed, 'base64').toString()) as [string, string]
      return Promise.resolve(box.available && user === box.user ? text : undefined)
    },
  }
  return box satisfies SecretBox
}
