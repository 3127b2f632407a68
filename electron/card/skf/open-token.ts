import type { CardFailureCode } from '../../../domain/failures/card.ts'
import { failure } from '../../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../../domain/result.ts'
import type { SkfHandle, SkfLibrary } from '../../../native/skf/library.ts'
import type { SkfLine } from './skf-line.ts'

/** What is open of a token. */
export interface SkfToken {
  readonly serial: string
  readonly device: SkfHandle
  readonly application: SkfHandle
  readonly container: SkfHandle
}

type Place = Pick<SkfToken, 'application' | 'container'>

/** Refusals after which the next container or application is looked at. */
const elsewhere: readonly CardFailureCode[] = ['card.noCertificate', 'card.unknownCard', 'card.notFound']
const mayLookOn = (code: string): boolean => elsewhere.some((each) => each === code)

/** The container of an application that holds a signing certificate. */
async function containerIn(line: SkfLine, library: SkfLibrary, application: SkfHandle): Promise<Result<SkfHandle>> {
  const names = await line.ask(() => library.containers(application))
  if (!names.ok) return names
  for (const name of names.value) {
    const container = await line.ask(() => library.openContainer(application, name))
    const certificate = container.ok ? await line.ask(() => library.certificate(container.value)) : container
    if (certificate.ok) return container
    if (container.ok) await line.finish(() => library.closeContainer(container.value))
    if (!mayLookOn(certificate.error.code)) return certificate
  }
  return refuse(failure('card.noCertificate'))
}

/** Looks through the applications in their order; the first signing certificate is the operator's. */
async function placeIn(line: SkfLine, library: SkfLibrary, device: SkfHandle): Promise<Result<Place>> {
  const names = await line.ask(() => library.applications(device))
  if (!names.ok) return names
  let last: Result<never> = refuse(failure('card.unknownCard'))
  for (const name of names.value) {
    const application = await line.ask(() => library.openApplication(device, name))
    const container = application.ok ? await containerIn(line, library, application.value) : application
    if (application.ok && container.ok) return ok({ application: application.value, container: container.value })
    if (application.ok) await line.finish(() => library.closeApplication(application.value))
    if (container.ok) continue
    last = container
    if (!mayLookOn(container.error.code)) break
  }
  return last
}

/** Connects to a device and opens its application and container; lets go of it again when that fails. */
export async function openSkfToken(line: SkfLine, library: SkfLibrary, name: string): Promise<Result<SkfToken>> {
  const device = await line.ask(() => library.connect(name))
  if (!device.ok) return device
  const serial = await line.ask(() => library.serial(device.value))
  const place = serial.ok ? await placeIn(line, library, device.value) : serial
  if (serial.ok && place.ok) return ok({ serial: serial.value, device: device.value, ...place.value })
  await line.finish(() => library.disconnect(device.value))
  return place.ok ? refuse(failure('card.lost')) : place
}
