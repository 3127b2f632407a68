import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../domain/result.ts'
import { largestMessage } from '../../../domain/message/decode-xml.ts'
import { readDecMessage } from '../../../domain/message/read.ts'
import { validateDecMessage } from '../../../domain/message/validate.ts'
import { writeDecMessage } from '../../../domain/message/write.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const good = writeDecMessage(importDeclaration())
const inRoot = (content: string): string =>
  `<DecMessage xmlns="http://www.chinaport.gov.cn/dec" Version="4.8">${content}</DecMessage>`

function refusal(file: Uint8Array | string): Failure {
  const result = readDecMessage(typeof file === 'string' ? bytes(file) : file)
  if (result.ok) throw new Error('it was read')
  return result.error
}

describe('reading a message from outside', () => {
  it.each([
    ['an empty file', '', 'message.empty'],
    ['a text that is no XML', '报关单', 'message.broken'],
    ['a cut message', good.slice(0, 2000), 'message.broken'],
    ['a null character', good.replace('<AgentName>', '<AgentName>\u0000'), 'message.broken'],
    ['a document type', good.replace('<DecMessage', '<!DOCTYPE DecMessage><DecMessage'), 'message.doctype'],
    ['a document type in small letters', good.replace('<DecMessage', '<!doctype x><DecMessage'), 'message.doctype'],
    ['an unknown entity', inRoot('<DecHead><SeqNo>&secret;</SeqNo></DecHead>'), 'message.broken'],
    ['another root', '<DecMessages xmlns="http://www.chinaport.gov.cn/dec"/>', 'message.otherRoot'],
    ['no namespace', '<DecMessage Version="4.8"/>', 'message.otherRoot'],
    ['the namespace of another message', '<DecMessage xmlns="http://www.chinaport.gov.cn/dxp"/>', 'message.otherRoot'],
    ['an encoding that nobody sends', good.replace('UTF-8', 'UTF-7'), 'message.encoding'],
    ['an encoding named to be harmful', good.replace('UTF-8', '__proto__'), 'message.encoding'],
    ['a second head', inRoot('<DecHead/><DecHead/>'), 'message.tooMany'],
    ['a field given twice', inRoot('<DecHead><SeqNo>1</SeqNo><SeqNo>2</SeqNo></DecHead>'), 'message.tooMany'],
    ['fifty-one lines', inRoot(`<DecLists>${'<DecList/>'.repeat(51)}</DecLists>`), 'message.tooMany'],
    ['eleven attachments', inRoot('<EdocRealation/>'.repeat(11)), 'message.tooMany'],
    ['a text no form holds', inRoot(`<DecHead><NoteS>${'长'.repeat(4001)}</NoteS></DecHead>`), 'message.tooLong'],
  ])('refuses %s', (_what, file, code) => {
    const { why, todo, ...failure } = refusal(file)
    expect(failure.code).toBe(code)
    expect(why + todo).toMatch(/[\u4e00-\u9fff]/)
  })

  it('refuses a file over the limit without looking at it', () => {
    expect(refusal(new Uint8Array(largestMessage + 1)).code).toBe('message.tooLarge')
  })

  it('refuses deep nesting and floods of elements before they cost anything', () => {
    expect(refusal('<a>'.repeat(100_000)).code).toBe('message.broken')
    expect(refusal('<a>'.repeat(1_000_000)).code).toBe('message.tooMany')
    const rows = '<DecOtherPack><PackQty>x</PackQty></DecOtherPack>'.repeat(40_000)
    const flood = bytes(inRoot(`<DecOtherPacks>${rows}</DecOtherPacks>`))
    expect(refusal(flood).code).toBe('message.tooMany')
    expect(validateDecMessage(flood)).toMatchObject({ ok: false, error: { code: 'message.tooMany' } })
  })

  it('judges twenty thousand wrong rows in a short time', () => {
    const rows = '<DecOtherPack><PackQty>x</PackQty><PackType/></DecOtherPack>'.repeat(20_000)
    const file = bytes(good.replace(' <DecFreeTxt>', `<DecOtherPacks>${rows}</DecOtherPacks> <DecFreeTxt>`))
    const start = performance.now()
    expect(validateDecMessage(file)).toMatchObject({ ok: true })
    expect(performance.now() - start).toBeLessThan(4000)
  })

  it('refuses UTF-16 and bytes that are not in the declared encoding', () => {
    expect(refusal(new Uint8Array([0xff, 0xfe, 0x3c, 0x00])).code).toBe('message.undecodable')
    expect(refusal(new Uint8Array([...bytes('<a>'), 0xc4, 0xe3, 0xff])).code).toBe('message.undecodable')
  })

  it('lists what it does not know, so that nothing is lost in silence', () => {
    const failure = refusal(
      inRoot(
        '<DecHead x="1"><SeqNo>1<b/></SeqNo><New>1</New>loose</DecHead><DecLists><Other/></DecLists><x xmlns=""/>',
      ),
    )
    expect(failure.code).toBe('message.unknownElements')
    expect(failure.detail?.split('、')).toEqual(
      expect.arrayContaining([
        'DecHead/@x',
        'DecHead/SeqNo/b',
        'DecHead/New',
        'DecHead: loose',
        'DecLists/Other',
        '/x',
      ]),
    )
  })

  it('reads the parts in any order, comments and CDATA included', () => {
    const file = inRoot(
      '<!-- lines first --><DecLists><DecList><OriginCountry>USA</OriginCountry><DestinationCountry>CHN</DestinationCountry></DecList></DecLists>' +
        '<DecHead><NoteS><![CDATA[a<b]]></NoteS><IEFlag>E</IEFlag></DecHead>',
    )
    expect(readDecMessage(bytes(file))).toEqual({
      ok: true,
      value: {
        DecHead: { NoteS: 'a<b', IEFlag: 'E' },
        DecLists: [{ OriginCountry: 'CHN', DestinationCountry: 'USA' }],
      },
    })
  })

  it('reads the schema hints and prefixes of other writers', () => {
    const file =
      '<d:DecMessage xmlns:d="http://www.chinaport.gov.cn/dec" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
      'xsi:schemaLocation="a b" Version="3.1"><d:DecHead><d:SeqNo>1</d:SeqNo></d:DecHead></d:DecMessage>'
    expect(readDecMessage(bytes(file))).toEqual({ ok: true, value: { DecHead: { SeqNo: '1' } } })
  })

  it('reads GB2312 and a byte order mark', () => {
    const start =
      '<?xml version="1.0" encoding="GB2312"?><DecMessage xmlns="http://www.chinaport.gov.cn/dec"><DecHead><NoteS>'
    const file = new Uint8Array([...bytes(start), 0xb1, 0xb8, 0xd7, 0xa2, ...bytes('</NoteS></DecHead></DecMessage>')])
    expect(readDecMessage(file)).toEqual({ ok: true, value: { DecHead: { NoteS: '备注' } } })
    expect(readDecMessage(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(good)])).ok).toBe(true)
  })

  it('never throws, whatever the bytes', () => {
    const cut = fc.record({ at: fc.nat(good.length), length: fc.nat(40), text: fc.string({ unit: 'binary' }) })
    const damaged = cut.map(({ at, length, text }) => bytes(good.slice(0, at) + text + good.slice(at + length)))
    fc.assert(
      fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 300 })), (file) => {
        const read = readDecMessage(file)
        const valid = validateDecMessage(file)
        expect(typeof read.ok).toBe('boolean')
        expect(typeof valid.ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})
