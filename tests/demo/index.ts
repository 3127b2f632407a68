import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { appFolder } from '../../build/electron.mjs'
import { clearDesk, openDesk } from '../support/desk.ts'
import { mainJob, type MainJob } from '../support/main-job.ts'
import { preparationJob } from '../support/preparation-job.ts'

// The guided demo: the preparations on an empty portal, then the main job, each step with its time and a numbered screenshot in `out/demo/`.
const out = join(appFolder, 'out/demo')
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const job: MainJob = { desk: await openDesk(), out }
try {
  for (const [index, { name, run }] of [...preparationJob, ...mainJob].entries()) {
    const started = performance.now()
    const number = String(index + 1).padStart(2, '0')
    try {
      await run(job)
    } finally {
      await job.desk.page.screenshot({ path: join(out, `${number}.png`) })
    }
    console.log(`${number} ✓ ${name}　${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  console.log(`完成。截图、报文、回执和 PDF 在 out/demo/ (screenshots, message, receipts and PDF)`)
} catch (cause) {
  console.error('✗', cause)
  process.exitCode = 1
} finally {
  await job.desk.close()
  clearDesk(job.desk.folder)
}
