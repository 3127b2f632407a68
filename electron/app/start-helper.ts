import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { Log } from '../log/log.ts'
import type { HelperName, StartHelper } from '../process/helper.ts'

/** Threads of a helper: PC/SC calls block one each, and four (the default) are used up by four readers. */
const threads = '16'

/**
 * The import process reads what strangers send: its heap ends before the clerk's memory does. Electron takes the limit
 * only in this form (tried: a bare --max-old-space-size in `execArgv` changes nothing).
 */
const heapLimits: Partial<Record<HelperName, string[]>> = { import: ['--js-flags=--max-old-space-size=1536'] }

/** Starts helper processes from the bundle folder of main. */
export const createStartHelper =
  (folder: string, log: Log): StartHelper =>
  (name, argument) => {
    const child = utilityProcess.fork(join(folder, `${name}.js`), [JSON.stringify(argument)], {
      serviceName: `declarant-${name}`,
      stdio: 'ignore',
      execArgv: heapLimits[name] ?? [],
      env: { ...process.env, UV_THREADPOOL_SIZE: threads },
    })
    child.on('exit', (exitCode) => log.info('helper.exit', { helper: name, exitCode }))
    return {
      post: (message) => child.postMessage(message),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.on('exit', listener),
      kill: () => void child.kill(),
    }
  }
