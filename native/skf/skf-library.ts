import koffi from 'koffi'

/** DEVHANDLE, HAPPLICATION or HCONTAINER: a pointer of the library's own. */
export type SkfHandle = bigint

export type SkfAnswer<T> = { readonly code: number; readonly value: T }

interface Foreign {
  (...values: unknown[]): number
  async(...values: unknown[]): void
}

/**
 * Parameters of the functions that are used (GM/T 0016). ULONG has 4 bytes in some 64-bit libraries and 8 in others
 * (both were met). Passed by value it travels in a register either way; passed by pointer it gets 8 zeroed bytes, of
 * which a 4-byte library fills the first half. So one declaration serves both; only blobs differ, see `ulongBytes`.
 */
const declarations = {
  SKF_EnumDev: 'int present, _Out_ uint8_t *names, uint8_t *size',
  SKF_ConnectDev: 'const char *name, _Out_ uint64_t *device',
  SKF_DisConnectDev: 'uint64_t device',
  SKF_GetDevInfo: 'uint64_t device, _Out_ uint8_t *info',
  SKF_EnumApplication: 'uint64_t device, _Out_ uint8_t *names, uint8_t *size',
  SKF_OpenApplication: 'uint64_t device, const char *name, _Out_ uint64_t *application',
  SKF_CloseApplication: 'uint64_t application',
  SKF_EnumContainer: 'uint64_t application, _Out_ uint8_t *names, uint8_t *size',
  SKF_OpenContainer: 'uint64_t application, const char *name, _Out_ uint64_t *container',
  SKF_CloseContainer: 'uint64_t container',
  SKF_ExportCertificate: 'uint64_t container, int sign, _Out_ uint8_t *certificate, uint8_t *size',
  SKF_ExportPublicKey: 'uint64_t container, int sign, _Out_ uint8_t *blob, uint8_t *size',
  SKF_GetPINInfo: 'uint64_t application, uint64_t type, uint8_t *most, uint8_t *left, uint8_t *factory',
  SKF_VerifyPIN: 'uint64_t application, uint64_t type, uint8_t *pin, uint8_t *left',
  SKF_ChangePIN: 'uint64_t application, uint64_t type, uint8_t *old, uint8_t *next, uint8_t *left',
  SKF_ClearSecureState: 'uint64_t application',
  SKF_ECCSignData: 'uint64_t container, uint8_t *digest, uint64_t length, _Out_ uint8_t *signature',
  SKF_RSASignData: 'uint64_t container, uint8_t *data, uint64_t length, _Out_ uint8_t *signature, uint8_t *size',
} as const

export type SkfFunction = keyof typeof declarations

/** User PIN (GM/T 0016 table 18: 0 administrator, 1 user). */
const user = 1
const longestList = 4096
const longestCertificate = 8192

/** A ULONG that a library fills: 8 zeroed bytes, read as far as it wrote. */
const ulong = (value = 0): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt32LE(value)
  return bytes
}
const read = (bytes: Buffer): number => bytes.readUInt32LE()

/** Names that end in zeros, the list in one more. */
const listOf = (bytes: Buffer, size: number): string[] =>
  bytes
    .toString('utf8', 0, Math.min(size, bytes.length))
    .split('\0')
    .filter((name) => name !== '')

/** A text with the zero that ends it; the caller wipes it. */
function terminated(pin: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(pin.length + 1)
  bytes.set(pin)
  return bytes
}

/** A vendor's token library through koffi. Every call runs on a thread of its own, because any of them may block. */
export class SkfLibrary {
  readonly #functions: Readonly<Record<SkfFunction, Foreign>>

  /** @throws when the file is no library or lacks a function */
  constructor(path: string) {
    const library = koffi.load(path)
    const bound = Object.entries(declarations).map(([name, parameters]) => [
      name,
      library.func(`uint32_t ${name}(${parameters})`) as unknown as Foreign,
    ])
    this.#functions = Object.fromEntries(bound) as Record<SkfFunction, Foreign>
  }

  #call(name: SkfFunction, ...values: unknown[]): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#functions[name].async(...values, (error: Error | null, code: number) =>
        error ? reject(error) : resolve(code >>> 0),
      )
    })
  }

  async #list(name: 'SKF_EnumApplication' | 'SKF_EnumContainer', handle: SkfHandle): Promise<SkfAnswer<string[]>> {
    const [names, size] = [Buffer.alloc(longestList), ulong(longestList)]
    const code = await this.#call(name, handle, names, size)
    return { code, value: code === 0 ? listOf(names, read(size)) : [] }
  }

  async #open(name: 'SKF_OpenApplication' | 'SKF_OpenContainer', from: SkfHandle, label: string) {
    const handle: (number | bigint)[] = [0]
    const code = await this.#call(name, from, label, handle)
    return { code, value: BigInt(handle[0] ?? 0) }
  }

  /** Devices that are there now. */
  async devices(): Promise<SkfAnswer<string[]>> {
    const [names, size] = [Buffer.alloc(longestList), ulong(longestList)]
    const code = await this.#call('SKF_EnumDev', 1, names, size)
    return { code, value: code === 0 ? listOf(names, read(size)) : [] }
  }

  async connect(name: string): Promise<SkfAnswer<SkfHandle>> {
    const handle: (number | bigint)[] = [0]
    const code = await this.#call('SKF_ConnectDev', name, handle)
    return { code, value: BigInt(handle[0] ?? 0) }
  }
  disconnect(device: SkfHandle): Promise<number> {
    return this.#call('SKF_DisConnectDev', device)
  }

  /** Serial number of the device; it stands before the first ULONG of DEVINFO, so its place is sure. */
  async serialNumber(device: SkfHandle): Promise<SkfAnswer<string>> {
    const info = Buffer.alloc(1024)
    const code = await this.#call('SKF_GetDevInfo', device, info)
    return { code, value: info.toString('utf8', 164, 196).replace(/\0.*$/s, '') }
  }

  applications(device: SkfHandle): Promise<SkfAnswer<string[]>> {
    return this.#list('SKF_EnumApplication', device)
  }
  openApplication(device: SkfHandle, name: string): Promise<SkfAnswer<SkfHandle>> {
    return this.#open('SKF_OpenApplication', device, name)
  }
  closeApplication(application: SkfHandle): Promise<number> {
    return this.#call('SKF_CloseApplication', application)
  }
  containers(application: SkfHandle): Promise<SkfAnswer<string[]>> {
    return this.#list('SKF_EnumContainer', application)
  }
  openContainer(application: SkfHandle, name: string): Promise<SkfAnswer<SkfHandle>> {
    return this.#open('SKF_OpenContainer', application, name)
  }
  closeContainer(container: SkfHandle): Promise<number> {
    return this.#call('SKF_CloseContainer', container)
  }

  async certificate(container: SkfHandle): Promise<SkfAnswer<Uint8Array>> {
    const [bytes, size] = [Buffer.alloc(longestCertificate), ulong(longestCertificate)]
    const code = await this.#call('SKF_ExportCertificate', container, 1, bytes, size)
    return { code, value: code === 0 ? new Uint8Array(bytes.subarray(0, read(size))) : new Uint8Array() }
  }

  /** Public key of the signing pair, as the blob of the library (see `readEccBlob`). */
  async publicKeyBlob(container: SkfHandle): Promise<SkfAnswer<Uint8Array>> {
    const [bytes, size] = [Buffer.alloc(1024), ulong(1024)]
    const code = await this.#call('SKF_ExportPublicKey', container, 1, bytes, size)
    return { code, value: code === 0 ? new Uint8Array(bytes.subarray(0, read(size))) : new Uint8Array() }
  }

  async pinInfo(application: SkfHandle): Promise<SkfAnswer<{ left: number; factory: boolean }>> {
    const [most, left, factory] = [ulong(), ulong(), ulong()]
    const code = await this.#call('SKF_GetPINInfo', application, user, most, left, factory)
    return { code, value: { left: read(left), factory: read(factory) !== 0 } }
  }

  /** One presentation. Answers the tries left where the library tells them. */
  async verifyPin(application: SkfHandle, pin: Uint8Array): Promise<SkfAnswer<number>> {
    const [text, left] = [terminated(pin), ulong()]
    const code = await this.#call('SKF_VerifyPIN', application, user, text, left)
    text.fill(0)
    return { code, value: read(left) }
  }

  async changePin(application: SkfHandle, old: Uint8Array, next: Uint8Array): Promise<SkfAnswer<number>> {
    const [before, after, left] = [terminated(old), terminated(next), ulong()]
    const code = await this.#call('SKF_ChangePIN', application, user, before, after, left)
    before.fill(0)
    after.fill(0)
    return { code, value: read(left) }
  }

  clearSecureState(application: SkfHandle): Promise<number> {
    return this.#call('SKF_ClearSecureState', application)
  }

  /** ECCSIGNATUREBLOB of a digest: r and s in 64 bytes each, right-aligned. */
  async signEcc(container: SkfHandle, digest: Uint8Array): Promise<SkfAnswer<Uint8Array>> {
    const blob = Buffer.alloc(256)
    const code = await this.#call('SKF_ECCSignData', container, digest, digest.length, blob)
    return { code, value: Uint8Array.from([...blob.subarray(32, 64), ...blob.subarray(96, 128)]) }
  }

  /** PKCS#1 v1.5 over a DigestInfo. */
  async signRsa(container: SkfHandle, digestInfo: Uint8Array): Promise<SkfAnswer<Uint8Array>> {
    const [bytes, size] = [Buffer.alloc(512), ulong(512)]
    const code = await this.#call('SKF_RSASignData', container, digestInfo, digestInfo.length, bytes, size)
    return { code, value: code === 0 ? new Uint8Array(bytes.subarray(0, read(size))) : new Uint8Array() }
  }
}
