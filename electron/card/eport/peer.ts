import { readFileSync } from 'node:fs'
import { windowsSessions } from '../../../native/tcp-peer/windows-peer.ts'

/** Uid of nobody: what Linux shows for users of another user namespace, so it says nothing. */
const overflowUid = 65_534

/**
 * Owner of the end of a connection that has these ports, or `undefined`.
 * @param table /proc/net/tcp or tcp6: addresses with hexadecimal ports, the user in the eighth column (proc_net_tcp)
 */
export function uidIn(table: string, local: number, remote: number): number | undefined {
  const port = (field: string | undefined): number => Number.parseInt(field?.split(':')[1] ?? '', 16)
  for (const line of table.split('\n')) {
    const fields = line.trim().split(/\s+/)
    if (port(fields[1]) === local && port(fields[2]) === remote) return Number(fields[7])
  }
  return undefined
}

/**
 * Does the program at the other end belong to another person who uses this computer? Then it may stand there to collect
 * PINs, and be it the right control, it reaches that person's card. Where the system does not tell, nobody is accused.
 * @param near port of our end @param far port of the other one
 */
export function isStranger(near: number, far: number): boolean {
  switch (process.platform) {
    case 'linux':
      return isOtherUser(near, far)
    case 'win32': {
      const sessions = windowsSessions(near, far)
      // Services run in session 0, which only an administrator can fill.
      return sessions !== undefined && sessions.peer !== 0 && sessions.peer !== sessions.own
    }
    default:
      return false
  }
}

function isOtherUser(near: number, far: number): boolean {
  const uid = ['/proc/net/tcp', '/proc/net/tcp6']
    .map((file) => uidIn(readText(file), far, near))
    .find((found) => found !== undefined)
  return uid !== undefined && uid !== 0 && uid !== overflowUid && uid !== process.getuid?.()
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // No IPv6, or no /proc: the other file may tell.
    return ''
  }
}
