import type { App } from 'electron'
import type { Log } from '../log/log.ts'

/** A part that starts and stops. */
export interface Service {
  readonly name: string
  boot?(): void | Promise<void>
  shutdown?(): void | Promise<void>
}

/** Longest wait for one service to stop; a mute card reader must not keep the window from closing. */
const patience = 4000

/** Starts services in order and stops them in reverse order. One that fails is logged and does not stop the others. */
export class Services {
  readonly #log: Log
  readonly #running: Service[] = []

  constructor(log: Log) {
    this.#log = log
  }

  async boot(services: readonly Service[]): Promise<void> {
    for (const service of services) {
      this.#running.push(service)
      await this.#run('boot.failed', service, service.boot?.bind(service))
    }
  }

  async shutdown(): Promise<void> {
    for (let service = this.#running.pop(); service !== undefined; service = this.#running.pop())
      await this.#run('app.shutdownFailed', service, service.shutdown?.bind(service))
  }

  async #run(event: string, service: Service, step: (() => void | Promise<void>) | undefined): Promise<void> {
    if (step === undefined) return
    try {
      await Promise.race([step(), late()])
    } catch (cause) {
      this.#log.error(event, cause, { name: service.name })
    }
  }
}

const late = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('service is late')), patience).unref()
  })

/** Quits only after every service has stopped. */
export function stopBeforeQuit(app: App, stop: () => Promise<void>): void {
  app.on('will-quit', (event) => {
    event.preventDefault()
    // The windows are closed already; `quit` would only raise this event again.
    void stop().finally(() => app.exit(0))
  })
}
