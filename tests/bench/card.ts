import { Pcscd } from '../support/pcscd.ts'
import { batchRows } from './card/batch.ts'
import { CardRig } from './card/rig.ts'
import { transmitRows } from './card/transmit.ts'
import type { BenchRow } from './row.ts'

/** Figures of the card layer over a pcscd of its own. */
export async function card(): Promise<BenchRow[]> {
  const daemon = new Pcscd()
  process.env['PCSCLITE_CSOCK_NAME'] = daemon.socket
  const rig = new CardRig(daemon)
  try {
    await rig.start()
    return [...(await transmitRows(rig)), ...(await batchRows(rig))]
  } finally {
    await rig.close()
  }
}
