import { describe, expect, it } from 'vitest'
import { fuses, readFuses, setFuses } from '../../../build/package/fuses.mjs'

const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const executable = (wire: string, version = 1) =>
  Buffer.concat([Buffer.from(`code${mark}`), Buffer.from([version, wire.length]), Buffer.from(`${wire}more code`)])

describe('the fuses of the executable', () => {
  it('are all set as decided, and nothing else is touched', () => {
    const file = executable('101100011')
    setFuses(file)
    expect(file.toString('latin1')).toBe(executable('010011001').toString('latin1'))
    expect(readFuses(file)).toEqual(Object.fromEntries(fuses.map(({ name, on }) => [name, on])))
  })

  it('are set on the shorter wire of an older Electron', () => {
    const file = executable('10110001')
    setFuses(file)
    expect(Object.keys(readFuses(file))).toHaveLength(8)
  })

  it('keep the mark of a fuse that this Electron has removed', () => {
    const file = executable('1r1100011')
    setFuses(file)
    expect(readFuses(file)['EnableCookieEncryption']).toBe('removed')
  })

  it('stop the packaging when there is one that nobody has decided about', () => {
    expect(() => setFuses(executable('1011000111'))).toThrow(/add the new ones/)
  })

  it('stop the packaging when the wire is missing, doubled or of another version', () => {
    expect(() => setFuses(Buffer.from('nothing'))).toThrow(/no fuse wire/)
    expect(() => setFuses(Buffer.concat([executable('1'), executable('1')]))).toThrow(/more than one/)
    expect(() => setFuses(executable('1', 2))).toThrow(/unknown version/)
  })
})
