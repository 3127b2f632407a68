import { parent, startArgument } from '../electron/process/parent.ts'
import { startClient } from './import-client/start-client.ts'
import { startPortal } from './portal/start-portal.ts'

/**
 * Entry of the sandbox process. Argument: `{folder, importClient?}`, the practice folder and the folder in which a
 * practice import client works. Posts `{ready, address, token}` when the
 * portal listens, or `{failed}` and ends. The token goes over the parent's line only: arguments can be read by others.
 */
const { folder = '', importClient } = startArgument()
const owner = parent()
// A forked process would outlive its owner: the listening portal keeps it alive.
process.on('disconnect', () => process.exit())

try {
  const portal = await startPortal({ folder })
  const { address, token } = portal
  if (importClient !== undefined) startClient(importClient, portal)
  owner.post({ ready: true, address, token })
} catch (error) {
  owner.post({ failed: error instanceof Error ? error.name : 'unknown' })
  process.exitCode = 1
}
