import { describe, expect, it } from 'vitest'
import { isCardNumber, plainCardNumber } from '../../../domain/identity/card-number.ts'
import { isCustomsCode, readCustomsCode } from '../../../domain/identity/customs-code.ts'
import { isEntryNumber, makeEntryNumber, readEntryNumber } from '../../../domain/identity/entry-number.ts'

describe('the customs code', () => {
  it('is read into its parts', () => {
    expect(readCustomsCode('4403180001')).toEqual({
      division: '4403',
      zone: '1',
      zoneName: '经济特区',
      kind: '8',
      kindName: '报关企业',
      serial: '0001',
    })
  })

  it('may carry letters from the fifth place, which have no name', () => {
    expect(isCustomsCode('440316K01A')).toBe(true)
    expect(readCustomsCode('4403W60001')).toMatchObject({ zone: 'W', zoneName: undefined })
  })

  it.each(['', '440318000', '44031800011', '4A03180001', '440318000a'])('refuses %j', (code) => {
    expect(isCustomsCode(code)).toBe(false)
  })
})

describe('the card number', () => {
  it.each(['2100000000001', '81000000A001X'])('accepts %s', (number) => expect(isCardNumber(number)).toBe(true))

  it.each(['', '210000000000', '03-2100000000001', '210000000000a'])('refuses %j', (number) => {
    expect(isCardNumber(number)).toBe(false)
  })

  it('loses the 03- that the card puts before it', () => {
    expect(plainCardNumber('03-2100000000001')).toBe('2100000000001')
    expect(plainCardNumber('2100000000001 ')).toBe('2100000000001')
  })
})

describe('the entry number', () => {
  it('is made and read back', () => {
    const number = makeEntryNumber('5301', 2024, 'I', 42)
    expect(number).toBe('530120241000000042')
    expect(readEntryNumber(number)).toEqual({ office: '5301', year: '2024', direction: 'I', serial: '000000042' })
    expect(readEntryNumber(makeEntryNumber('5301', 2024, 'E', 1))?.direction).toBe('E')
  })

  it('knows the letters of collective lists', () => {
    expect(readEntryNumber('53012024E000000001')?.direction).toBe('E')
    expect(readEntryNumber('53012024I000000001')?.direction).toBe('I')
  })

  it.each(['', '53012024100000004', '530118241000000042', '530120242000000042'])('refuses %j', (number) => {
    expect(isEntryNumber(number)).toBe(false)
  })
})
