import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPortal } from './portal/start-portal.ts'

/**
 * Runs the practice portal by itself: `npm run sandbox -- [folder]`. Without a folder it practises in a new temporary
 * one. Prints where it listens and its token; Ctrl+C ends it.
 */
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'practice-'))
const portal = await startPortal({ folder })
process.stdout.write(`演练站点 ${portal.address}\n令牌 ${portal.token}\n文件夹 ${folder}\n`)
process.once('SIGINT', () => void portal.close().then(() => process.exit()))
