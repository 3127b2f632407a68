import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './until.ts'

const driver = '/usr/lib/pcsc/drivers/serial/libifdvpcd.so'

/** A port whose neighbour is free too: the driver takes one for each of its two slots. */
async function freePorts(): Promise<number> {
  const listen = (port: number): Promise<number> =>
    new Promise((resolve) => {
      const server = createServer()
      server.once('error', () => resolve(0))
      server.listen(port, '0.0.0.0', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
      })
    })
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = await listen(0)
    if (port > 0 && port < 65_000 && (await listen(port + 1)) === port + 1) return port
  }
  throw new Error('no two free ports in a row')
}

/**
 * A pcscd of this test's own: private mount namespace, own configuration and ports, so that several runs and the
 * machine's own daemon do not meet. Throws, and so fails the suite, where pcscd cannot start.
 * Set `PCSCLITE_CSOCK_NAME` to `socket` before the PC/SC library is first used; the name stays the same over restarts.
 */
export class Pcscd {
  readonly folder = mkdtempSync(join(tmpdir(), 'pcscd-'))
  readonly socket = join(this.folder, 'comm')
  port = 0
  #child: ChildProcess | undefined
  #words = ''

  /** @param readers `false`: a service without any reader */
  async start(readers = true): Promise<void> {
    if (!existsSync(driver)) throw new Error('vsmartcard-vpcd is not installed: run the set-up (npm start or npm test)')
    this.port ||= await freePorts()
    const name = `FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:0x${this.port.toString(16)}\n`
    const config = join(this.folder, 'config')
    mkdirSync(config, { recursive: true })
    const drivers = `${name}LIBPATH ${driver}\nCHANNELID 0x${this.port.toString(16)}\n`
    writeFileSync(join(config, 'vpcd'), readers ? drivers : '')
    if (!existsSync('/run/pcscd') && process.getuid?.() === 0) mkdirSync('/run/pcscd')
    const separate = process.getuid?.() === 0 ? '-m' : '-rm'
    const script = `mount -t tmpfs none /run/pcscd && exec pcscd --foreground -c ${config}`
    const child = spawn('unshare', [separate, 'sh', '-c', script], { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (this.#words += chunk.toString()))
    this.#child = child
    const real = `/proc/${child.pid}/root/run/pcscd/pcscd.comm`
    await until(
      () => `pcscd is up (${this.#words})`,
      () => {
        if (child.exitCode !== null) throw new Error(`pcscd did not start: ${this.#words}`)
        return existsSync(real)
      },
    )
    rmSync(this.socket, { force: true })
    symlinkSync(real, this.socket)
    if (readers) await until('the virtual reader listens', () => this.#listens(this.port + 1))
  }

  /** Asked of the kernel: a connection to try it would be an inserted card. */
  #listens(port: number): boolean {
    const place = `:${port.toString(16).toUpperCase().padStart(4, '0')} `
    return readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .some((line) => line.includes(`00000000${place}00000000:0000 0A`))
  }

  /** SIGKILL, as a crash: nothing is tidied up by the daemon. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }

  async close(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
