import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { PortalClient } from '../../../electron/portal/portal-client.ts'
import { PracticeClient } from '../../../electron/portal/practice-client.ts'
import type { Helper } from '../../../electron/process/helper.ts'
import { PracticePortal } from '../../../electron/services/practice-portal.ts'
import { realTimers } from '../../../electron/services/timers.ts'
import { importDeclaration } from '../../fixtures/declarations.ts'
import { buildHelper, type BuiltHelper } from '../../support/fork-helper.ts'
import { filingDesk, memoryStore } from '../../support/filing-desk.ts'
import { signMessage } from '../../support/sign-message.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/until.ts'

let sandbox: BuiltHelper
beforeAll(async () => {
  sandbox = await buildHelper('sandbox/process.ts')
})
afterAll(() => sandbox.remove())

/** The real sandbox process behind its host, and a desk that files with it. */
function openDesk(folder: string) {
  const processes: Helper[] = []
  const events: string[] = []
  const host = new PracticePortal({
    start: (_name, argument) => {
      const helper = sandbox.start(argument)
      processes.push(helper)
      return helper
    },
    folder,
    timers: realTimers,
    random: Math.random,
    log: { info: () => undefined, warn: (event) => events.push(event), error: () => undefined },
    onReady: () => {
      desk.outbox.wake()
      desk.receipts.wake()
    },
  })
  const client = new PortalClient({ target: () => host.target() })
  const desk = filingDesk({ db: memoryStore(), portal: client })
  host.boot()
  desk.outbox.boot()
  desk.receipts.boot()
  onTestFinished(async () => {
    await desk.outbox.shutdown()
    await desk.receipts.shutdown()
    host.shutdown()
  })
  return { ...desk, host, client, practice: new PracticeClient(client), processes, events }
}

test('the sandbox process is killed again and again, and every declaration is filed exactly once', async () => {
  const folder = tempFolder()
  const desk = openDesk(folder)
  expect(desk.host.target()).toMatchObject({ ok: false, error: { code: 'portal.practiceStarting' } })
  await until('portal', () => desk.host.target().ok, 30_000)
  await desk.practice.change({ speed: 0 })
  const ids = Array.from({ length: 6 }, () => {
    const id = desk.ready(importDeclaration())
    desk.queue(id, signMessage(importDeclaration(), { folder, clientSeqNo: desk.drafts.summary(id)?.clientSeqNo }))
    return id
  })
  for (const id of ids) {
    desk.filing.submit([id])
    await until('on its way', () => desk.drafts.summary(id)?.state !== 'queued')
    const before = desk.processes.length
    desk.processes.at(-1)?.kill()
    await until('a new process', () => desk.processes.length > before && desk.host.target().ok, 30_000)
  }
  const closed = () => ids.every((id) => desk.drafts.summary(id)?.state === 'closed')
  await until(() => JSON.stringify(ids.map((id) => desk.timeline.of(id))), closed, 40_000)
  const held = await desk.practice.filings()
  expect(held.ok && held.value.items.map((item) => item.version)).toEqual(ids.map(() => 1))
  expect(desk.events).toContain('practicePortal.died')
})
