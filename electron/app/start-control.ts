import { shell } from 'electron'

/**
 * Address that the official control registers for its own start (signing.json, local_service.start_helper). A constant:
 * nothing that comes over the bridge reaches `openExternal`.
 */
const address = 'singlewindow://Restart'

/** Asks Windows to start the control of the electronic port. `false` where there is no such program or it is unknown. */
export async function startControl(): Promise<boolean> {
  if (process.platform !== 'win32') return false
  try {
    await shell.openExternal(address)
    return true
  } catch {
    // No program is registered for the address: the page says how to install it.
    return false
  }
}
