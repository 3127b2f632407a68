import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { until } from './until.ts'

/** Another program on the same machine that uses the same card: resets it, holds it in a transaction, or owns it. */
export class PcscProgram {
  readonly #child: ChildProcess
  #words = ''

  private constructor(child: ChildProcess) {
    this.#child = child
    child.stdout?.on('data', (chunk: Buffer) => (this.#words += chunk.toString()))
  }

  static async start(reader: string): Promise<PcscProgram> {
    const root = join(import.meta.dirname, '../..')
    const script = join(root, 'tests/support/pcsc-program-main.ts')
    const child = spawn(process.execPath, [join(root, 'build/run-typescript.mjs'), script, reader], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const program = new PcscProgram(child)
    await program.heard('started')
    return program
  }

  say(order: 'reset' | 'hold' | 'release' | 'own'): void {
    this.#child.stdin?.write(`${order}\n`)
  }

  heard(word: string): Promise<unknown> {
    return until(
      () => `the other program says ${word}, it said: ${this.#words}`,
      () => this.#words.split('\n').includes(word),
    )
  }

  async end(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.stdin?.end()
    await ended
  }
}
