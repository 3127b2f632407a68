import { unzipSync } from 'fflate'
import { failure } from '../../../domain/failures/index.ts'
import { limits } from '../../../domain/portal/limits.ts'
import { unpackFiling, type FilingPackage } from '../../../domain/portal/package.ts'
import { ok, refuse, type Failure, type Result } from '../../../domain/result.ts'
import { readZipDirectory } from '../imports/zip-directory.ts'

/** A message with its files as it came, or why it is not read. */
export interface ReadPackage {
  readonly name: string
  readonly result: Result<FilingPackage>
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b
const mostPackages = 200

/**
 * Every declaration in a file: a message, a zip of a message with its PDF files, or a zip of several of these (which
 * `exportZip` makes). Names, sizes and kinds are judged before anything is unpacked; nothing is unpacked twice deep.
 */
export function readPackages(name: string, bytes: Uint8Array): Result<ReadPackage[]> {
  if (!isZip(bytes)) return ok([{ name, result: ok({ xml: bytes, files: [] }) }])
  const bounded = refusedSize(bytes)
  if (bounded !== undefined) return refuse(bounded)
  const names = [...(readZipDirectory(bytes)?.names ?? [])]
  const several = names.some((each) => /\.zip$/i.test(each)) || names.filter((each) => /\.xml$/i.test(each)).length > 1
  if (!several) return ok([{ name, result: unpack(bytes) }])
  if (names.length > mostPackages) return refuse(failure('exchange.tooMany', { limit: mostPackages }))
  const strange = names.find((each) => !/^[^\\/:*?"<>|\p{Cc}]{1,100}\.(?:xml|zip)$/iu.test(each))
  if (strange !== undefined) return refuse(failure('exchange.strange', { name: strange.slice(0, 60) }))
  return inner(bytes)
}

function inner(bytes: Uint8Array): Result<ReadPackage[]> {
  let entries: Record<string, Uint8Array>
  try {
    entries = unzipSync(bytes)
  } catch {
    // The library throws plain errors for every kind of damage.
    return refuse(failure('portal.packageBroken'))
  }
  return ok(
    Object.entries(entries).map(([name, content]) => {
      if (!isZip(content)) return { name, result: ok({ xml: content, files: [] }) }
      const bounded = refusedSize(content)
      return { name, result: bounded === undefined ? unpack(content) : refuse(bounded) }
    }),
  )
}

const unpack = (bytes: Uint8Array): Result<FilingPackage> => unpackFiling({ contentType: 'application/zip', bytes })

/** A directory that is damaged or lies about sizes, or would unpack to more than any package has. */
function refusedSize(bytes: Uint8Array): Failure | undefined {
  const directory = readZipDirectory(bytes)
  if (directory === undefined) return failure('portal.packageBroken')
  return directory.unpackedBytes > limits.unpackedBytes ? failure('portal.packageTooLarge') : undefined
}
