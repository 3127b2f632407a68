import { randomUUID } from 'node:crypto'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import type { Handlers, TaskStatus } from '../ipc/contract.ts'

type Tasks = Handlers['tasks']

/** Long work in the hand of who does it. */
export interface Task {
  /** Aborted when the clerk cancels. */
  readonly signal: AbortSignal
  /** Tells how far it is; cheap, may be called for each row. */
  step(done: number, text?: string): void
  /** Ends it well, or with the text of a failure. Later calls change nothing. */
  end(failed?: string): void
}

/** Ended tasks that stay in the list, so that the status bar can say how the last ones went. */
const keptEnded = 5
/** Shortest time between two events about progress. */
const eventGap = 100

interface Running {
  status: TaskStatus
  readonly controller: AbortController
}

/** Everything that takes longer than a moment: shown in the status bar with its progress, and cancellable. */
export class TasksService implements Tasks {
  readonly #emit: (tasks: TaskStatus[]) => void
  readonly #now: () => number
  readonly #tasks = new Map<string, Running>()
  #toldAt = 0

  constructor(emit: (tasks: TaskStatus[]) => void, now: () => number) {
    this.#emit = emit
    this.#now = now
  }

  list: Tasks['list'] = () => Promise.resolve(ok(this.#all()))

  cancel: Tasks['cancel'] = ({ id }) => {
    const task = this.#tasks.get(id)
    if (task?.status.state !== 'running') return Promise.resolve(refuse(failure('app.taskEnded')))
    this.#change(id, { state: 'cancelled' })
    task.controller.abort()
    return Promise.resolve(ok({}))
  }

  /** Begins a task; whoever begins it must end it. */
  start(title: string, total = 0): Task {
    const id = randomUUID()
    const controller = new AbortController()
    this.#tasks.set(id, { controller, status: { id, title, done: 0, total, state: 'running', text: '' } })
    this.#forgetOld()
    this.#tell()
    return {
      signal: controller.signal,
      step: (done, text) => this.#step(id, { done, ...(text === undefined ? {} : { text }) }),
      end: (failed) => this.#end(id, failed),
    }
  }

  /** Runs work as a task. A cancelled one answers `app.cancelled`, whatever the work made of the abort. */
  async run<T>(title: string, work: (task: Task) => Promise<Result<T>>, total = 0): Promise<Result<T>> {
    const task = this.start(title, total)
    try {
      const result = await work(task)
      task.end(result.ok ? undefined : result.error.what)
      return task.signal.aborted && !result.ok ? refuse(failure('app.cancelled')) : result
    } catch (cause) {
      task.end('程序内部出错')
      throw cause
    }
  }

  /** Cancels what still runs. */
  shutdown(): void {
    for (const { controller, status } of this.#tasks.values()) if (status.state === 'running') controller.abort()
  }

  #all(): TaskStatus[] {
    return [...this.#tasks.values()].map((task) => task.status)
  }

  #step(id: string, change: Partial<TaskStatus>): void {
    const task = this.#tasks.get(id)
    if (task?.status.state !== 'running') return
    task.status = { ...task.status, ...change }
    // A clock that was set back must not hold the progress up for hours.
    if (Math.abs(this.#now() - this.#toldAt) >= eventGap) this.#tell()
  }

  #end(id: string, failed: string | undefined): void {
    const status = this.#tasks.get(id)?.status
    if (status?.state !== 'running') return
    if (failed === undefined) this.#change(id, { state: 'finished', done: Math.max(status.done, status.total) })
    else this.#change(id, { state: 'failed', text: failed })
  }

  #change(id: string, change: Partial<TaskStatus>): void {
    const task = this.#tasks.get(id)
    if (task === undefined) return
    task.status = { ...task.status, ...change }
    this.#tell()
  }

  #forgetOld(): void {
    const ended = [...this.#tasks.values()].filter((task) => task.status.state !== 'running')
    for (const { status } of ended.slice(0, Math.max(0, ended.length - keptEnded))) this.#tasks.delete(status.id)
  }

  #tell(): void {
    this.#toldAt = this.#now()
    this.#emit(this.#all())
  }
}
