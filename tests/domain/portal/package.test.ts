import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { limits } from '../../../domain/portal/limits.ts'
import { packFiling, unpackFiling } from '../../../domain/portal/package.ts'

const xml = strToU8('<DecMessage/>')
const pdf = strToU8('%PDF-1.7 …')
const number = 'YL2026111000000001'
const unzip = (entries: Record<string, Uint8Array>) =>
  unpackFiling({ contentType: 'application/zip', bytes: zipSync(entries) })
const codeOf = (result: ReturnType<typeof unpackFiling>): string => (result.ok ? 'ok' : result.error.code)

test('what is packed is unpacked, and packed again it is the same bytes', () => {
  const filing = { xml, files: [{ name: '发票 1.pdf', bytes: pdf }] }
  const body = packFiling(number, filing)
  expect(unpackFiling(body)).toEqual({ ok: true, value: filing })
  expect(packFiling(number, filing)).toEqual(body)
})

test('a message alone is not zipped', () => {
  expect(packFiling(number, { xml, files: [] })).toEqual({ contentType: 'application/xml', bytes: xml })
})

test.each([
  ['a folder', { 'a.xml': xml, 'in/b.pdf': pdf }],
  ['a way out of the folder', { 'a.xml': xml, '..\\b.pdf': pdf }],
  ['another kind of file', { 'a.xml': xml, 'b.exe': pdf }],
  ['two messages', { 'a.xml': xml, 'b.xml': xml }],
  ['no message', { 'b.pdf': pdf }],
  ['names that differ in case only', { 'a.xml': xml, 'b.pdf': pdf, 'B.PDF': pdf }],
  ['a file that only calls itself PDF', { 'a.xml': xml, 'b.pdf': strToU8('MZ') }],
])('a package with %s is refused', (_what, entries) => {
  expect(codeOf(unzip(entries))).toBe('portal.packageContent')
})

test('too many files are refused', () => {
  const many = Array.from({ length: limits.packageFiles + 1 }, (_, at) => [`${at}.pdf`, pdf] as const)
  expect(codeOf(unzip({ 'a.xml': xml, ...Object.fromEntries(many) }))).toBe('portal.packageContent')
})

test('a bomb is refused by what its directory declares, before anything is unpacked', () => {
  const bytes = zipSync({ 'a.xml': xml })
  // Central directory: signature PK 1 2, unpacked size at offset 24.
  const directory = Buffer.from(bytes).indexOf('PK\u0001\u0002', 'latin1')
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, limits.unpackedBytes + 1, true)
  expect(codeOf(unpackFiling({ contentType: 'application/zip', bytes }))).toBe('portal.packageTooLarge')
})

test('no damage of an archive throws', () => {
  const whole = zipSync({ 'a.xml': xml, 'b.pdf': pdf })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
      fc.nat(whole.length),
      (hits, length) => {
        const bytes = whole.slice(0, length)
        for (const [at, value] of hits) if (at < length) bytes[at] = value
        unpackFiling({ contentType: 'application/zip', bytes })
      },
    ),
    { numRuns: 2000 },
  )
})
