import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { readDecFile, readDecMessage } from '../../../domain/message/read.ts'
import { writeDecMessage } from '../../../domain/message/write.ts'
import { anyMessage, fittingMessage } from './random-message.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function readBack(message: DecMessage): DecMessage {
  const read = readDecMessage(bytes(writeDecMessage(message)))
  if (!read.ok) throw new Error(`${read.error.code} ${read.error.detail ?? ''}`)
  return read.value
}

describe('a message that is written, read and written again', () => {
  it('is the same to the byte, whatever a draft holds', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(writeDecMessage(readBack(message))).toBe(writeDecMessage(message))
      }),
      { numRuns: 150 },
    )
  })

  it('keeps every value that fits its field', () => {
    fc.assert(
      fc.property(fittingMessage, (message) => {
        const back = readBack(message)
        expect(back.DecHead).toEqual(message.DecHead)
        expect(back.DecLists ?? []).toEqual(message.DecLists ?? [])
        expect(back.DecFreeTxt ?? {}).toEqual(message.DecFreeTxt ?? {})
      }),
      { numRuns: 50 },
    )
  })

  it.each(['I', 'E'])('keeps origin and destination by meaning with IEFlag %s', (IEFlag) => {
    const message: DecMessage = {
      DecHead: { IEFlag },
      DecLists: [{ OriginCountry: 'CHN', DestinationCountry: 'USA' }, { OriginCountry: 'JPN' }],
    }
    expect(readBack(message).DecLists).toEqual([
      { OriginCountry: 'CHN', DestinationCountry: 'USA' },
      { OriginCountry: 'JPN' },
    ])
  })

  it('keeps the version of the root', () => {
    const read = readDecFile(bytes(writeDecMessage({}, { version: '3.1' })))
    expect(read).toMatchObject({ ok: true, value: { version: '3.1' } })
  })
})
