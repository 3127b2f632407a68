import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSoftSkf } from '../../build/soft-skf.mjs'
import type { CardState } from '../../domain/states/card.ts'
import { CardClient } from '../../electron/card/card-client.ts'
import { SkfBackend } from '../../electron/card/skf/skf-backend.ts'
import type { VendorLibrary } from '../../electron/card/skf/vendor-libraries.ts'
import { openAuthority } from '../../sandbox/authority/authority.ts'
import { readCardFile, writeCardFile } from '../../sandbox/authority/card-file.ts'
import type { CardName } from '../../sandbox/authority/card-plans.ts'
import { SoftToken } from '../../sandbox/skf/soft-token.ts'
import { loopback } from './loopback.ts'
import { until } from './until.ts'

/** The soft library as a vendor's: outside this file no allow-list knows it. */
const softLibrary: VendorLibrary = { id: 'soft', label: '演练 SKF 库', files: {}, rsaInput: 'digestInfo' }

const limits = { pulse: 50, silence: 5000, job: 5000, restart: [5, 20] } as const
const patience = { command: 800, secret: 800 }

/** The soft SKF library, compiled with both widths of ULONG, over a practice folder of its own. */
export class SkfWorkshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'skf-'))
  readonly authority = openAuthority(this.folder)
  libraries = { 4: '', 8: '' }
  #count = 0

  async build(): Promise<void> {
    this.libraries = await buildSoftSkf(join(this.folder, 'libraries'))
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Card file with all its tries. */
  card(name: CardName): string {
    const path = this.authority.card(name)
    writeCardFile(path, { ...readCardFile(path), triesLeft: 6 })
    return path
  }

  /** A token to plug cards into. The library asks the environment for its socket at each call. */
  async token(): Promise<SoftToken> {
    const socket = join(this.folder, `token-${this.#count++}`)
    process.env['SOFT_SKF_SOCKET'] = socket
    return SoftToken.listen(socket)
  }

  backend(width: 4 | 8): SkfBackend {
    const path = this.libraries[width]
    return new SkfBackend({ find: () => ({ library: softLibrary, path }), patience, look: 20 })
  }

  /** A card client over the library and a token. */
  async desk(width: 4 | 8 = 8) {
    const token = await this.token()
    const loop = loopback(() => this.backend(width), this.authority.registry.roots)
    const client = new CardClient(loop.start, { backend: 'skf', limits })
    await client.boot()
    const reach = (state: CardState): Promise<unknown> =>
      until(
        () => `${state}, but it is ${client.status().state} (${client.status().sentence})`,
        () => client.status().state === state,
      )
    const close = async (): Promise<void> => {
      token.pull()
      await client.shutdown()
      await token.close()
    }
    return { token, client, reach, close }
  }
}
