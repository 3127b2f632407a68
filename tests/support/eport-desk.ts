import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CardState } from '../../domain/states/card.ts'
import { CardClient } from '../../electron/card/card-client.ts'
import { EportBackend, type EportOptions } from '../../electron/card/eport/eport-backend.ts'
import { openAuthority } from '../../sandbox/authority/authority.ts'
import { readCardFile, writeCardFile } from '../../sandbox/authority/card-file.ts'
import type { CardName } from '../../sandbox/authority/card-plans.ts'
import { FakeControl } from '../../sandbox/eport-control/fake-control.ts'
import { loopback } from './loopback.ts'
import { until } from './until.ts'

const limits = { pulse: 50, silence: 5000, job: 5000, restart: [5, 20] } as const

/** Controls with practice cards, each with a card client before it. */
export class EportWorkshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'eport-'))
  readonly authority = openAuthority(this.folder)
  readonly #closing: (() => Promise<void>)[] = []

  /** @param patience in milliseconds; long enough for a loaded machine, short enough for a silent control */
  options(port: number, patience = 800): EportOptions {
    return { host: '127.0.0.1', port, patience: { command: patience, secret: patience }, look: 20 }
  }

  /** Card file with all its tries. */
  card(name: CardName): string {
    const path = this.authority.card(name)
    writeCardFile(path, { ...readCardFile(path), triesLeft: 6 })
    return path
  }

  async control(): Promise<FakeControl> {
    const control = await FakeControl.start(0)
    this.#closing.push(() => control.close())
    return control
  }

  async desk(card?: CardName, patience?: number) {
    const control = await this.control()
    if (card) control.insert(this.card(card))
    const loop = loopback(() => new EportBackend(this.options(control.port, patience)), this.authority.registry.roots)
    const client = new CardClient(loop.start, { backend: 'eport', limits })
    this.#closing.push(() => client.shutdown())
    await client.boot()
    const reach = (state: CardState): Promise<unknown> =>
      until(
        () => `${state}, but it is ${client.status().state} (${client.status().sentence})`,
        () => client.status().state === state,
      )
    return { control, client, reach }
  }

  /** Ends what a test began, clients before their controls. */
  async closeAll(): Promise<void> {
    for (const close of this.#closing.splice(0).reverse()) await close()
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
