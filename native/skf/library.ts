import koffi from 'koffi'
import { deviceInfoRoom, readNames, readSignatureBlob, serialOf, signatureBlobLength } from './blobs.ts'
import { skfCodes } from './codes.ts'
import { refused, success, type SkfResult } from './result.ts'

/** DEVHANDLE, HAPPLICATION or HCONTAINER. */
export type SkfHandle = number | bigint

type Done = (error: Error | null, code: number) => void
interface Foreign {
  async(...values: unknown[]): void
}

/** A number by value, handles, bytes that may be read and written (texts too), and a cell for an ULONG. */
const [int, number, handle] = ['int', 'uint64_t', 'uintptr_t'] as const
const bytes = koffi.inout(koffi.pointer('uint8_t'))
const [text, cell] = [bytes, bytes]
const newHandle = koffi.out(koffi.pointer(handle))

/**
 * Parameters of the functions that we call (GM/T 0016). An ULONG by value is passed as 64 bits, of which a library
 * with the short ULONG reads the lower half. A cell is 8 bytes of ours that are zeroed before, so that 4 or 8 written
 * bytes read the same on these little-endian machines.
 */
const parameters = {
  SKF_EnumDev: [int, bytes, cell],
  SKF_ConnectDev: [text, newHandle],
  SKF_DisConnectDev: [handle],
  SKF_GetDevInfo: [handle, bytes],
  SKF_EnumApplication: [handle, bytes, cell],
  SKF_OpenApplication: [handle, text, newHandle],
  SKF_CloseApplication: [handle],
  SKF_EnumContainer: [handle, bytes, cell],
  SKF_OpenContainer: [handle, text, newHandle],
  SKF_CloseContainer: [handle],
  SKF_ExportCertificate: [handle, int, bytes, cell],
  SKF_ExportPublicKey: [handle, int, bytes, cell],
  SKF_GetPINInfo: [handle, number, cell, cell, cell],
  SKF_VerifyPIN: [handle, number, text, cell],
  SKF_ChangePIN: [handle, number, text, text, cell],
  SKF_ECCSignData: [handle, bytes, number, bytes],
  SKF_RSASignData: [handle, bytes, number, bytes, cell],
  SKF_ClearSecureState: [handle],
} as const
type SkfName = keyof typeof parameters

/** The user, not the administrator. */
const userPin = 1
const forSigning = 1
const onlyPresent = 1

/** An ULONG that the library fills in. */
class NumberCell {
  readonly bytes = Buffer.alloc(8)

  constructor(value = 0) {
    this.bytes.writeUInt32LE(value >>> 0)
  }
  /** The lower 32 bits: no length or count is longer. */
  get value(): number {
    return this.bytes.readUInt32LE()
  }
}

/** Bytes with a zero behind them; the caller wipes them when they hold a PIN. */
function ended(content: Uint8Array): Buffer {
  const bytes = Buffer.alloc(content.length + 1)
  bytes.set(content)
  return bytes
}

const nobodyTold = 0xffffffff

/**
 * A vendor's SKF library through koffi: one method a function, each call on a thread of its own and answering the
 * library's code. Nothing is judged here. Vendors do not promise that two calls may run at once: the caller queues.
 */
export class SkfLibrary {
  readonly #functions: ReadonlyMap<SkfName, Foreign>

  private constructor(functions: ReadonlyMap<SkfName, Foreign>) {
    this.#functions = functions
  }

  /**
   * Loads the library at a path.
   * @returns the library, or why not: no such file for this machine, or functions missing from it
   */
  static load(path: string): { readonly library: SkfLibrary } | { readonly why: string } {
    try {
      const file = koffi.load(path)
      const functions = new Map<SkfName, Foreign>()
      for (const name of Object.keys(parameters) as SkfName[])
        functions.set(name, file.func(name, 'uint32_t', [...parameters[name]]))
      return { library: new SkfLibrary(functions) }
    } catch (error) {
      return { why: error instanceof Error ? error.message.slice(0, 200) : 'load' }
    }
  }

  async #call(name: SkfName, ...values: unknown[]): Promise<SkfResult<undefined>> {
    const foreign = this.#functions.get(name)
    if (!foreign) throw new Error(`${name} is not bound`)
    const code = await new Promise<number>((resolve, reject) => {
      const done: Done = (error, result) => (error ? reject(error) : resolve(result >>> 0))
      foreign.async(...values, done)
    })
    return code === skfCodes.SAR_OK ? success(undefined) : refused(code)
  }

  /** Output of a function that takes `room` bytes and answers how many it used. */
  async #read(name: SkfName, room: number, ...before: unknown[]): Promise<SkfResult<Uint8Array>> {
    const bytes = Buffer.alloc(room)
    const size = new NumberCell(room)
    const called = await this.#call(name, ...before, bytes, size.bytes)
    if (!called.ok) return called
    return size.value <= room ? success(new Uint8Array(bytes.subarray(0, size.value))) : refused(skfCodes.BAD_ANSWER)
  }

  async #handle(name: SkfName, ...before: unknown[]): Promise<SkfResult<SkfHandle>> {
    const handle: SkfHandle[] = [0]
    const called = await this.#call(name, ...before, handle)
    if (!called.ok) return called
    return handle[0] ? success(handle[0]) : refused(skfCodes.BAD_ANSWER)
  }

  async #names(name: SkfName, ...before: unknown[]): Promise<SkfResult<string[]>> {
    const list = await this.#read(name, 8192, ...before)
    return list.ok ? success(readNames(list.value)) : list
  }

  /** Devices that are plugged in. */
  devices(): Promise<SkfResult<string[]>> {
    return this.#names('SKF_EnumDev', onlyPresent)
  }
  connect(name: string): Promise<SkfResult<SkfHandle>> {
    return this.#handle('SKF_ConnectDev', ended(Buffer.from(name)))
  }
  disconnect(device: SkfHandle): Promise<SkfResult<undefined>> {
    return this.#call('SKF_DisConnectDev', device)
  }
  async serial(device: SkfHandle): Promise<SkfResult<string>> {
    const info = Buffer.alloc(deviceInfoRoom)
    const called = await this.#call('SKF_GetDevInfo', device, info)
    return called.ok ? success(serialOf(info)) : called
  }

  applications(device: SkfHandle): Promise<SkfResult<string[]>> {
    return this.#names('SKF_EnumApplication', device)
  }
  openApplication(device: SkfHandle, name: string): Promise<SkfResult<SkfHandle>> {
    return this.#handle('SKF_OpenApplication', device, ended(Buffer.from(name)))
  }
  closeApplication(application: SkfHandle): Promise<SkfResult<undefined>> {
    return this.#call('SKF_CloseApplication', application)
  }
  containers(application: SkfHandle): Promise<SkfResult<string[]>> {
    return this.#names('SKF_EnumContainer', application)
  }
  openContainer(application: SkfHandle, name: string): Promise<SkfResult<SkfHandle>> {
    return this.#handle('SKF_OpenContainer', application, ended(Buffer.from(name)))
  }
  closeContainer(container: SkfHandle): Promise<SkfResult<undefined>> {
    return this.#call('SKF_CloseContainer', container)
  }

  /** DER of the signing certificate. */
  certificate(container: SkfHandle): Promise<SkfResult<Uint8Array>> {
    return this.#read('SKF_ExportCertificate', 8192, container, forSigning)
  }
  /** Blob of the signing key; see `readPublicKeyBlob`. */
  publicKey(container: SkfHandle): Promise<SkfResult<Uint8Array>> {
    return this.#read('SKF_ExportPublicKey', 512, container, forSigning)
  }

  /** PIN tries left, −1 when the library does not fill them in. Presents no PIN. */
  async triesLeft(application: SkfHandle): Promise<SkfResult<number>> {
    const [most, left, factory] = [new NumberCell(), new NumberCell(nobodyTold), new NumberCell()]
    const called = await this.#call('SKF_GetPINInfo', application, userPin, most.bytes, left.bytes, factory.bytes)
    return called.ok ? success(left.value === nobodyTold ? -1 : left.value) : called
  }
  /** One presentation of the PIN. `left` −1: not told. */
  async verifyPin(application: SkfHandle, pin: Uint8Array): Promise<{ code: number; left: number }> {
    const text = ended(pin)
    const left = new NumberCell(nobodyTold)
    const called = await this.#call('SKF_VerifyPIN', application, userPin, text, left.bytes)
    text.fill(0)
    return { code: called.ok ? skfCodes.SAR_OK : called.code, left: left.value === nobodyTold ? -1 : left.value }
  }
  /** One presentation of the old PIN. */
  async changePin(application: SkfHandle, old: Uint8Array, next: Uint8Array): Promise<{ code: number; left: number }> {
    const texts = [ended(old), ended(next)]
    const left = new NumberCell(nobodyTold)
    const called = await this.#call('SKF_ChangePIN', application, userPin, ...texts, left.bytes)
    for (const text of texts) text.fill(0)
    return { code: called.ok ? skfCodes.SAR_OK : called.code, left: left.value === nobodyTold ? -1 : left.value }
  }
  /** Takes the PIN back. */
  clearSecureState(application: SkfHandle): Promise<SkfResult<undefined>> {
    return this.#call('SKF_ClearSecureState', application)
  }

  /** r‖s over a digest of 32 bytes. */
  async signSm2(container: SkfHandle, digest: Uint8Array): Promise<SkfResult<Uint8Array>> {
    const blob = Buffer.alloc(signatureBlobLength)
    const called = await this.#call('SKF_ECCSignData', container, Buffer.from(digest), digest.length, blob)
    if (!called.ok) return called
    const signature = readSignatureBlob(blob)
    return signature ? success(signature) : refused(skfCodes.BAD_ANSWER)
  }
  /** PKCS#1 v1.5 over what is given. */
  signRsa(container: SkfHandle, data: Uint8Array): Promise<SkfResult<Uint8Array>> {
    return this.#read('SKF_RSASignData', 512, container, Buffer.from(data), data.length)
  }
}
