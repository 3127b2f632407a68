import { fork } from 'node:child_process'
import { mkdtemp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import type { Helper } from '../../electron/process/helper.ts'

/** A helper process bundled from its real entry point, run by plain Node as `utilityProcess` would run it. */
export interface BuiltHelper {
  start(argument?: Record<string, string>, execArgv?: string[]): Helper & { readonly pid: number | undefined }
  /** Ends what still runs and removes the bundle. */
  remove(): Promise<void>
}

const root = join(import.meta.dirname, '../..')

/** Bundles an entry point into a folder of its own under `out/`, where packages are found. */
export async function buildHelper(entry: string): Promise<BuiltHelper> {
  await mkdir(join(root, 'out/test'), { recursive: true })
  const folder = await mkdtemp(join(root, 'out/test/helper-'))
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(root, entry),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'helper.mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' } },
    },
  })
  const running = new Set<Helper>()
  return {
    start(argument = {}, execArgv = []) {
      const child = fork(join(folder, 'helper.mjs'), [JSON.stringify(argument)], {
        serialization: 'advanced',
        execArgv,
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      })
      const helper = {
        pid: child.pid,
        post: (message: unknown) => void child.send(message as Parameters<typeof child.send>[0]),
        onMessage: (listener: (message: unknown) => void) => void child.on('message', listener),
        onExit: (listener: (code: number) => void) => void child.on('exit', (code) => listener(code ?? -1)),
        kill: () => void child.kill('SIGKILL'),
      }
      running.add(helper)
      return helper
    },
    async remove() {
      for (const helper of running) helper.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
