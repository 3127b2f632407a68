import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './until.ts'

/** Switches by which the desk takes the key ring of the session bus; without them the driver gives it no key store. */
export const withKeyRing = ['-r', join(import.meta.dirname, 'use-key-ring.cjs')] as const

const owned = ['/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets']

/**
 * A real key ring of this test's own, unlocked: another one is what another user of the computer has. Programs that are
 * started meanwhile find it by the environment. Throws, and so fails the suite, where it cannot start.
 */
export class KeyRing {
  readonly #folder = mkdtempSync(join(tmpdir(), 'key-ring-'))
  readonly #before = process.env['DBUS_SESSION_BUS_ADDRESS']
  readonly #children: ChildProcess[] = []
  #words = ''

  async start(): Promise<void> {
    const own = { ...process.env, HOME: this.#folder, XDG_RUNTIME_DIR: this.#folder, XDG_DATA_HOME: this.#folder }
    this.#run('dbus-daemon', ['--session', '--nofork', '--print-address=1'], own)
    const address = await until(
      () => `the session bus is up (${this.#words})`,
      () => /^unix:\S+/m.exec(this.#words)?.[0],
    )
    process.env['DBUS_SESSION_BUS_ADDRESS'] = address
    const ring = this.#run('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
      ...own,
      DBUS_SESSION_BUS_ADDRESS: address,
    })
    // The password of the ring: none.
    ring.stdin?.end('\n')
    const ask = [`--bus=${address}`, '--print-reply', '--dest=org.freedesktop.DBus', ...owned]
    await until(
      () => `the key ring is up (${this.#words})`,
      () => execFileSync('dbus-send', ask).includes('boolean true'),
    )
  }

  async stop(): Promise<void> {
    if (this.#before === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS']
    else process.env['DBUS_SESSION_BUS_ADDRESS'] = this.#before
    for (const child of this.#children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await ended
    }
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (this.#words += chunk.toString()))
    child.once('error', (error) => (this.#words += String(error)))
    this.#children.push(child)
    return child
  }
}
