import koffi from 'koffi'

type Foreign = (...values: unknown[]) => number

/** TCP_TABLE_OWNER_PID_ALL of iprtrmib.h, AF_INET of winsock2.h, ERROR_INSUFFICIENT_BUFFER of winerror.h. */
const [allWithPid, ipv4, tooSmall] = [5, 2, 122]
/** MIB_TCPROW_OWNER_PID of tcpmib.h: six DWORD (state, address and port of both ends, process). */
const rowLength = 24

/**
 * The process whose end of a connection has these ports.
 * @param table MIB_TCPTABLE_OWNER_PID as bytes: the number of rows, then the rows; ports stand in network order
 */
export function pidIn(table: Buffer, local: number, remote: number): number | undefined {
  const rows = Math.min(table.readUInt32LE(0), Math.floor((table.length - 4) / rowLength))
  for (let row = 0; row < rows; row++) {
    const at = 4 + row * rowLength
    if (table.readUInt16BE(at + 8) === local && table.readUInt16BE(at + 16) === remote)
      return table.readUInt32LE(at + 20)
  }
  return undefined
}

/** All IPv4 connections of the machine, or `undefined` when Windows does not tell them. */
function tcpTable(): Buffer | undefined {
  const get = koffi
    .load('iphlpapi.dll')
    .func(
      'uint32_t __stdcall GetExtendedTcpTable(_Out_ uint8_t *table, _Inout_ uint32_t *size, int order, uint32_t family, int kind, uint32_t reserved)',
    ) as Foreign
  let room = 65_536
  // The table may have grown between two calls.
  for (let attempt = 0; attempt < 4; attempt++) {
    const [table, size] = [Buffer.alloc(room), [room]]
    const code = get(table, size, 0, ipv4, allWithPid, 0)
    if (code === 0) return table
    if (code !== tooSmall) return undefined
    room = (size[0] ?? room) + 16_384
  }
  return undefined
}

/** Session of Windows in which a process runs; 0 is that of the services. */
function sessionOf(pid: number): number | undefined {
  const get = koffi
    .load('kernel32.dll')
    .func('int __stdcall ProcessIdToSessionId(uint32_t pid, _Out_ uint32_t *session)') as Foreign
  const session = [0]
  return get(pid, session) === 0 ? undefined : session[0]
}

/**
 * Sessions of the program at the other end of a connection of this machine and of ourselves; `undefined` when Windows
 * does not tell them. Never throws.
 * @param near port of our end @param far port of the other one
 */
export function windowsSessions(near: number, far: number): { peer: number; own: number } | undefined {
  try {
    const table = tcpTable()
    const pid = table && pidIn(table, far, near)
    const [peer, own] = [pid === undefined ? undefined : sessionOf(pid), sessionOf(process.pid)]
    return peer === undefined || own === undefined ? undefined : { peer, own }
  } catch {
    // koffi throws where the library or the function is missing.
    return undefined
  }
}
