import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspectPdf } from '../../../../electron/services/attachments/inspect-pdf.ts'

const encode = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

/** A small PDF with a cross-reference table; `trailer` goes into its trailer dictionary. */
function withTable(trailer: string, body = ''): Uint8Array {
  const objects = `%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n${body}`
  return encode(
    `${objects}xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R${trailer}>>\nstartxref\n${objects.length}\n%%EOF\n`,
  )
}

/** The same with a cross-reference stream, as newer programs write it. */
function withStream(dictionary: string): Uint8Array {
  const objects = '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n'
  return encode(
    `${objects}7 0 obj\n<</Type/XRef/Size 1${dictionary}>>\nstream\nxx\nendstream\nendobj\nstartxref\n${objects.length}\n%%EOF`,
  )
}

test('an ordinary PDF is told from an encrypted one', () => {
  expect(inspectPdf(withTable(''))).toMatchObject({ pdf: true, encrypted: false })
  expect(inspectPdf(withTable('/Encrypt 5 0 R'))).toMatchObject({ pdf: true, encrypted: true })
  expect(inspectPdf(withTable('/Encrypt<</Filter/Standard>>'))).toMatchObject({ encrypted: true })
  expect(inspectPdf(withTable('/Encr#79pt 5 0 R'))).toMatchObject({ encrypted: true })
})

test('a cross-reference stream is read as well', () => {
  expect(inspectPdf(withStream(''))).toMatchObject({ pdf: true, encrypted: false })
  expect(inspectPdf(withStream('/Encrypt 5 0 R'))).toMatchObject({ encrypted: true })
})

test('words in the content and names that only begin alike do not count', () => {
  const body = '2 0 obj\n<<>>\nstream\n(/Encrypt 1 0 R)\nendstream\nendobj\n'
  expect(inspectPdf(withTable('/EncryptMetadata false', body))).toMatchObject({ encrypted: false })
})

test('a PDF without its end is taken for encrypted as soon as it names a security handler', () => {
  const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - 12)
  expect(inspectPdf(cut(withTable('/Encrypt 5 0 R')))).toMatchObject({ pdf: true, encrypted: true })
  expect(inspectPdf(cut(withTable('')))).toMatchObject({ pdf: true, encrypted: false })
})

test('the mark may stand behind a few bytes of rubbish, but not anywhere', () => {
  expect(inspectPdf(encode(`${' '.repeat(500)}%PDF-1.4`)).pdf).toBe(true)
  expect(inspectPdf(encode(`${' '.repeat(2000)}%PDF-1.4`)).pdf).toBe(false)
})

test('other files are no PDF and never encrypted ones', () => {
  expect(inspectPdf(encode('PK\u0003\u0004/Encrypt 5 0 R'))).toEqual({ pdf: false, encrypted: false, bytes: 18 })
  expect(inspectPdf(new Uint8Array())).toEqual({ pdf: false, encrypted: false, bytes: 0 })
})

test('twenty megabytes of open names are looked through without a delay that grows', () => {
  const bytes = encode(`%PDF-1.7\n${'/Encr'.repeat(4 * 1024 * 1024)}`)
  expect(inspectPdf(bytes)).toMatchObject({ pdf: true, encrypted: false })
})

test('no bytes make it throw', () => {
  const parts = fc.constantFrom(
    '%PDF-1.7\n',
    'startxref\n',
    '%%EOF',
    'trailer\n<<',
    '/Encrypt',
    ' 5 0 R',
    'xref\n',
    '9999999999',
    '12\n',
    '7 0 obj',
  )
  fc.assert(fc.property(fc.array(parts, { maxLength: 30 }), (texts) => void inspectPdf(encode(texts.join('')))))
})
