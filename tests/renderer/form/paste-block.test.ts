import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlock, readBlock, rowsToPaste } from '../../../renderer/form/paste-block.ts'

describe('a block pasted from a spreadsheet', () => {
  it('is read row by row, with or without a break at the end', () => {
    expect(readBlock('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(readBlock('a\tb\nc\td')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('keeps empty cells in their places', () => {
    expect(readBlock('a\t\tc\n\t\t')).toEqual([
      ['a', '', 'c'],
      ['', '', ''],
    ])
  })

  it('understands cells in quotes, with tabs, breaks and doubled quotes', () => {
    expect(readBlock('"不锈钢\n球阀"\t"3"" 阀"\t"a\tb"')).toEqual([['不锈钢 球阀', '3" 阀', 'a\tb']])
  })

  it('leaves a quote inside of a cell alone', () => {
    expect(readBlock('5" pipe\t1')).toEqual([['5" pipe', '1']])
  })

  it('keeps an empty row over lines that are there, so that no value comes into the line of another', () => {
    const column = readBlock('1\n\n3\n\n')
    expect(rowsToPaste(column, 3)).toEqual([['1'], [''], ['3']])
    expect(rowsToPaste(column, 1)).toEqual([['1'], ['3']])
    expect(rowsToPaste(readBlock('\n\n'), 5)).toEqual([])
  })

  it('tells a block from a single text', () => {
    expect(isBlock('abc\r\n')).toBe(false)
    expect(isBlock('a\tb')).toBe(true)
    expect(isBlock('a\nb')).toBe(true)
  })

  it('gives back any cells that a spreadsheet wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '中', '1', ' ', ',') }).map((text) => text.trim())
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
    const write = (text: string): string => (/["\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    fc.assert(
      fc.property(block, (rows) => {
        const text = rows.map((row) => row.map(write).join('\t')).join('\r\n') + '\r\n'
        expect(readBlock(text)).toEqual(rows)
      }),
    )
  })
})
