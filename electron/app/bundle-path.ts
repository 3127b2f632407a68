import { realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'

/** Names that the bundler writes: plain words, dots and dashes. Everything else is refused before a path is built. */
const segment = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,120}$/

/**
 * The file of the bundle that a request path names, or `undefined` when there is none.
 *
 * Refused without touching the disk: `..`, encoded separators, back slashes, drive letters, NUL, empty and over-long
 * names. Links are resolved and must stay inside; the comparison carries the trailing separator, so that `data` does
 * not admit `data2`.
 * @param folder absolute folder of the built page
 * @param pathname path part of the URL as the URL parser gave it
 */
export function bundlePath(folder: string, pathname: string): string | undefined {
  if (pathname.length > 1000 || pathname.includes('%') || pathname.includes('\\')) return undefined
  const parts = (pathname === '/' ? '/index.html' : pathname).split('/').slice(1)
  if (parts.length === 0 || !parts.every((part) => segment.test(part))) return undefined
  const wanted = resolve(folder, ...parts)
  if (!inside(folder, wanted)) return undefined
  return existingFile(folder, wanted)
}

function existingFile(folder: string, wanted: string): string | undefined {
  try {
    const real = realpathSync.native(wanted)
    return inside(realpathSync.native(folder), real) && statSync(real).isFile() ? real : undefined
  } catch {
    // Not there, not readable or no folder: for the page all of these are "not found".
    return undefined
  }
}

function inside(folder: string, file: string): boolean {
  const way = relative(folder, file)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
