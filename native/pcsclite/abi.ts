/** How one platform's PC/SC library is called. All differences are here, as data. */
export interface PcscAbi {
  /** Names to try, in order. */
  readonly libraries: readonly string[]
  readonly dword: 'ulong' | 'uint32'
  /** SCARDCONTEXT and SCARDHANDLE. */
  readonly handle: 'long' | 'uintptr' | 'int32'
  /** Return type LONG. */
  readonly result: 'long' | 'int32'
  /** Letter after the names that take texts. */
  readonly suffix: '' | 'A'
  /** Bytes of rgbAtr in SCARD_READERSTATE, and whether that struct is packed to one byte. */
  readonly atrBytes: 33 | 36
  readonly packed: boolean
  /** Does `\\?PnP?\Notification` work? Without it new readers are found by asking again. */
  readonly plugAndPlay: boolean
}

/**
 * linux: measured (DWORD is unsigned long, the state struct has 80 bytes). win32 and darwin: read from the headers
 * of winscard and of Apple's PCSC framework, not run by us yet.
 */
export const abis: Readonly<Record<'linux' | 'win32' | 'darwin', PcscAbi>> = {
  linux: {
    libraries: ['libpcsclite.so.1'],
    dword: 'ulong',
    handle: 'long',
    result: 'long',
    suffix: '',
    atrBytes: 33,
    packed: false,
    plugAndPlay: true,
  },
  win32: {
    libraries: ['winscard.dll'],
    dword: 'uint32',
    handle: 'uintptr',
    result: 'int32',
    suffix: 'A',
    atrBytes: 36,
    packed: false,
    plugAndPlay: true,
  },
  darwin: {
    libraries: ['/System/Library/Frameworks/PCSC.framework/PCSC'],
    dword: 'uint32',
    handle: 'int32',
    result: 'int32',
    suffix: '',
    atrBytes: 33,
    packed: true,
    plugAndPlay: false,
  },
}

/** ABI of this machine, or `undefined` where PC/SC is not known. */
export const abiOf = (platform: string): PcscAbi | undefined =>
  platform === 'linux' || platform === 'win32' || platform === 'darwin' ? abis[platform] : undefined
