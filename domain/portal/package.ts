import { unzipSync, zipSync, type Zippable } from 'fflate'
import { failure } from '../failures/index.ts'
import { ok, refuse, type Result } from '../result.ts'
import { limits } from './limits.ts'

/** A message with the PDF files that go along with it. */
export interface FilingPackage {
  readonly xml: Uint8Array
  readonly files: readonly PackedFile[]
}

export interface PackedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What is sent: the bytes and what they are. */
export interface FilingBody {
  readonly contentType: 'application/xml' | 'application/zip'
  readonly bytes: Uint8Array
}

/** One level, one of two kinds, nothing that a file system reads otherwise. */
const safeName = /^[^\\/:*?"<>|\p{Cc}]{1,100}\.(?:xml|pdf)$/iu
const isXml = (name: string): boolean => name.toLowerCase().endsWith('.xml')

/** A package is the same bytes whenever it is made: the time inside is always this day. */
const packed: { mtime: string; level: 6 } = { mtime: '2000-01-01T00:00:00', level: 6 }

/**
 * The body of a filing: the bare message, or a zip of the message and its PDF files.
 * Source: writing rules of the import client (one XML and its PDFs, no folders, zip only when there are attachments).
 */
export function packFiling(clientSeqNo: string, { xml, files }: FilingPackage): FilingBody {
  if (files.length === 0) return { contentType: 'application/xml', bytes: xml }
  const entries: Zippable = { [`${clientSeqNo}.xml`]: [xml, packed] }
  for (const file of files) entries[file.name] = [file.bytes, packed]
  return { contentType: 'application/zip', bytes: zipSync(entries) }
}

class Refused extends Error {
  readonly result: Result<never>
  constructor(result: Result<never>) {
    super('package refused')
    this.result = result
  }
}

/** Judges each entry of the directory before anything of it is unpacked. */
function gatekeeper(): (entry: { name: string; originalSize: number }) => boolean {
  const seen = new Set<string>()
  let total = 0
  return ({ name, originalSize }) => {
    total += originalSize
    if (total > limits.unpackedBytes) throw new Refused(refuse(failure('portal.packageTooLarge')))
    const key = name.toLowerCase()
    if (!safeName.test(name) || seen.has(key) || seen.size >= limits.packageFiles)
      throw new Refused(refuse(failure('portal.packageContent', { detail: name.slice(0, 60) })))
    seen.add(key)
    return true
  }
}

function unzip(bytes: Uint8Array): Result<PackedFile[]> {
  try {
    const files = unzipSync(bytes, { filter: gatekeeper() })
    return ok(Object.entries(files).map(([name, content]) => ({ name, bytes: content })))
  } catch (error) {
    // The library throws plain errors for every kind of damage; which one does not matter to the sender.
    return error instanceof Refused ? error.result : refuse(failure('portal.packageBroken'))
  }
}

/**
 * The message and the files of a body. Names are single and plain, kinds are XML and PDF only.
 * Refuses (`portal.package…`) and never throws: broken archives, folders, bombs, repeated names, no or two messages.
 */
export function unpackFiling({ contentType, bytes }: FilingBody): Result<FilingPackage> {
  if (contentType === 'application/xml') return ok({ xml: bytes, files: [] })
  const unzipped = unzip(bytes)
  if (!unzipped.ok) return unzipped
  const [message, ...others] = unzipped.value.filter((file) => isXml(file.name))
  const files = unzipped.value.filter((file) => !isXml(file.name))
  if (message === undefined || others.length > 0)
    return refuse(failure('portal.packageContent', { detail: `XML ${others.length + (message ? 1 : 0)}` }))
  const fake = files.find((file) => new TextDecoder('latin1').decode(file.bytes.subarray(0, 5)) !== '%PDF-')
  if (fake) return refuse(failure('portal.packageContent', { detail: fake.name.slice(0, 60) }))
  return ok({ xml: message.bytes, files })
}
