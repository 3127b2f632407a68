/** How one vendor's library is found and called. */
export interface VendorLibrary {
  /** What settings and messages say; never a path. */
  readonly id: string
  readonly label: string
  /** File names by platform; a platform without a name is not served. */
  readonly files: Partial<Record<'win32' | 'linux' | 'darwin', string>>
  /** Folders of the vendor's own set-up beside the system's. `%NAME%` is taken from the environment. */
  readonly folders?: Partial<Record<'win32' | 'linux' | 'darwin', readonly string[]>>
  /**
   * What SKF_RSASignData takes. The standard says "data"; most libraries pad what they get, so that a DigestInfo
   * belongs there (unverified for each vendor; a wrong choice shows as a signature that does not verify).
   */
  readonly rsaInput: 'digestInfo' | 'digest'
}

/**
 * The libraries that may be loaded, and no others: code that is loaded sees every PIN. Names of the control's own
 * modules: signing.json, reader_types.third_party_key_modules (the file ending is inferred). mToken: names that the
 * maker's web plug-in passes to its own loader. The others: list of devices in a regional authority's web client.
 * None of them was at hand here; a library for 32 bits cannot be loaded by a program of 64 bits.
 */
export const vendorLibraries: readonly VendorLibrary[] = [
  { id: 'eptskf', label: '电子口岸 eptskf', files: { win32: 'eptskf.dll' }, rsaInput: 'digestInfo' },
  { id: 'opsskf', label: '电子口岸 OpsSkf', files: { win32: 'OpsSkf.dll' }, rsaInput: 'digestInfo' },
  { id: 'epkey-wq', label: '电子口岸第三方 Key（WQ）', files: { win32: 'EpKeyThirdWQ.dll' }, rsaInput: 'digestInfo' },
  {
    id: 'epkey-tdr',
    label: '电子口岸第三方 Key（TDR）',
    files: { win32: 'EpKeyThirdTDR.dll' },
    rsaInput: 'digestInfo',
  },
  { id: 'epkey-hd', label: '电子口岸第三方 Key（HD）', files: { win32: 'EpKeyThirdHD.dll' }, rsaInput: 'digestInfo' },
  {
    id: 'gm3000',
    label: 'mToken GM3000',
    files: { win32: 'mtoken_gm3000.dll', linux: 'libgm3000.1.0.so', darwin: 'libgm3000.1.0.dylib' },
    folders: { win32: ['%ProgramFiles%\\GM3000'] },
    rsaInput: 'digestInfo',
  },
  {
    id: 'k7',
    label: 'mToken K7',
    files: { win32: 'mtoken_k7.dll', linux: 'libk7.1.0.so', darwin: 'libk7.1.0.dylib' },
    rsaInput: 'digestInfo',
  },
  {
    id: '3000gm',
    label: 'ePass 3000GM',
    files: { win32: 'ShuttleCsp11_3000GM.dll' },
    rsaInput: 'digestInfo',
  },
  { id: 'ht20538', label: 'SKFAPI 20538', files: { win32: 'SKFAPI20538.dll' }, rsaInput: 'digestInfo' },
]

/** Folders of the system in which set-up programs put libraries. */
export const systemFolders: Record<'win32' | 'linux' | 'darwin', readonly string[]> = {
  win32: ['%SystemRoot%\\System32'],
  linux: ['/usr/lib', '/usr/lib64', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/local/lib'],
  darwin: ['/usr/local/lib', '/Library/Frameworks'],
}
