import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { systemFolders, vendorLibraries, type VendorLibrary } from './vendor-libraries.ts'

/** A library of the allow-list with the file in which it lies on this machine. */
export interface FoundLibrary {
  readonly library: VendorLibrary
  readonly path: string
}

/** Machine on which is looked. */
export interface Machine {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly exists: (path: string) => boolean
}

const thisMachine: Machine = { platform: process.platform, env: process.env, exists: existsSync }

/** `%NAME%` replaced; `undefined` where the machine does not know the name. */
function expand(folder: string, env: Machine['env']): string | undefined {
  const names = [...folder.matchAll(/%([^%]+)%/g)].map(([, name = '']) => name)
  if (names.some((name) => (env[name] ?? '') === '')) return undefined
  return folder.replace(/%([^%]+)%/g, (_, name: string) => env[name] ?? '')
}

type Platform = keyof typeof systemFolders
const isPlatform = (platform: string): platform is Platform => platform in systemFolders

/** Full path of a library on this machine, `undefined` where it is not installed or not made for the platform. */
function pathOf(library: VendorLibrary, platform: Platform, { env, exists }: Machine): string | undefined {
  const paths = platform === 'win32' ? win32 : posix
  const file = library.files[platform]
  if (file === undefined) return undefined
  for (const folder of [...systemFolders[platform], ...(library.folders?.[platform] ?? [])]) {
    const expanded = expand(folder, env)
    const path = expanded === undefined ? undefined : paths.join(expanded, file)
    if (path !== undefined && exists(path)) return path
  }
  return undefined
}

/**
 * Finds a library of the allow-list by its id, or the first one that is installed when none was chosen. Only full
 * paths in known folders are tried: a bare name would also be looked for where anybody can put a file.
 */
export function findLibrary(id: string, machine: Machine = thisMachine): FoundLibrary | undefined {
  const { platform } = machine
  if (!isPlatform(platform)) return undefined
  for (const library of vendorLibraries) {
    const path = id === '' || library.id === id ? pathOf(library, platform, machine) : undefined
    if (path !== undefined) return { library, path }
  }
  return undefined
}

/** What the settings offer: every library that is made for this system, with its path where it is installed. */
export function foundLibraries(machine: Machine = thisMachine): { id: string; label: string; path: string }[] {
  const { platform } = machine
  if (!isPlatform(platform)) return []
  return vendorLibraries
    .filter(({ files }) => files[platform] !== undefined)
    .map((library) => ({ id: library.id, label: library.label, path: pathOf(library, platform, machine) ?? '' }))
}
