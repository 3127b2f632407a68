import { connect, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { isStranger, uidIn } from '../../../../electron/card/eport/peer.ts'
import { pidIn } from '../../../../native/tcp-peer/windows-peer.ts'

/** As Linux writes it: the listener, then both ends of one connection from port 50000 to 61232. */
const linux = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:EF30 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1001        0 11 1 0 100 0 0 10 0
   1: 0100007F:C350 0100007F:EF30 01 00000000:00000000 00:00000000 00000000  1000        0 12 1 0 20 4 30 10 -1
   2: 0100007F:EF30 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1002        0 13 1 0 20 4 30 10 -1
`

test('the owner of the other end is found in the table of Linux, not that of our end or of the listener', () => {
  expect(uidIn(linux, 61_232, 50_000)).toBe(1002)
  expect(uidIn(linux, 50_000, 61_232)).toBe(1000)
  expect(uidIn(linux, 61_232, 50_001)).toBeUndefined()
  expect(uidIn('', 61_232, 50_000)).toBeUndefined()
})

/** Rows of MIB_TCPTABLE_OWNER_PID: local port, remote port, process. */
function windows(
  rows: readonly (readonly [local: number, remote: number, pid: number])[],
  count = rows.length,
): Buffer {
  const table = Buffer.alloc(4 + 24 * rows.length)
  table.writeUInt32LE(count)
  for (const [row, [local, remote, pid]] of rows.entries()) {
    table.writeUInt16BE(local, 4 + 24 * row + 8)
    table.writeUInt16BE(remote, 4 + 24 * row + 16)
    table.writeUInt32LE(pid, 4 + 24 * row + 20)
  }
  return table
}

test('the process of the other end is found in the table of Windows', () => {
  const table = windows([
    [61_232, 0, 700],
    [50_000, 61_232, 800],
    [61_232, 50_000, 900],
  ])
  expect(pidIn(table, 61_232, 50_000)).toBe(900)
  expect(pidIn(table, 61_232, 50_001)).toBeUndefined()
})

test('a table of Windows that says more rows than it has is read to its end', () => {
  expect(pidIn(windows([[1, 2, 3]], 1000), 5, 6)).toBeUndefined()
})

test('a program of ours is no stranger', async () => {
  const server = createServer((socket) => socket.resume())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  expect(isStranger(socket.localPort ?? 0, socket.remotePort ?? 0)).toBe(false)
  socket.destroy()
  await new Promise((resolve) => server.close(resolve))
})
