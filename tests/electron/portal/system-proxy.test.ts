import { expect, test } from 'vitest'
import { Connection } from '../../../electron/portal/connection.ts'
import type { ResolveProxy } from '../../../electron/portal/proxy.ts'

/** A question over a line whose proxy the system has to name. */
async function askThrough(resolveProxy: ResolveProxy) {
  const site = { baseAddress: 'https://portal.example', token: '', extraCa: '' } as const
  const waits = { connect: 50, response: 1000, total: 2000 }
  const opened = Connection.open({ ...site, proxy: { kind: 'system', address: '' } }, { waits, resolveProxy })
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.ask({ method: 'POST', path: '/declarations', mostBytes: 1000 })
}

test('a system that cannot say its proxy gives a failure of the line, not one of the program, and nothing was sent', async () => {
  expect(await askThrough(() => Promise.reject(new Error('PAC at http://10.1.2.3/secret')))).toMatchObject({
    kind: 'failed',
    maybeArrived: false,
    failure: { code: 'portal.proxy', detail: 'PAC' },
  })
})

test('a system that never says its proxy is not waited for without an end', async () => {
  expect(await askThrough(() => new Promise(() => undefined))).toMatchObject({
    kind: 'failed',
    maybeArrived: false,
    failure: { code: 'portal.connectTimeout' },
  })
})
