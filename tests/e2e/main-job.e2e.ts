import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { clearDesk, openDesk } from '../support/desk.ts'
import { mainJob, type MainJob } from '../support/main-job.ts'

/** The same steps as `npm run demo`, one test a step; each throws when what a clerk should see is not there. */
describe('a declaration goes from the spreadsheet to the release without a mouse', () => {
  let job: MainJob

  beforeAll(async () => {
    job = { desk: await openDesk(), out: mkdtempSync(join(tmpdir(), 'desk-job-')) }
  })
  afterAll(async () => {
    await job.desk.close()
    clearDesk(job.desk.folder)
    rmSync(job.out, { recursive: true, force: true })
  })

  test.each(mainJob.map((step) => [step.name, step] as const))('%s', (_name, step) => step.run(job))
})
