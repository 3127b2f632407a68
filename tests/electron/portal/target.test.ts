import { expect, test } from 'vitest'
import { endpoints } from '../../../electron/portal/endpoints.ts'
import { chooseProxy, proxyOfPac } from '../../../electron/portal/proxy.ts'
import { baseUrl } from '../../../electron/portal/target.ts'

test.each([
  ['https://portal.example/desk/', 'https://portal.example/desk'],
  ['https://portal.example:8443', 'https://portal.example:8443'],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
])('%s is a base address', (address, base) => {
  expect(baseUrl(address)).toEqual({ ok: true, value: base })
})

test.each([
  'http://portal.example',
  'ftp://portal.example',
  'https://name:secret@portal.example',
  'https://portal.example/?next=https://evil.example',
  'https://portal.example/#a',
  'https:\\\\evil.example',
  'https:/portal.example',
  '//evil.example',
  'file:///etc/passwd',
  'javascript:alert(1)',
  ' https://portal.example',
  '',
])('%s is no base address', (address) => {
  expect(baseUrl(address)).toMatchObject({ ok: false, error: { code: 'portal.address' } })
})

test('a number never becomes another path or host', () => {
  for (const evil of ['//evil.example', '../practice/settings', 'a?b=1', '\\\\evil', '@evil.example', 'a#b'])
    expect(endpoints.declaration(evil)).toMatch(/^\/declarations\/[A-Za-z0-9%.]+$/)
})

test('the system names a proxy as a PAC file does', () => {
  expect(proxyOfPac('DIRECT')).toBe(false)
  expect(proxyOfPac('PROXY proxy.example:8080; DIRECT')).toEqual({
    protocol: 'http',
    host: 'proxy.example',
    port: 8080,
  })
  expect(proxyOfPac('SOCKS5 a.example:1080; HTTPS b.example')).toEqual({
    protocol: 'https',
    host: 'b.example',
    port: 443,
  })
  expect(proxyOfPac('SOCKS5 a.example:1080')).toBeUndefined()
  expect(proxyOfPac('')).toBeUndefined()
})

test('each proxy setting is followed or refused', async () => {
  const system = () => Promise.resolve('PROXY 10.0.0.1:3128')
  const choose = (kind: 'system' | 'none' | 'http', address = '') =>
    chooseProxy({ kind, address }, 'https://portal.example', system)
  expect(await choose('none')).toEqual({ ok: true, value: false })
  expect(await choose('system')).toEqual({ ok: true, value: { protocol: 'http', host: '10.0.0.1', port: 3128 } })
  expect(await choose('http', 'http://na%40me:pa%3Ass@proxy.example:8080')).toEqual({
    ok: true,
    value: { protocol: 'http', host: 'proxy.example', port: 8080, auth: { username: 'na@me', password: 'pa:ss' } },
  })
  for (const address of ['proxy.example:8080', 'socks5://proxy.example', '', 'http://a%zz@proxy.example'])
    expect(await choose('http', address)).toMatchObject({ ok: false, error: { code: 'portal.proxyAddress' } })
})
