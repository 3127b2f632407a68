import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hidePassword, readProxyAddress } from '../../../../electron/services/sites/proxy-address.ts'

test.each([
  ['http://proxy.example:8080', 'http://proxy.example:8080', 'none'],
  ['http://clerk@proxy.example:8080/', 'http://clerk@proxy.example:8080/', 'none'],
  ['http://clerk:pass@proxy.example:8080/', 'http://clerk:••••@proxy.example:8080', 'typed'],
  ['https://clerk:a%40b@proxy.example', 'https://clerk:••••@proxy.example', 'typed'],
  ['http://clerk:a@b@proxy.example', 'http://clerk:••••@proxy.example', 'typed'],
  ['http://:pass@proxy.example', 'http://:••••@proxy.example', 'typed'],
  ['http://clerk:••••@proxy.example:8080', 'http://clerk:••••@proxy.example:8080', 'mark'],
])('%s is shown as %s', (address, shown, password) => {
  expect(readProxyAddress(address)).toEqual({ shown, password })
})

test.each([
  'proxy.example:8080',
  'socks://clerk:pass@proxy.example',
  'http://clerk:pa#ss@proxy.example',
  'http://clerk:12/3@proxy.example',
  'http://clerk:pass@proxy.example/path',
  'http://clerk:100%@proxy.example',
  'http://clerk:••••5@proxy.example',
  'http://clerk:•••@proxy.example',
  'http://••••@proxy.example',
  `http://u:p@${'a.'.repeat(150)}`,
])('%s is no address of a proxy', (address) => {
  expect(readProxyAddress(address)).toBeUndefined()
})

test('whatever an address is, what is shown of it holds no password', () => {
  const secret = fc.constantFrom(
    'S3CRET',
    'S3CRET@x',
    'S3CRET#',
    'S3CRET/',
    'S3CRET%',
    '1/S3CRET',
    '1?S3CRET',
    '•S3CRET',
  )
  const scheme = fc.constantFrom('http://', 'https://', 'HTTP://', 'socks5://', '', '//')
  const host = fc.constantFrom('proxy.example:8080', 'proxy.example', '[::1]:80', 'proxy.example:99999', 'h/path', '')
  fc.assert(
    fc.property(scheme, fc.string(), secret, host, (kind, name, password, rest) => {
      expect(hidePassword(`${kind}${name}:${password}@${rest}`)).not.toContain('S3CRET')
    }),
  )
})

test('what is shown is shown the same way again', () => {
  const part = fc.string({ maxLength: 20 })
  fc.assert(
    fc.property(part, part, (name, password) => {
      const shown = hidePassword(`http://${name}:${password}@proxy.example:8080`)
      expect(hidePassword(shown)).toBe(shown)
    }),
  )
})
