import { isMainThread, workerData } from 'node:worker_threads'
import type { ThreadData } from './pcsc/thread.ts'

/** Entry of the card process, and of the thread that serves one reader in it: each loads its own part alone. */
if (isMainThread) {
  const { serveDesk } = await import('./serve-desk.ts')
  serveDesk(import.meta.filename)
} else {
  const { serveReader } = await import('./pcsc/thread.ts')
  serveReader(workerData as ThreadData)
}
