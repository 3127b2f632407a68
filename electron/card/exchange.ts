import { concat } from '../../domain/crypto/bytes.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { failure } from '../../domain/failures/index.ts'
import { commandBytes, dataOf, statusOf, type ApduChannel, type CommandFields } from './apdu-channel.ts'
import { statusFailure } from './card-failures.ts'

/** Parts of one answer that a card may give; a hostile one must not keep us asking. */
const mostParts = 300
const mostBytes = 65_536

export interface Answer {
  readonly status: number
  readonly data: Uint8Array
}

/** Collects the parts that a T=0 card announces with 61xx. */
async function collect(channel: ApduChannel, first: Uint8Array): Promise<Result<Answer>> {
  let answer = first
  const parts = [dataOf(first)]
  for (let part = 0; statusOf(answer) >> 8 === 0x61; part++) {
    if (part > mostParts || concat(...parts).length > mostBytes) return refuse(failure('card.lost', { detail: '61xx' }))
    const more = await channel.transmit(commandBytes({ cla: 0, ins: 0xc0, le: statusOf(answer) & 255 }))
    if (!more.ok) return more
    answer = more.value
    parts.push(dataOf(answer))
  }
  return ok({ status: statusOf(answer), data: concat(...parts) })
}

/**
 * One command and its whole answer: follows 61xx and repeats once with the right length after 6Cxx, as T=0 cards
 * want it.
 * @param once for every command about a PIN: it is never repeated, 6Cxx is answered as it is, and its bytes are wiped.
 * The question for the tries left counts too: repeated with a length it would look like a PIN to come (found by fuzz).
 */
export async function exchange(channel: ApduChannel, given: CommandFields, once = false): Promise<Result<Answer>> {
  const command = channel.byteProtocol && given.data ? { ...given, le: undefined } : given
  const bytes = commandBytes(command)
  const first = await channel.transmit(bytes)
  if (once) bytes.fill(0)
  if (!first.ok) return first
  const status = statusOf(first.value)
  if (status >> 8 === 0x6c && !once) {
    const again = await channel.transmit(commandBytes({ ...command, le: status & 255 }))
    return again.ok ? collect(channel, again.value) : again
  }
  return collect(channel, first.value)
}

/** The same, where anything but 9000 is a failure. */
export async function demand(channel: ApduChannel, command: CommandFields): Promise<Result<Uint8Array>> {
  const answer = await exchange(channel, command)
  if (!answer.ok) return answer
  return answer.value.status === 0x9000 ? ok(answer.value.data) : refuse(statusFailure(answer.value.status))
}

/**
 * The question whether a card is of some kind. Any refusal means that it is not, whatever the status word: cards of
 * other programs answer as they like.
 */
export async function probe(channel: ApduChannel, command: CommandFields): Promise<Result<Uint8Array>> {
  const answer = await exchange(channel, command)
  if (!answer.ok) return answer
  const detail = statusFailure(answer.value.status).detail ?? ''
  return answer.value.status === 0x9000 ? ok(answer.value.data) : refuse(failure('card.unknownCard', { detail }))
}
