import type { Gmt0017Profile } from './profile.ts'

/**
 * Smart token (Ikey). Instruction bytes: smart-token.json. Seen in a working tool: 04, 18, 26, 42, 50, 74;
 * from general knowledge of GM/T 0017-2012 and to be checked against its text: 14, 16, 4E.
 * Names of application and container are the practice token's own.
 */
export const gmt0017: Gmt0017Profile = {
  driver: 'gmt0017',
  name: '密码钥匙（GM/T 0017）',
  // Historical bytes "YL-IKEY" of the practice token.
  atr: ['3b8d8001594c2d494b4559'],
  probes: false,
  application: 'YANLIAN',
  container: 'SIGN',
  instructions: {
    deviceInfo: 0x04,
    openApplication: 0x26,
    openContainer: 0x42,
    random: 0x50,
    pinInfo: 0x14,
    verifyPin: 0x18,
    changePin: 0x16,
    exportCertificate: 0x4e,
    sign: 0x74,
  },
  // The tool seen takes SHA-1; later tokens are said to take SM3 (unverified).
  pinHash: 'SM3',
  // Version 2, specification 2, manufacturer 64, issuer 64, label 32: the serial number follows (dev_info_layout).
  chipNo: { at: 164, length: 32 },
  pin: { least: 6, most: 15 },
}
