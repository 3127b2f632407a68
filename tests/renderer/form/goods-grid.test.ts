import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formLayout } from '../../../domain/fields/form/layout.ts'
import { guessWidth, mustCut } from '../../../renderer/ui/text-width.ts'
import { caretAtEdge, type GridSize, moveByKey } from '../../../renderer/form/goods/grid-moves.ts'
import { pastedValues } from '../../../renderer/form/goods/paste-settings.ts'
import { columnRange, pinned, rowHeight, rowRange, scrolledTo } from '../../../renderer/form/goods/grid-sight.ts'

const size: GridSize = { lines: 3, columns: 10, enterColumns: 6 }
const press = (key: string, more: Partial<{ shiftKey: boolean; ctrlKey: boolean; altKey: boolean }> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  ...more,
})

describe('moves in the goods grid', () => {
  it('goes right with Enter, and at the end of the usual columns to the next line', () => {
    expect(moveByKey(press('Enter'), { line: 0, column: 0 }, size, true)).toEqual({ line: 0, column: 1 })
    expect(moveByKey(press('Enter'), { line: 0, column: 5 }, size, true)).toEqual({ line: 1, column: 0 })
    expect(moveByKey(press('Enter'), { line: 0, column: 9 }, size, true)).toEqual({ line: 1, column: 0 })
  })

  it('asks for a new line with Enter at the very end', () => {
    expect(moveByKey(press('Enter'), { line: 2, column: 5 }, size, true)).toBe('new')
  })

  it('goes back with Shift+Enter and stays at the beginning', () => {
    expect(moveByKey(press('Enter', { shiftKey: true }), { line: 1, column: 0 }, size, true)).toEqual({
      line: 0,
      column: 5,
    })
    expect(moveByKey(press('Enter', { shiftKey: true }), { line: 0, column: 0 }, size, true)).toBeUndefined()
  })

  it('lets Tab out of the grid at both ends', () => {
    expect(moveByKey(press('Tab'), { line: 2, column: 9 }, size, true)).toBeUndefined()
    expect(moveByKey(press('Tab', { shiftKey: true }), { line: 0, column: 0 }, size, true)).toBeUndefined()
    expect(moveByKey(press('Tab'), { line: 0, column: 9 }, size, true)).toEqual({ line: 1, column: 0 })
  })

  it('leaves the arrows to the text until the caret is at its edge', () => {
    expect(moveByKey(press('ArrowRight'), { line: 0, column: 0 }, size, false)).toBeUndefined()
    expect(moveByKey(press('ArrowRight'), { line: 0, column: 0 }, size, true)).toEqual({ line: 0, column: 1 })
    expect(caretAtEdge({ value: 'abc', selectionStart: 1, selectionEnd: 1 }, 'ArrowRight')).toBe(false)
    expect(caretAtEdge({ value: 'abc', selectionStart: 3, selectionEnd: 3 }, 'ArrowRight')).toBe(true)
    expect(caretAtEdge({ value: 'abc', selectionStart: 0, selectionEnd: 3 }, 'ArrowLeft')).toBe(true)
  })

  it('never leads outside of the grid', () => {
    const keys = fc.constantFrom(
      'Enter',
      'Tab',
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'PageUp',
      'PageDown',
      'Home',
      'End',
      'a',
    )
    fc.assert(
      fc.property(keys, fc.nat(2), fc.nat(9), fc.boolean(), fc.boolean(), (key, line, column, shiftKey, ctrlKey) => {
        const move = moveByKey(press(key, { shiftKey, ctrlKey }), { line, column }, size, true)
        if (move === undefined || move === 'new') return
        expect(move.line).toBeGreaterThanOrEqual(0)
        expect(move.line).toBeLessThan(size.lines)
        expect(move.column).toBeGreaterThanOrEqual(0)
        expect(move.column).toBeLessThan(size.columns)
      }),
    )
  })
})

describe('rows that are drawn', () => {
  it('are those in sight and few more', () => {
    expect(rowRange(0, 240, 50)).toEqual({ first: 0, end: 12 })
    expect(rowRange(20 * rowHeight, 240, 50)).toEqual({ first: 18, end: 32 })
    expect(rowRange(0, 240, 3)).toEqual({ first: 0, end: 3 })
    expect(rowRange(0, 240, 0)).toEqual({ first: 0, end: 0 })
  })

  it('always hold every row in sight', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(1200), fc.integer({ min: 24, max: 800 }), (rows, top, height) => {
        const { first, end } = rowRange(top, height, rows)
        const lastInSight = Math.min(rows, Math.ceil((top + height) / rowHeight))
        expect(first * rowHeight).toBeLessThanOrEqual(top)
        expect(end).toBeGreaterThanOrEqual(lastInSight)
      }),
    )
  })

  it('are drawn with the columns in sight and one more at each side', () => {
    const widths = [90, 150, 100, 100, 100, 100, 100, 100]
    expect(columnRange(0, 250, widths)).toEqual({ first: pinned, end: 6 })
    expect(columnRange(200, 250, widths)).toEqual({ first: 3, end: 8 })
    expect(columnRange(0, 5000, widths)).toEqual({ first: pinned, end: 8 })
    expect(columnRange(9000, 250, widths).end).toBe(8)
  })

  it('always hold every column in sight', () => {
    const column = fc.integer({ min: 38, max: 300 })
    fc.assert(
      fc.property(
        fc.array(column, { minLength: pinned + 1, maxLength: 35 }),
        fc.nat(4000),
        fc.nat(2000),
        (widths, left, room) => {
          const { first, end } = columnRange(left, room, widths)
          let edge = 0
          widths.slice(pinned).forEach((width, place) => {
            const inSight = edge < left + room && edge + width > left
            const drawn = place + pinned >= first && place + pinned < end
            if (inSight) expect(drawn).toBe(true)
            edge += width
          })
        },
      ),
    )
  })

  it('scroll no further than a cell needs', () => {
    expect(scrolledTo(100, 50, 0, 200)).toBe(0)
    expect(scrolledTo(180, 50, 0, 200)).toBe(30)
    expect(scrolledTo(20, 50, 60, 200)).toBe(20)
  })

  it('cut only what does not fit', () => {
    expect(guessWidth('球阀')).toBe(26)
    expect(mustCut('8481804090', 95)).toBe(false)
    expect(mustCut('一个很长很长的商品名称', 100)).toBe(true)
  })
})

describe('a pasted block in the grid', () => {
  const goods = formLayout('I', '2026-11-23')
    .flatMap(({ parts }) => parts)
    .find((part) => part.kind === 'goods')
  const columns = goods?.kind === 'goods' ? goods.columns : []
  const at = (element: string): number => columns.findIndex((column) => column.element === element)

  it('tidies numbers and understands units, currencies and countries in words', async () => {
    const block = [
      ['1,200.50', 'PCS', '１２', '', 'usd'],
      ['3', '套', '4.5', '13.5', '美元'],
    ]
    expect(await pastedValues(block, columns, at('GQty'), '2026-11-23')).toEqual([
      { GQty: '1200.50', GUnit: '007', DeclPrice: '12', DeclTotal: '', TradeCurr: 'USD' },
      { GQty: '3', GUnit: '006', DeclPrice: '4.5', DeclTotal: '13.5', TradeCurr: 'USD' },
    ])
    expect(await pastedValues([['德国'], ['Germany'], ['DE']], columns, at('OriginCountry'), '')).toEqual([
      { OriginCountry: 'DEU' },
      { OriginCountry: 'DEU' },
      { OriginCountry: 'DEU' },
    ])
  })

  it('keeps a word that it does not understand, for the rules to speak about', async () => {
    expect(await pastedValues([['大箱子']], columns, at('GUnit'), '')).toEqual([{ GUnit: '大箱子' }])
  })

  it('takes points and blanks out of commodity codes', async () => {
    expect(await pastedValues([['8481.8040 90']], columns, 0, '')).toEqual([{ CodeTS: '8481804090' }])
  })

  it('leaves out what stands right of the last column', async () => {
    const row = Array.from({ length: columns.length + 5 }, () => '1')
    const [values = {}] = await pastedValues([row], columns, 0, '')
    expect(Object.keys(values)).toHaveLength(columns.length)
  })
})
