import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { askBeforeSending } from '../../../../electron/store/ask-before-sending.ts'
import { importDeclaration } from '../../../fixtures/declarations.ts'
import { filingDesk, memoryStore } from '../../../support/filing-desk.ts'
import { HandTimers } from '../../../support/hand-timers.ts'
import { LossyLine } from '../../../support/lossy-line.ts'

const at = Date.UTC(2026, 10, 10)
const now = (): number => at

function openDesk(db: Database.Database, portal: LossyLine) {
  const timers = new HandTimers()
  return { ...filingDesk({ db, portal, now, timers, random: () => 0.5 }), timers }
}

test('a filing that went out after the copy to which the desk went back is found, and goes on', async () => {
  const line = new LossyLine(now)
  const before = openDesk(memoryStore(), line)
  const id = before.ready(importDeclaration())
  before.queue(id, new TextEncoder().encode('<DecMessage/>'))
  before.filing.submit([id])
  const copy = new Database(before.db.serialize())
  before.outbox.boot()
  await before.outbox.idle()
  expect(line.taken).toHaveLength(1)

  askBeforeSending(copy, at)
  const after = openDesk(copy, line)
  after.outbox.boot()
  await after.outbox.idle()
  expect(line.taken).toHaveLength(1)
  expect(after.outboxRepo.latest(id)?.state).toBe('accepted')
  expect(after.drafts.summary(id)?.state).toBe('saved')
})
