import koffi from 'koffi'
import type { Socket } from 'node:net'

/** linux/tcp.h: IPPROTO_TCP 6, TCP_QUICKACK 12. */
const [level, option] = [6, 12]

/** Descriptor of a socket; Node keeps it on its handle and has no public name for it. */
function descriptor(socket: Socket): number {
  const { _handle: handle } = socket as unknown as { _handle?: { fd?: number } | null }
  return handle?.fd ?? -1
}

/**
 * A function to call after each read, so that the kernel acknowledges at once. The driver vpcd 3.3 sends length and
 * payload in two writes without TCP_NODELAY; with delayed acknowledgement each command then takes 44 ms
 * (frankmorgner/vsmartcard #252). Linux only; elsewhere it does nothing.
 */
export function quickAck(socket: Socket): () => void {
  if (process.platform !== 'linux') return () => undefined
  const setOption = koffi
    .load('libc.so.6')
    .func('int setsockopt(int fd, int level, int name, int *value, uint32_t size)')
  const set = (): void => {
    const fd = descriptor(socket)
    if (fd >= 0) setOption(fd, level, option, [1], 4)
  }
  set()
  return set
}
