import { connect } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import type { PortalClient } from '../../../electron/portal/portal-client.ts'
import { clientOf, filingOf, shortWaits, type ClientSettings } from '../../support/portal-desk.ts'
import { answer, rawServer, type RawServer, type Say } from '../../support/raw-server.ts'
import { makeTlsMaterial, type ServerIdentity, type TlsMaterial } from '../../support/tls-material.ts'

let material: TlsMaterial
beforeAll(() => {
  material = makeTlsMaterial()
})

const filing = filingOf('YL2026111000000001', new TextEncoder().encode('<DecMessage/>'))
const now = JSON.stringify({ now: '2026-11-10T00:00:00.000Z' })
const tellTime: Say = (socket) => void socket.end(answer(200, 'application/json', now))

async function site(identity: ServerIdentity, more: Partial<ClientSettings> = {}) {
  const server = await rawServer(tellTime, { ...identity })
  const client = clientOf({ baseAddress: `https://${server.host}`, waits: shortWaits, ...more })
  return { server, client }
}

const codeOf = async (client: PortalClient): Promise<string> => {
  const time = await client.time()
  return time.ok ? 'ok' : time.error.code
}

test('a site of an extra authority is trusted where the profile names it, and only there', async () => {
  const { client } = await site(material.right, { extraCa: material.authority })
  expect(await codeOf(client)).toBe('ok')
  const { client: without } = await site(material.right)
  expect(await codeOf(without)).toBe('portal.certificateUntrusted')
})

test('wrong certificates are refused with their reason, and nothing is sent', async () => {
  const rows = [
    [material.expired, 'portal.certificateExpired'],
    [material.wrongHost, 'portal.certificateHost'],
    [material.selfSigned, 'portal.certificateUntrusted'],
  ] as const
  for (const [identity, code] of rows) {
    const { client, server } = await site(identity, { extraCa: material.authority })
    expect(await codeOf(client)).toBe(code)
    expect(await client.send(filing)).toMatchObject({ kind: 'notSent', failure: { code } })
    expect(server.heads).toEqual([])
  }
})

test('an authority that is none is refused', async () => {
  const { client } = await site(material.right, { extraCa: 'not a certificate' })
  expect(await codeOf(client)).toBe('portal.extraCa')
})

test('a server that speaks no TLS or only an old one got nothing', async () => {
  const plain = await rawServer(tellTime)
  const client = clientOf({ baseAddress: `https://${plain.host}`, waits: { ...shortWaits, connect: 300 } })
  const sent = await client.send(filing)
  expect(sent.kind).toBe('notSent')
  const old = await rawServer(tellTime, {
    ...material.right,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  })
  const strict = clientOf({ baseAddress: `https://${old.host}`, extraCa: material.authority, waits: shortWaits })
  expect(await strict.send(filing)).toMatchObject({ kind: 'notSent', failure: { code: 'portal.tls' } })
})

test('a server that never ends the handshake got nothing', async () => {
  const silent = await rawServer(() => undefined)
  const client = clientOf({ baseAddress: `https://${silent.host}`, waits: { ...shortWaits, connect: 200 } })
  expect(await client.send(filing)).toMatchObject({ kind: 'notSent', failure: { code: 'portal.connectTimeout' } })
})

/** A proxy that joins the lines, as long as it is given the right name and password. */
const proxy = (login = ''): Promise<RawServer> =>
  rawServer((socket, head) => {
    const [, host = '', port = ''] = /^CONNECT ([^:]+):(\d+) /.exec(head) ?? []
    const given = /^proxy-authorization: Basic (.*)$/im.exec(head)?.[1] ?? ''
    if (Buffer.from(given, 'base64').toString() !== login)
      return void socket.end('HTTP/1.1 407 Who\r\nContent-Length: 0\r\n\r\n')
    if (host === '') return void socket.end(answer(200, 'application/json', now))
    const line = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Joined\r\n\r\n')
      line.pipe(socket).pipe(line)
    })
    line.on('error', () => void socket.end('HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n'))
    return undefined
  })
const via = (server: RawServer, login = '') => ({ kind: 'http', address: `http://${login}${server.host}` }) as const

test('a proxy joins the line without seeing into it, with and without a password', async () => {
  const open = await proxy()
  const { client } = await site(material.right, { extraCa: material.authority, proxy: via(open) })
  expect(await codeOf(client)).toBe('ok')
  expect(open.heads[0]).toMatch(/^CONNECT 127\.0\.0\.1:/)
  expect(open.heads[0]).not.toMatch(/bearer/i)
  const locked = await proxy('name:secret')
  const { client: known } = await site(material.right, {
    extraCa: material.authority,
    proxy: via(locked, 'name:secret@'),
  })
  expect(await codeOf(known)).toBe('ok')
  const { client: stranger, server } = await site(material.right, { extraCa: material.authority, proxy: via(locked) })
  expect(await stranger.send(filing)).toMatchObject({ kind: 'notSent', failure: { code: 'portal.proxyAuth' } })
  expect(server.lines).toBe(0)
})

test('the proxy of the system is used where the profile says so', async () => {
  const open = await proxy()
  const { client } = await site(material.right, {
    extraCa: material.authority,
    proxy: { kind: 'system', address: '' },
    resolveProxy: () => Promise.resolve(`PROXY ${open.host}; DIRECT`),
  })
  expect(await codeOf(client)).toBe('ok')
  expect(open.heads).toHaveLength(1)
})

test('certificates are checked behind a proxy as well', async () => {
  const open = await proxy()
  const { client } = await site(material.right, { proxy: via(open) })
  expect(await codeOf(client)).toBe('portal.certificateUntrusted')
})

test('a dead proxy and one that cannot reach the portal got nothing', async () => {
  const { client } = await site(material.right, { proxy: { kind: 'http', address: 'http://127.0.0.1:1' } })
  expect(await client.send(filing)).toMatchObject({ kind: 'notSent', failure: { code: 'portal.proxy' } })
  const open = await proxy()
  const lost = clientOf({ baseAddress: 'https://127.0.0.1:1', proxy: via(open), waits: shortWaits })
  expect(await lost.send(filing)).toMatchObject({ kind: 'notSent', failure: { code: 'portal.proxy' } })
})

test('a proxy of the environment is not used', async () => {
  const trap = await proxy()
  const before = { ...process.env }
  Object.assign(process.env, { HTTPS_PROXY: `http://${trap.host}`, https_proxy: `http://${trap.host}` })
  try {
    const { client } = await site(material.right, { extraCa: material.authority })
    expect(await codeOf(client)).toBe('ok')
    expect(trap.lines).toBe(0)
  } finally {
    process.env = before
  }
})
