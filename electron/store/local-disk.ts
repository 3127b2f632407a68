import { statfsSync } from 'node:fs'

/**
 * File systems that lie on another machine, by the number that Linux gives. Write-ahead logging needs shared memory
 * and honest syncs (https://sqlite.org/wal.html, "all processes must be on the same host").
 */
const remote = new Map<number, string>([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x517b, 'SMB'],
  [0x564c, 'NCP'],
  [0x73757245, 'Coda'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x01021997, '9P'],
])

/** Name of the network file system under a folder, or `undefined` for a local disk. */
export function networkDisk(folder: string, type: (folder: string) => number = fileSystemType): string | undefined {
  if (/^(?:\\\\|\/\/)(?![?.][\\/])/.test(folder) || /^\\\\\?\\UNC\\/i.test(folder)) return 'UNC'
  return remote.get(type(folder))
}

/** Elsewhere the number means something else: there only the path tells. */
const fileSystemType = (folder: string): number =>
  process.platform === 'linux' ? statfsSync(folder).type & 0xffffffff : 0
