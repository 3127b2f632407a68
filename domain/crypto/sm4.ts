import { sm4 } from 'sm-crypto-v2'

/**
 * SM4 in ECB mode without padding (GB/T 32907-2016). The GM/T 0017 token takes its PIN proof in this form.
 * @param key 16 bytes
 * @param blocks whole blocks of 16 bytes
 */
export const sm4Ecb = (key: Uint8Array, blocks: Uint8Array): Uint8Array =>
  sm4.encrypt(blocks, key, { padding: 'none', mode: 'ecb', output: 'array' })

/** The way back. */
export const sm4EcbDecrypt = (key: Uint8Array, blocks: Uint8Array): Uint8Array =>
  sm4.decrypt(blocks, key, { padding: 'none', mode: 'ecb', output: 'array' })
