import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writeReceipt } from '../../../domain/message/write-receipt.ts'
import { limits } from '../../../domain/portal/limits.ts'
import { clientOf, filingOf, shortWaits } from '../../support/portal-desk.ts'
import { answer, rawServer, type Say } from '../../support/raw-server.ts'

const number = 'YL2026111000000001'
const secret = 'SENTINEL-TOKEN-7391'
const filing = filingOf(number, new TextEncoder().encode('<DecMessage>SENTINEL-BODY</DecMessage>'))
const accepted = (clientSeqNo: string): string =>
  writeReceipt({ form: 'DecImportResponse', responseCode: '0', note: '', clientSeqNo, seqNo: 'I1', more: {} })
const xml = 'application/xml'
const json = 'application/json'
const problem = (code: string): string => JSON.stringify({ code, message: '演练' })

async function against(say: Say) {
  const server = await rawServer(say)
  return { server, client: clientOf({ baseAddress: `http://${server.host}`, token: secret, waits: shortWaits }) }
}

/** One row a way in which an answer can be wrong, and the reason that the unknown outcome keeps. */
const wrongAnswers: [string, string, Say][] = [
  ['a line that is cut before the answer', 'portal.broken', (socket) => void socket.destroy()],
  ['a line that is closed before the answer', 'portal.broken', (socket) => void socket.end()],
  [
    'an answer that is cut in the middle',
    'portal.broken',
    (socket) => {
      socket.write(answer(200, xml, accepted(number)).subarray(0, 120))
      socket.end()
    },
  ],
  ['no answer at all', 'portal.timeout', () => undefined],
  [
    'an answer that drips for ever',
    'portal.timeout',
    (socket) => {
      socket.write(`HTTP/1.1 200 X\r\nContent-Type: ${xml}\r\nTransfer-Encoding: chunked\r\n\r\n`)
      const drip = setInterval(() => socket.write('1\r\na\r\n'), 50)
      socket.on('close', () => clearInterval(drip))
    },
  ],
  [
    'a huge answer',
    'portal.answerTooLarge',
    (socket) => void socket.write(answer(200, xml, new Uint8Array(limits.answerBytes + 1))),
  ],
  [
    'an endless answer',
    'portal.answerTooLarge',
    (socket) => {
      socket.write(`HTTP/1.1 200 X\r\nContent-Type: ${xml}\r\n\r\n`)
      const more = (): void => {
        while (!socket.destroyed && socket.write(Buffer.alloc(65536)));
      }
      socket.on('drain', more)
      more()
    },
  ],
  ['no HTTP at all', 'portal.broken', (socket) => void socket.end('SSH-2.0-OpenSSH\r\n')],
  ['an internal error', 'portal.serverError', (socket) => void socket.end(answer(500, json, problem('internal')))],
  [
    'an error of a gateway',
    'portal.serverError',
    (socket) => void socket.end(answer(502, 'text/html', '<h1>Bad Gateway</h1>')),
  ],
  ['a 503 that is not the portal’s', 'portal.down', (socket) => void socket.end(answer(503, 'text/html', 'no'))],
  ['a 429 that is not the portal’s', 'portal.busy', (socket) => void socket.end(answer(429, 'text/html', 'no'))],
  ['a 404 that is not the portal’s', 'portal.notFound', (socket) => void socket.end(answer(404, 'text/html', 'no'))],
  ['a page instead of an answer', 'portal.badAnswer', (socket) => void socket.end(answer(200, 'text/html', '<html>'))],
  [
    'an answer to another filing',
    'portal.badAnswer',
    (socket) => void socket.end(answer(200, xml, accepted('YL2026111000000002'))),
  ],
  [
    'a refusal that calls itself accepted',
    'portal.badAnswer',
    (socket) => void socket.end(answer(200, xml, accepted(number).replace('>0<', '>-1<'))),
  ],
  [
    'an entity attack',
    'portal.badAnswer',
    (socket) =>
      void socket.end(
        answer(200, xml, accepted(number).replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
      ),
  ],
  [
    'billion laughs',
    'portal.badAnswer',
    (socket) =>
      void socket.end(
        answer(
          200,
          xml,
          `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "&a;&a;">`).join('')}]><l>&a19;</l>`,
        ),
      ),
  ],
  [
    'a packed answer that was not asked for',
    'portal.badAnswer',
    (socket) => void socket.end(answer(200, xml, gzipSync(accepted(number)), 'Content-Encoding: gzip\r\n')),
  ],
]

test.each(wrongAnswers)(
  'after %s a send is unknown, never accepted and never free to repeat',
  async (_what, reason, say) => {
    const { client, server } = await against(say)
    const outcome = await client.send(filing)
    expect(outcome).toMatchObject({ kind: 'unknown', failure: { code: 'portal.unknown' } })
    expect(outcome.kind === 'unknown' && outcome.failure.detail).toContain(reason)
    expect(server.lines).toBe(1)
  },
)

test('a redirect is not followed, neither for a send nor for a question', async () => {
  const elsewhere = await rawServer((socket) => void socket.end(answer(200, xml, accepted(number))))
  for (const status of [301, 302, 303, 307, 308]) {
    const { client } = await against(
      (socket) =>
        void socket.end(answer(status, 'text/html', '', `Location: http://${elsewhere.host}/declarations\r\n`)),
    )
    expect(await client.send(filing)).toMatchObject({ kind: 'unknown' })
    expect(await client.ask(number)).toMatchObject({ ok: false, error: { code: 'portal.redirected' } })
  }
  expect(elsewhere.lines).toBe(0)
})

test('nothing but the portal’s own word makes a filing absent', async () => {
  const says: [string, Buffer][] = [
    ['portal.notFound', answer(404, 'text/html', 'not found')],
    ['portal.notFound', answer(404, json, '{}')],
    ['portal.notFound', answer(404, json, problem('no-such-path'))],
    ['portal.badAnswer', answer(200, json, '')],
    ['portal.badAnswer', answer(200, json, 'null')],
    ['portal.badAnswer', answer(200, json, '{"state":"closed"}')],
    ['portal.badAnswer', answer(204, json, '')],
  ]
  for (const [code, bytes] of says) {
    const { client } = await against((socket) => void socket.end(bytes))
    expect(await client.ask(number)).toMatchObject({ ok: false, error: { code } })
  }
  const { client } = await against((socket) => void socket.end(answer(404, json, problem('not-held'))))
  expect(await client.ask(number)).toEqual({ ok: true, value: undefined })
})

test('what is held under another number is no answer', async () => {
  const held = {
    clientSeqNo: 'YL2026111000000002',
    state: 'filed',
    seqNo: '',
    entryId: '',
    bodySha256: 'a'.repeat(64),
    version: 1,
  }
  const { client } = await against((socket) => void socket.end(answer(200, json, JSON.stringify(held))))
  expect(await client.ask(number)).toMatchObject({ ok: false, error: { code: 'portal.badAnswer' } })
})

test('pages of receipts that are not of the contract are refused whole', async () => {
  const item = { id: '1', fileName: 'a.xml', content: '' }
  const pages = [
    { cursor: 'a', items: [{ ...item, extra: 1 }] },
    { cursor: 'a', items: [{ ...item, id: '' }] },
    { cursor: 'a'.repeat(65), items: [] },
    { cursor: 'a', items: Array.from({ length: 101 }, () => item) },
    { items: [] },
    [],
  ]
  for (const page of pages) {
    const { client } = await against((socket) => void socket.end(answer(200, json, JSON.stringify(page))))
    expect(await client.receipts('', 0)).toMatchObject({ ok: false, error: { code: 'portal.badAnswer' } })
  }
})

test('no failure tells of the token, the body or the address', async () => {
  const quick = wrongAnswers.filter(([, reason]) => reason !== 'portal.timeout')
  for (const [, , say] of quick) {
    const { client, server } = await against(say)
    const [port = ''] = server.host.split(':').slice(1)
    const text = JSON.stringify([await client.send(filing), await client.ask(number), await client.time()])
    for (const word of [secret, 'SENTINEL-BODY', port, number]) expect(text).not.toContain(word)
  }
})

test('a place where nobody listens got nothing', async () => {
  const server = await rawServer(() => undefined)
  const client = clientOf({ baseAddress: `http://${server.host.replace(/:\d+$/, ':1')}`, waits: shortWaits })
  expect(await client.send(filing)).toMatchObject({ kind: 'notSent', failure: { code: 'portal.refused' } })
})

test('a name that does not resolve got nothing', async () => {
  const client = clientOf({ baseAddress: 'https://portal.invalid', waits: shortWaits })
  expect(await client.send(filing)).toMatchObject({ kind: 'notSent', failure: { code: 'portal.dns' } })
})

test('addresses that are none are refused before any line is opened', async () => {
  const client = clientOf({ baseAddress: 'http://portal.example', waits: shortWaits })
  expect(await client.send(filing)).toMatchObject({ kind: 'notSent', failure: { code: 'portal.address' } })
  expect(await client.time()).toMatchObject({ ok: false, error: { code: 'portal.address' } })
})

test('the time that an answer names is told, and one that is none is not', async () => {
  const said: number[] = []
  const dates = ['Tue, 24 Nov 2026 08:15:00 GMT', 'soon', '']
  const server = await rawServer((socket) => {
    const date = dates[server.lines - 1] ?? ''
    socket.end(`HTTP/1.1 404 X\r\nContent-Type: ${json}\r\nDate: ${date}\r\nContent-Length: 2\r\n\r\n{}`)
  })
  const onDate = (portal: number): void => void said.push(portal)
  const client = clientOf({ baseAddress: `http://${server.host}`, waits: shortWaits, onDate })
  for (let round = 0; round < dates.length; round++) await client.time()
  expect(server.lines).toBe(3)
  expect(said).toEqual([Date.UTC(2026, 10, 24, 8, 15, 0)])
})
