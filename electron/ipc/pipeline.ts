import { failure } from '../../domain/failures/index.ts'
import { refuse, type Failure, type Result } from '../../domain/result.ts'
import type { Log } from '../log/log.ts'
import { storeFailureOf } from '../store/store-failure.ts'
import { contract } from './contract.ts'

/** Who sent a message, read from the event before the first `await`; `null` when its frame is gone. */
export interface FrameFacts {
  /** The frame is the main frame of the one window. */
  readonly isDeskFrame: boolean
  /** Origin of the document in the frame. */
  readonly origin: string
}

/** Any handler of the contract, after its input was checked. */
export type AnyHandler = (input: unknown) => Promise<Result<unknown>>

interface ChannelSchema {
  readonly input: { safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: ZodIssues } }
  readonly output: ChannelSchema['input']
}
interface ZodIssues {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[]
}

/** Schemas by channel name, e.g. `drafts.save`. */
const schemas = new Map<string, ChannelSchema>(
  Object.entries(contract).flatMap(([room, methods]) =>
    Object.entries(methods as Record<string, ChannelSchema>).map(([method, schema]): [string, ChannelSchema] => [
      `${room}.${method}`,
      schema,
    ]),
  ),
)

/** Every channel name of the contract. */
export const channelNames = [...schemas.keys()]

/** Origin of the page that may speak. */
const allowedOrigin = 'app://desk'

/**
 * One call through the bridge: sender check → strict input schema → handler → output schema.
 * Every refusal is an answer; nothing is thrown to the page. Bytes in the input (the PIN) are zeroed on every path.
 * @param onStoreTrouble told when the disk or the database file failed under the call
 */
export async function handle(
  channel: string,
  frame: FrameFacts | null,
  input: unknown,
  handler: AnyHandler | undefined,
  log: Log,
  onStoreTrouble: (failure: Failure) => void = () => undefined,
): Promise<Result<unknown>> {
  try {
    if (frame === null || !frame.isDeskFrame || frame.origin !== allowedOrigin) {
      log.warn('ipc.sender', { channel })
      return refuse(failure('app.notAllowed'))
    }
    return await call(channel, input, handler, log)
  } catch (cause) {
    log.error('ipc.failed', cause, { channel })
    // A full disk or a broken file may show at any call; it has a name and a way out, a bug has not.
    const trouble = storeFailureOf(cause)
    if (trouble === undefined) return refuse(failure('app.internal'))
    onStoreTrouble(trouble)
    return refuse(trouble)
  } finally {
    wipeBytes(input)
  }
}

async function call(
  channel: string,
  input: unknown,
  handler: AnyHandler | undefined,
  log: Log,
): Promise<Result<unknown>> {
  const schema = schemas.get(channel)
  if (schema === undefined || handler === undefined) {
    log.warn('ipc.unavailable', { channel })
    return refuse(failure('app.unavailable'))
  }
  const parsed = schema.input.safeParse(input)
  if (!parsed.success) {
    log.warn('ipc.badInput', { channel, count: parsed.error.issues.length })
    return refuse(failure('app.badInput', { where: place(channel, parsed.error) }))
  }
  const answer = await handler(parsed.data)
  if (!answer.ok) return answer
  const output = schema.output.safeParse(answer.value)
  if (output.success) return { ok: true, value: output.data }
  log.error('ipc.badOutput', undefined, { channel, count: output.error.issues.length })
  return refuse(failure('app.internal'))
}

/** Where the first fault lies, by the keys of the contract; keys that the sender made up are not repeated. */
function place(channel: string, error: ZodIssues): string {
  const keys = (error.issues[0]?.path ?? []).filter(
    (key) => typeof key === 'number' || /^[A-Za-z]{1,30}$/.test(String(key)),
  )
  return [channel, ...keys.slice(0, 4)].map(String).join('.')
}

function wipeBytes(input: unknown): void {
  if (typeof input !== 'object' || input === null) return
  for (const value of Object.values(input)) if (value instanceof Uint8Array) value.fill(0)
}
