import { userInfo } from 'node:os'

/** User of the system, for the trail; empty where the system gives none. */
export function loginName(): string {
  try {
    return userInfo().username
  } catch {
    // A user without an entry in the list of users: the trail then names the clerk alone.
    return ''
  }
}
