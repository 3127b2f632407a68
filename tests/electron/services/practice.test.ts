import { expect, test } from 'vitest'
import { openAuthority } from '../../../sandbox/authority/authority.ts'
import { PracticeClient } from '../../../electron/portal/practice-client.ts'
import { PracticeService } from '../../../electron/services/practice.ts'
import { openPortal } from '../../support/portal-desk.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function openPractice() {
  const folder = tempFolder()
  openAuthority(folder)
  const { client } = await openPortal({ folder })
  const pulled: unknown[] = []
  const portal = new PracticeClient(client)
  return { service: new PracticeService({ portal, card: ({ cardOut }) => pulled.push(cardOut) }), pulled, portal }
}

test('practice starts with releases every few seconds and changes only what is given', async () => {
  const { service } = await openPractice()
  expect(await service.get()).toMatchObject({ ok: true, value: { outcome: 'release', speed: 3, fault: 'none' } })
  expect(await service.set({ outcome: 'refuse', reason: '品名不符' })).toEqual({ ok: true, value: {} })
  expect(await service.get()).toMatchObject({
    ok: true,
    value: { outcome: 'refuse', reason: '品名不符', speed: 3, fault: 'none' },
  })
})

test('one fault is practised at a time, at the card or at the portal', async () => {
  const { service, pulled, portal } = await openPractice()
  await service.set({ fault: 'portal-down' })
  expect(await service.get()).toMatchObject({ value: { fault: 'portal-down' } })
  await service.set({ fault: 'card-out' })
  expect(await service.get()).toMatchObject({ value: { fault: 'card-out' } })
  expect(await portal.settings()).toMatchObject({ value: { fault: 'none' } })
  await service.set({ speed: 1 })
  expect(await service.get()).toMatchObject({ value: { fault: 'card-out', speed: 1 } })
  await service.set({ fault: 'none' })
  expect(await service.get()).toMatchObject({ value: { fault: 'none' } })
  expect(pulled).toEqual([false, true, false])
})

test('on a real site nothing of it is possible', async () => {
  const service = new PracticeService({ card: () => undefined })
  expect(await service.get()).toMatchObject({ ok: false, error: { code: 'portal.notPractice' } })
  expect(await service.set({ fault: 'none' })).toMatchObject({ ok: false, error: { code: 'portal.notPractice' } })
})
