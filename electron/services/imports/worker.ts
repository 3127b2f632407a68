import { parent } from '../../process/parent.ts'
import { defaultLimits } from './grid.ts'
import { ImportSession, type ImportRequest } from './session.ts'

/**
 * Entry point of the import process. A hostile sheet can only hurt this process: its owner ends it when it takes
 * too long, and the heap limit that it is started with ends it before it takes the clerk's memory.
 */
const session = new ImportSession(defaultLimits)
const owner = parent()

/** Requests one after another: a preview never sees a half-opened file. */
let last: Promise<void> = Promise.resolve()

owner.onMessage((message) => {
  const { id, request } = message as { id: number; request: ImportRequest }
  last = last.then(async () => {
    const progress = (done: number, total: number): void => owner.post({ id, progress: { done, total } })
    owner.post({ id, answer: await session.answer(request, progress) })
  })
})

owner.post({ ready: true })
