import { concat, utf8 } from '../../../domain/crypto/bytes.ts'

/** A call before it is sent. Secrets stay bytes: a text could not be wiped. */
export interface ControlCall {
  readonly method: string
  readonly values?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, Uint8Array>>
}

const [quote, backslash] = [0x22, 0x5c]
const needsEscape = (byte: number): boolean => byte < 0x20 || byte === quote || byte === backslash

/** A JSON string of UTF-8 bytes, without making a text of them. */
function quoted(secret: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(2 + 6 * secret.length)
  let at = 0
  bytes[at++] = quote
  for (const byte of secret) {
    if (!needsEscape(byte)) bytes[at++] = byte
    else {
      bytes.set(utf8(`\\u00${byte.toString(16).padStart(2, '0')}`), at)
      at += 6
    }
  }
  bytes[at++] = quote
  const exact = bytes.slice(0, at)
  bytes.fill(0)
  return exact
}

/** The frame of a call. With secrets in it, the caller wipes it after sending. */
export function requestBytes(id: number, { method, values = {}, secrets = {} }: ControlCall): Uint8Array {
  const names = Object.keys(secrets)
  const head = JSON.stringify({ _method: method, _id: id, args: values })
  if (names.length === 0) return utf8(head)
  const comma = Object.keys(values).length > 0 ? ',' : ''
  const parts = [utf8(head.slice(0, -2) + comma)]
  names.forEach((name, index) => {
    parts.push(utf8(`${index > 0 ? ',' : ''}${JSON.stringify(name)}:`), quoted(secrets[name] ?? new Uint8Array()))
  })
  const whole = concat(...parts, utf8('}}'))
  for (const part of parts) part.fill(0)
  return whole
}

/** Overwrites every place where a secret stands in an answer: a control may repeat what it was given. */
export function hideSecrets(answer: Buffer, { secrets = {} }: ControlCall): void {
  for (const secret of Object.values(secrets)) {
    if (secret.length === 0) continue
    for (let at = answer.indexOf(secret); at >= 0; at = answer.indexOf(secret, at + 1))
      answer.fill('*', at, at + secret.length)
  }
}
