import { createHash } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { ConnectionOptions } from '../../electron/portal/connection.ts'
import { PortalClient } from '../../electron/portal/portal-client.ts'
import type { OutgoingFiling } from '../../electron/portal/portal.ts'
import type { ResolveProxy } from '../../electron/portal/proxy.ts'
import type { PortalTarget, ProxySetting } from '../../electron/portal/target.ts'
import { startPortal, type PortalOptions, type RunningPortal } from '../../sandbox/portal/start-portal.ts'

/** Waits that are short enough to run out in a test and long enough for a busy machine. */
export const shortWaits: ConnectionOptions['waits'] = { connect: 2000, response: 400, total: 2000 }

export interface ClientSettings {
  readonly onDate?: (portal: number) => void
  readonly baseAddress: string
  readonly token?: string
  readonly extraCa?: string
  readonly proxy?: ProxySetting
  readonly resolveProxy?: ResolveProxy
  readonly waits?: ConnectionOptions['waits']
}

/** A client of one fixed place. */
export function clientOf(settings: ClientSettings): PortalClient {
  const { baseAddress, token = '', extraCa = '', proxy = { kind: 'none', address: '' }, ...options } = settings
  const target: PortalTarget = { baseAddress, token, extraCa, proxy }
  return new PortalClient({ target: () => ok(target), ...options })
}

/** The real practice portal for one test, and a client that finds it again after a restart. */
export async function openPortal(options: PortalOptions) {
  let running: RunningPortal | undefined
  let target: PortalTarget | undefined
  const start = async () => {
    running = await startPortal(options)
    const { address, token } = running
    target = { baseAddress: address, token, extraCa: '', proxy: { kind: 'none', address: '' } }
  }
  const stop = async () => {
    target = undefined
    await running?.close()
    running = undefined
  }
  await start()
  onTestFinished(stop)
  const client = new PortalClient({ target: () => (target ? ok(target) : refuse(failure('portal.practiceDown'))) })
  return { client, start, stop, running: () => running }
}

/** A message as a filing. */
export const filingOf = (clientSeqNo: string, xml: Uint8Array): OutgoingFiling => ({
  clientSeqNo,
  bodySha256: createHash('sha256').update(xml).digest('hex'),
  body: { contentType: 'application/xml', bytes: xml },
})
