import { describe, expect, test } from 'vitest'
import { createSecretBox, type SafeStore } from '../../../electron/app/secret-box.ts'

/** The system's store as it seals for one user; `calls` names which form was used. */
function store(change: Partial<SafeStore> = {}, calls: string[] = []): SafeStore {
  return {
    isEncryptionAvailable: () => true,
    encryptString: (text) => {
      calls.push('sync')
      return Buffer.from(`clerk|${text}`).reverse()
    },
    decryptString: (sealed) => {
      const [user, text = ''] = Buffer.from(sealed).reverse().toString().split('|')
      if (user !== 'clerk') throw new Error('Error while decrypting the ciphertext')
      return text
    },
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...change,
  }
}
const withAsync = (calls: string[], available = true): SafeStore => ({
  ...store({}, calls),
  isAsyncEncryptionAvailable: () => Promise.resolve(available),
  encryptStringAsync: (text) => {
    calls.push('async')
    return Promise.resolve(Buffer.from(`clerk|${text}`).reverse())
  },
  decryptStringAsync: (sealed) => Promise.resolve({ result: store().decryptString(sealed) }),
})
const sealed = async (from: SafeStore, platform: NodeJS.Platform, wait?: number): Promise<string> => {
  const answer = await createSecretBox(from, platform, wait).seal('secret')
  return answer.ok ? answer.value : answer.error.code
}

describe('the box of the system', () => {
  test.each(['linux', 'win32', 'darwin'] as const)('on %s opens what it sealed', async (platform) => {
    const box = createSecretBox(store(), platform)
    const text = await sealed(store(), platform)
    expect(text).not.toContain('secret')
    expect(await box.open(text)).toBe('secret')
  })

  test('uses the asynchronous form where the runtime has it, and opens what the other form sealed', async () => {
    const calls: string[] = []
    const box = createSecretBox(withAsync(calls), 'win32')
    expect((await box.seal('secret')).ok).toBe(true)
    expect(calls).toEqual(['async'])
    expect(await box.open(await sealed(store(), 'win32'))).toBe('secret')
  })

  test.each<[string, SafeStore]>([
    ['with a key that everybody can read', store({ getSelectedStorageBackend: () => 'basic_text' })],
    ['with a key store that is not known', store({ getSelectedStorageBackend: () => 'unknown' })],
    ['that does not name its key store', { ...withAsync([]), getSelectedStorageBackend: undefined }],
    ['without encryption', store({ isEncryptionAvailable: () => false })],
    ['without encryption in the asynchronous form', withAsync([], false)],
  ])('on Linux %s seals and opens nothing', async (_name, from) => {
    expect(await sealed(from, 'linux')).toBe('sites.noSeal')
    expect(await createSecretBox(from, 'linux').open(await sealed(store(), 'linux'))).toBeUndefined()
  })

  test('does not ask other systems for the key store of Linux', async () => {
    expect(await sealed(store({ getSelectedStorageBackend: () => 'basic_text' }), 'win32')).not.toBe('sites.noSeal')
  })

  test('opens nothing of another user, and nothing that is no sealed text', async () => {
    const box = createSecretBox(store(), 'win32')
    expect(await box.open(Buffer.from('other|secret').reverse().toString('base64'))).toBeUndefined()
    expect(await box.open('')).toBeUndefined()
    expect(await box.open('•••')).toBeUndefined()
  })

  test('is an answer when the system throws or never answers', async () => {
    const fails = store({
      encryptString: () => {
        throw new Error('secret')
      },
    })
    expect(await sealed(fails, 'win32')).toBe('sites.noSeal')
    const mute: SafeStore = { ...withAsync([]), isAsyncEncryptionAvailable: () => new Promise(() => undefined) }
    expect(await sealed(mute, 'win32', 20)).toBe('sites.noSeal')
    expect(await createSecretBox(mute, 'win32', 20).open('c2VjcmV0')).toBeUndefined()
  })
})
