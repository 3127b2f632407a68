import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import type { Pcscd } from '../../support/pcscd.ts'

const root = join(import.meta.dirname, '../../..')

/** A pcscd of our own, and practice cards that live in processes of their own as real cards live outside. */
export class CardRig {
  readonly folder = mkdtempSync(join(tmpdir(), 'bench-card-'))
  readonly daemon: Pcscd
  readonly #cards: ChildProcess[] = []

  /** @param daemon its socket has to be named in `PCSCLITE_CSOCK_NAME` before the PC/SC library is used */
  constructor(daemon: Pcscd) {
    this.daemon = daemon
  }

  async start(): Promise<void> {
    openAuthority(this.folder)
    await this.daemon.start()
  }

  /** Puts the operator's card into a slot; resolves when it lies there. */
  async insert(slot: number, fault = ''): Promise<ChildProcess> {
    const program = [join(root, 'build/run-typescript.mjs'), join(root, 'sandbox/card/virtual-card.ts')]
    const place = ['--port', String(this.daemon.port + slot), '--folder', this.folder, '--fault', fault]
    const child = spawn(process.execPath, [...program, ...place], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    this.#cards.push(child)
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve())
      child.once('exit', () => reject(new Error('the virtual card did not start')))
    })
    return child
  }

  async remove(child: ChildProcess): Promise<void> {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }

  async close(): Promise<void> {
    for (const card of this.#cards) if (card.exitCode === null && card.signalCode === null) await this.remove(card)
    await this.daemon.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
