import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecMessage } from '../../../domain/fields/declaration/dec-message.ts'
import { validateDecMessage, type SchemaFault } from '../../../domain/message/validate.ts'
import { writeDecMessage } from '../../../domain/message/write.ts'
import { decMessageXsd } from '../../../domain/message/xsd.ts'
import { exportDeclaration, importDeclaration, manyLines } from '../../fixtures/declarations.ts'
import { fittingMessage } from './random-message.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function faultsOf(text: string): SchemaFault[] {
  const result = validateDecMessage(bytes(text))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('the schema', () => {
  /** After a change of the field tables: `npx vitest run tests/domain/message/xsd.test.ts --update`. */
  it('is shipped as the field tables make it', async () => {
    await expect(decMessageXsd()).toMatchFileSnapshot('../../../domain/message/DecMessage.xsd')
  })

  it('accepts whatever the writer writes of values that fit', () => {
    fc.assert(
      fc.property(fittingMessage, (message) => {
        expect(faultsOf(writeDecMessage(message))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['the import', importDeclaration()],
    ['the export', exportDeclaration()],
    ['fifty lines', manyLines(50)],
  ])('accepts the complete practice declaration: %s', (_name, message) => {
    expect(faultsOf(writeDecMessage(message))).toEqual([])
  })
})

describe('a message that breaks the schema', () => {
  const broken = (change: (message: DecMessage) => void): SchemaFault[] => {
    const message = importDeclaration()
    change(message)
    return faultsOf(writeDecMessage(message))
  }
  const line = (message: DecMessage, at: number): NonNullable<DecMessage['DecLists']>[number] => {
    const found = message.DecLists?.[at]
    if (found === undefined) throw new Error('the fixture has too few lines')
    return found
  }

  it('names the goods line and the field of a number that is too long', () => {
    const faults = broken((message) => (line(message, 1).GQty = '1.123456'))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ element: 'GQty', path: 'DecLists.1.GQty' })
    expect(faults[0]?.text).toMatch(/^.*（GQty）：应为数字，最多 19 位，小数最多 5 位$/)
    expect(faults[0]?.line).toBeGreaterThan(10)
  })

  it.each([
    ['letters in a number', (m: DecMessage) => (line(m, 0).GQty = '12a'), 'DecLists.0.GQty', '应为数字'],
    ['a plus sign', (m: DecMessage) => (line(m, 0).GQty = '+12'), 'DecLists.0.GQty', '应为数字'],
    [
      'a commodity number of 9 digits',
      (m: DecMessage) => (line(m, 0).CodeTS = '123456789'),
      'DecLists.0.CodeTS',
      '应为10位数字',
    ],
    [
      'a text that is too long',
      (m: DecMessage) => (line(m, 0).GName = '品'.repeat(256)),
      'DecLists.0.GName',
      '最多 255 个字符',
    ],
    ['an empty field that saving needs', (m: DecMessage) => (line(m, 0).CodeTS = ''), 'DecLists.0.CodeTS', '不能为空'],
    [
      'an empty name that saving needs',
      (m: DecMessage) => (m.DecHead = { ...m.DecHead, AgentName: '' }),
      'DecHead.AgentName',
      '不能为空',
    ],
    ['a wrong flag', (m: DecMessage) => (m.DecHead = { ...m.DecHead, IEFlag: 'X' }), 'DecHead.IEFlag', '应为I、E之一'],
  ])('is told about %s', (_what, change, path, text) => {
    const faults = broken(change)
    expect(faults.map((fault) => fault.path)).toEqual([path])
    expect(faults[0]?.text).toContain(text)
  })

  it('may leave empty what only filing needs', () => {
    expect(broken((message) => (message.DecHead = { ...message.DecHead, GrossWet: '', TradeName: '' }))).toEqual([])
  })

  it('is refused with a fifty-first line', () => {
    expect(faultsOf(writeDecMessage(manyLines(51)))[0]).toMatchObject({ element: 'DecList' })
  })

  it('is refused in another order', () => {
    const text = writeDecMessage(importDeclaration()).replace(
      /( *<IEFlag>I<\/IEFlag>\n)([\s\S]*?)(?= *<CustomMaster>)/,
      '$2$1',
    )
    const [fault] = faultsOf(text)
    expect(fault?.text).toContain('元素位置不对，此处应为：')
    expect(fault?.text).toContain('IEFlag')
  })

  it('is refused without its version', () => {
    const text = writeDecMessage(importDeclaration()).replace(/ Version="[^"]*"/, '')
    expect(faultsOf(text)[0]?.text).toContain('缺少属性 Version')
  })

  it('is refused with an element that nobody knows', () => {
    const text = writeDecMessage(importDeclaration()).replace('</DecHead>', '<Extra>1</Extra></DecHead>')
    expect(faultsOf(text)[0]).toMatchObject({ element: 'Extra' })
    expect(faultsOf(text)[0]?.text).toContain('Extra')
  })

  it('is refused with a missing part', () => {
    const text = writeDecMessage(importDeclaration()).replace(/ *<DecSign>[\s\S]*<\/DecSign>\n/, '')
    expect(faultsOf(text)[0]?.text).toMatch(/DecSign/)
  })
})
