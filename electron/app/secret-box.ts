import { failure } from '../../domain/failures/index.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { SecretBox } from '../services/sites/site-profiles.ts'

/** What is used of Electron's `safeStorage`. The asynchronous form came after the release of the fallback runtime. */
export interface SafeStore {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
  isAsyncEncryptionAvailable?(): Promise<boolean>
  encryptStringAsync?(text: string): Promise<Buffer>
  decryptStringAsync?(sealed: Buffer): Promise<{ readonly result: string }>
  /** Linux only. */
  getSelectedStorageBackend?(): string
}

/** Key stores of Linux that keep the key where everybody can read it, or are not known. */
const open = new Set(['basic_text', 'unknown'])

/** How long a key ring may ask its user, ms. It asks again with the next call. */
const patience = 30_000

/**
 * Seals by the key that the system keeps for its user: DPAPI on Windows, the key ring on Linux, the key chain on macOS.
 * @param wait how long a call to the system may take, ms
 */
export function createSecretBox(store: SafeStore, platform: NodeJS.Platform, wait = patience): SecretBox {
  const available = async (): Promise<boolean> => {
    if (platform === 'linux' && open.has(store.getSelectedStorageBackend?.() ?? 'unknown')) return false
    return await (store.isAsyncEncryptionAvailable?.() ?? store.isEncryptionAvailable())
  }
  const seal = async (text: string): Promise<Buffer | undefined> =>
    (await available()) ? await (store.encryptStringAsync?.(text) ?? store.encryptString(text)) : undefined
  const unseal = async (sealed: Buffer): Promise<string | undefined> => {
    if (!(await available())) return undefined
    const opened = await store.decryptStringAsync?.(sealed)
    return opened === undefined ? store.decryptString(sealed) : opened.result
  }
  return {
    seal: async (text) => {
      const sealed = await quietly(() => seal(text), wait)
      return sealed === undefined ? refuse(failure('sites.noSeal')) : ok(sealed.toString('base64'))
    },
    open: (sealed) => quietly(() => unseal(Buffer.from(sealed, 'base64')), wait),
  }
}

/** The system throws for another user's text, a locked or a missing key ring, and may wait for a dialog. */
async function quietly<T>(work: () => Promise<T>, wait: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), wait)
  })
  try {
    return await Promise.race([work(), late])
  } catch {
    // Whatever it says: there is no text. The caller refuses in words.
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
