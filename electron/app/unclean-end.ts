import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../log/log.ts'
import type { Service } from './life.ts'

/**
 * A mark that lies in the data folder while the desk runs. One that is found at the start says that the program before
 * was killed, fell or lost its power: the clerk is told, because something may have been broken off.
 */
export function watchEnd(data: string, log: Log): { readonly wasUnclean: boolean; readonly service: Service } {
  const mark = join(data, 'running')
  const service: Service = { name: 'end', shutdown: () => rmSync(mark, { force: true }) }
  try {
    writeFileSync(mark, '', { flag: 'wx' })
    return { wasUnclean: false, service }
  } catch (cause) {
    const wasUnclean = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST'
    if (!wasUnclean) log.warn('app.noMark')
    return { wasUnclean, service }
  }
}
