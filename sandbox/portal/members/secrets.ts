import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

/** `salt:hash` of a password or an activation code (scrypt with Node's cost, N = 16384). */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('hex')}:${(await derive(secret, salt, 32)).toString('hex')}`
}

export async function isSecret(secret: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split(':')
  const given = await derive(secret, Buffer.from(salt, 'hex'), 32)
  const kept = Buffer.from(hash, 'hex')
  return kept.length === given.length && timingSafeEqual(kept, given)
}

export const newToken = (): string => randomBytes(32).toString('hex')
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
export const newDigits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('')

/** Letters and digits that nobody confuses. */
const plain = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const newLetters = (count: number): string =>
  Array.from({ length: count }, () => plain.charAt(randomInt(plain.length))).join('')
