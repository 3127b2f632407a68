import { readFileSync } from 'node:fs'
import { Openssl } from './openssl.ts'

/** Key and certificate of a server. */
export interface ServerIdentity {
  readonly key: string
  readonly cert: string
}

/** An authority of the test and servers that it vouches for, rightly or wrongly. */
export interface TlsMaterial {
  /** PEM of the authority. */
  readonly authority: string
  readonly right: ServerIdentity
  readonly wrongHost: ServerIdentity
  readonly expired: ServerIdentity
  readonly selfSigned: ServerIdentity
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']

/** Made by the openssl command, so that nothing of ours vouches for itself. */
export function makeTlsMaterial(): TlsMaterial {
  const openssl = new Openssl()
  const read = (name: string): string => readFileSync(openssl.path(name), 'utf8')
  const identity = (name: string): ServerIdentity => ({ key: read(`${name}.key`), cert: read(`${name}.pem`) })
  const selfSign = (name: string, extension: string): void => {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`]
    openssl.run('req', '-x509', ...newKey, ...files, '-subj', `/CN=${name}`, '-days', '2', '-addext', extension)
  }
  const issue = (name: string, alternative: string, days: number): void => {
    openssl.run('req', '-new', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`)
    openssl.write(`${name}.ext`, `subjectAltName=${alternative}\n`)
    const from = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial', '-extfile', `${name}.ext`]
    openssl.run('x509', '-req', '-in', `${name}.csr`, ...from, '-days', `${days}`, '-out', `${name}.pem`)
  }
  try {
    selfSign('authority', 'keyUsage=keyCertSign')
    selfSign('alone', 'subjectAltName=IP:127.0.0.1')
    issue('right', 'IP:127.0.0.1', 2)
    issue('other', 'DNS:other.example', 2)
    issue('old', 'IP:127.0.0.1', -1)
    return {
      authority: read('authority.pem'),
      right: identity('right'),
      wrongHost: identity('other'),
      expired: identity('old'),
      selfSigned: identity('alone'),
    }
  } finally {
    openssl.close()
  }
}
