import { expect, test } from 'vitest'
import {
  exchangeName,
  movedName,
  numberIn,
  readAnswerName,
  readExchangeName,
} from '../../../domain/portal/exchange-names.ts'

const name = exchangeName('YL2026111000000001', 'ab'.repeat(32), 1)

test('a name carries our number, and a further file of the same message has a name of its own', () => {
  expect(name).toBe('YL2026111000000001-abababab')
  expect(exchangeName('YL2026111000000001', 'ab'.repeat(32), 2)).toBe(`${name}-2`)
  expect(numberIn(name)).toBe('YL2026111000000001')
  expect(numberIn(`${name}-2`)).toBe('YL2026111000000001')
  expect(numberIn('order-4711')).toBeUndefined()
  expect(readExchangeName(name)).toEqual({ clientSeqNo: 'YL2026111000000001', hash: 'abababab', attempt: 1 })
  expect(readExchangeName(`${name}-12`)).toMatchObject({ attempt: 12 })
})

test('what the client puts behind a name is taken off again, 17 to 21 digits', () => {
  expect(movedName(`${name}_20261127120000123.xml`)).toBe(name)
  expect(movedName(`${name}_202611271200001231234.zip`)).toBe(name)
  expect(movedName(`${name}.xml`)).toBeUndefined()
})

test('answers are known by their names, with and without the extension inside', () => {
  const time = '20261127120000123'
  expect(readAnswerName(`Successed_${name}_${time}.xml`)).toEqual({ kind: 'success', subject: name, time })
  expect(readAnswerName(`Failed_${name}.zip_${time}.xml`)).toEqual({ kind: 'failure', subject: name, time })
  expect(readAnswerName(`Receipt_I20260000000000001_${time}.xml`)).toMatchObject({ kind: 'business' })
  for (const other of ['Receipt_1.xml', 'notes.xml', `Other_${name}_${time}.xml`, `Failed__${time}.xml`])
    expect(readAnswerName(other)).toBeUndefined()
})
