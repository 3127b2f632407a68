import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultUserId } from '../../domain/crypto/sm2.ts'

const id = `distid:${defaultUserId}`

/** The openssl command as an oracle in a folder of its own. Node's own SM2 uses the empty identity and cannot serve. */
export class Openssl {
  readonly folder = mkdtempSync(join(tmpdir(), 'openssl-'))

  path(name: string): string {
    return join(this.folder, name)
  }

  /** Runs openssl in the folder; throws with its own words when it fails. */
  run(...args: string[]): string {
    return execFileSync('openssl', args, { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  }

  /** Does the command succeed? */
  accepts(...args: string[]): boolean {
    try {
      this.run(...args)
      return true
    } catch {
      return false
    }
  }

  write(name: string, content: Uint8Array | string): void {
    writeFileSync(this.path(name), content)
  }

  read(name: string): Uint8Array {
    return new Uint8Array(readFileSync(this.path(name)))
  }

  newKey(name: string, algorithm: 'SM2' | 'RSA'): void {
    const kind = algorithm === 'SM2' ? ['-algorithm', 'SM2'] : ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048']
    this.run('genpkey', ...kind, '-out', `${name}.key`)
  }

  /** A certificate `${name}.pem`, self-signed or by `issuer`; its serial (a number in hex) is random unless named. */
  newCertificate(
    name: string,
    options: {
      algorithm: 'SM2' | 'RSA'
      issuer?: string
      ca?: boolean
      days?: number
      digest?: string
      serial?: string
    },
  ): void {
    const { algorithm, issuer, ca = false, days = 30, digest = algorithm === 'SM2' ? 'sm3' : 'sha256' } = options
    this.newKey(name, algorithm)
    const sign = algorithm === 'SM2' ? ['-sm3', '-sigopt', id] : [`-${digest}`]
    const subject = ['-subj', `/C=CN/O=演练/CN=${name}`, '-utf8']
    const serial = options.serial === undefined ? [] : ['-set_serial', `0x${options.serial}`]
    if (issuer === undefined) {
      const own = ['-key', `${name}.key`, ...sign, ...subject, ...serial]
      this.run('req', '-x509', '-new', ...own, '-days', `${days}`, '-out', `${name}.pem`)
      return
    }
    this.run('req', '-new', '-key', `${name}.key`, ...sign, ...subject, '-out', `${name}.csr`)
    this.write(`${name}.ext`, `basicConstraints=CA:${ca ? 'TRUE' : 'FALSE'}\n`)
    const from = ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial', '-extfile', `${name}.ext`]
    const check = algorithm === 'SM2' ? ['-vfyopt', id] : []
    this.run(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...check,
      ...from,
      ...sign,
      '-days',
      `${days}`,
      '-out',
      `${name}.pem`,
    )
  }

  /** SM2 signature in DER by `${key}.key` over a message, under the default identity. */
  signSm2(key: string, message: Uint8Array): Uint8Array {
    this.write('message', message)
    this.run(
      'pkeyutl',
      '-sign',
      '-rawin',
      '-digest',
      'sm3',
      '-inkey',
      `${key}.key`,
      '-in',
      'message',
      '-out',
      'signature',
      '-pkeyopt',
      id,
    )
    return this.read('signature')
  }

  /** Does openssl accept an SM2 signature in DER by the key of a certificate file? */
  verifiesSm2(certificate: string, message: Uint8Array, der: Uint8Array): boolean {
    this.write('message', message)
    this.write('signature', der)
    this.write('key.pub', this.run('x509', '-in', certificate, '-noout', '-pubkey'))
    return this.accepts(
      'pkeyutl',
      '-verify',
      '-rawin',
      '-digest',
      'sm3',
      '-pubin',
      '-inkey',
      'key.pub',
      '-in',
      'message',
      '-sigfile',
      'signature',
      '-pkeyopt',
      id,
    )
  }

  /** Does openssl accept a PKCS#1 v1.5 signature by the key of a certificate file? */
  verifiesRsa(certificate: string, digest: 'sha1' | 'sha256', message: Uint8Array, signature: Uint8Array): boolean {
    this.write('message', message)
    this.write('signature', signature)
    this.write('key.pub', this.run('x509', '-in', certificate, '-noout', '-pubkey'))
    return this.accepts('dgst', `-${digest}`, '-verify', 'key.pub', '-signature', 'signature', 'message')
  }

  /** Does openssl accept one hop? (`verify -vfyopt` sets the identity for the leaf only, so longer chains go hop by hop.) */
  verifiesHop(issuer: string, leaf: string, algorithm: 'SM2' | 'RSA' = 'SM2'): boolean {
    const identity = algorithm === 'SM2' ? ['-vfyopt', id] : []
    return this.accepts('verify', '-no_check_time', '-partial_chain', '-trusted', issuer, ...identity, leaf)
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
