import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPortal } from '../portal/start-portal.ts'
import { startClient } from './start-client.ts'

/**
 * Runs the practice import client by itself: `npm run import-client -- [folder] [practice folder]`. Without a folder it
 * works in a new temporary one. The practice folder holds its authority and cards. Ctrl+C ends it.
 */
const temporary = (): string => mkdtempSync(join(tmpdir(), 'import-client-'))
const [root = temporary(), folder = temporary()] = process.argv.slice(2)
const portal = await startPortal({ folder })
const client = startClient(root, portal)
process.stdout.write(
  `演练导入客户端\n业务文件夹 ${root}\n演练文件夹 ${folder}\n演练站点 ${portal.address}\n令牌 ${portal.token}\n`,
)
process.once('SIGINT', () => {
  client.close()
  void portal.close().then(() => process.exit())
})
