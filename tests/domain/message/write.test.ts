import { describe, expect, it } from 'vitest'
import { writeDecMessage } from '../../../domain/message/write.ts'
import { importDeclaration, manyLines } from '../../fixtures/declarations.ts'

describe('writing a message', () => {
  it('starts with the declaration, the namespace and the version that is set', () => {
    const start = (version?: string): string => writeDecMessage({}, { version }).split('\n').slice(0, 2).join('')
    expect(start()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><DecMessage xmlns="http://www.chinaport.gov.cn/dec" Version="4.8">',
    )
    expect(start('5.0')).toContain('Version="5.0"')
  })

  it('writes the parts that every message has, and in them the elements that may not be left out', () => {
    const text = writeDecMessage({})
    for (const element of ['<DecHead>', '<IEFlag/>', '<GrossWet/>', '<DecFreeTxt>', '<DecSign>', '<Sign/>'])
      expect(text).toContain(element)
    for (const element of ['DecLists', 'SeqNo', 'TrnHead', 'SddTax', 'DecRisk'])
      expect(text).not.toContain(`<${element}`)
  })

  it('swaps the countries on exports only', () => {
    const line = { OriginCountry: 'CHN', DestinationCountry: 'USA' }
    const element = (IEFlag: string): string | undefined =>
      /<OriginCountry>(.*)</.exec(writeDecMessage({ DecHead: { IEFlag }, DecLists: [line] }))?.[1]
    expect(element('I')).toBe('CHN')
    expect(element('E')).toBe('USA')
  })

  it('leaves the countries of other parts where they are', () => {
    const text = writeDecMessage({
      DecHead: { IEFlag: 'E' },
      DecSupplementLists: [{ OriginCountry: 'CHN' }],
    })
    expect(text).toContain('<OriginCountry>CHN</OriginCountry>')
  })

  it('escapes markup and keeps breaks', () => {
    expect(writeDecMessage({ DecHead: { NoteS: 'a<b&c>d"\r\n\te' } })).toContain(
      '<NoteS>a&lt;b&amp;c&gt;d"&#13;\n\te</NoteS>',
    )
  })

  it('drops what XML cannot carry and says where', () => {
    const dropped: string[] = []
    const text = writeDecMessage(
      {
        DecHead: { NoteS: 'a\u0000b', BillNo: '\u0001' },
        DecLists: [{ GName: 'ok' }, { GName: '\ud800品', DecGoodsLimits: [{ LicenceNo: '\ufffe1' }] }],
      },
      { onDropped: (path) => dropped.push(path) },
    )
    expect(text).toContain('<NoteS>ab</NoteS>')
    expect(text).not.toContain('BillNo')
    expect(text).toContain('<GName>品</GName>')
    expect(dropped).toEqual([
      'DecHead.BillNo',
      'DecHead.NoteS',
      'DecLists.1.GName',
      'DecLists.1.DecGoodsLimits.0.LicenceNo',
    ])
  })

  it('keeps the order of the field tables whatever the order of the values', () => {
    const head = importDeclaration().DecHead ?? {}
    const reversed = Object.fromEntries(Object.entries(head).reverse())
    expect(writeDecMessage({ DecHead: reversed })).toBe(writeDecMessage({ DecHead: head }))
  })

  it('writes fifty lines well within 5 ms', () => {
    const message = manyLines(50)
    const times = Array.from({ length: 40 }, () => {
      const start = performance.now()
      writeDecMessage(message)
      return performance.now() - start
    }).sort((a, b) => a - b)
    expect(times[20]).toBeLessThan(5)
  })
})
