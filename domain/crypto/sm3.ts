import { sm3 as smSm3 } from 'sm-crypto-v2'
import { hexToBytes } from '@noble/hashes/utils.js'

/**
 * SM3 digest, 32 bytes (GB/T 32905-2016).
 * Pure JavaScript: Electron's BoringSSL has no SM3, so `node:crypto` would work in tests and fail in the product.
 */
export const sm3 = (bytes: Uint8Array): Uint8Array => hexToBytes(smSm3(bytes))
