import { boxes as allBoxes, temporary } from '../../../domain/portal/exchange-names.ts'
import type { Failure } from '../../../domain/result.ts'
import { asleepAfter, Boxes } from './boxes.ts'
import type { Disk } from './disk.ts'
import { folderFailure } from './folder-failure.ts'

/** One step of the check as it is listed. */
export interface FolderStep {
  readonly name: string
  readonly ok: boolean
  readonly text: string
}

const sentence = ({ why, todo }: Failure): string => `${why}。${todo}`
const minutes = (milliseconds: number): number => Math.max(1, Math.floor(milliseconds / 60_000))

/** Can a file be written here and taken away again? The client never looks at the name. */
async function tryToWrite(folders: Boxes, box: 'OutBox' | 'InBox', now: number): Promise<Failure | undefined> {
  const file = folders.path(box, `check-${now}${temporary}`)
  try {
    await folders.run((disk) => disk.write(file, new TextEncoder().encode('check')))
    await folders.run((disk) => disk.remove(file))
    return undefined
  } catch (cause) {
    return folderFailure(cause, box)
  }
}

/** Is the client at work? It takes files up within seconds; where nothing waits nobody can say. */
async function aliveness(folders: Boxes, now: number): Promise<FolderStep> {
  const name = '导入客户端'
  const waiting = (await folders.list('OutBox')).filter((entry) => /\.(?:xml|zip)$/i.test(entry.name))
  const oldest = Math.max(0, ...waiting.map(({ changedAt }) => now - changedAt))
  if (oldest >= asleepAfter) {
    const text = `OutBox 里有 ${waiting.length} 个报文，最早的已 ${minutes(oldest)} 分钟没有被取走：请打开客户端、登录、启动任务、插好卡`
    return { name, ok: false, text }
  }
  if (waiting.length > 0) return { name, ok: true, text: `OutBox 里有 ${waiting.length} 个报文，正等客户端取走` }
  const traces = [...(await folders.list('SentBox')), ...(await folders.list('InBox'))]
  const last = Math.max(0, ...traces.map(({ changedAt }) => changedAt))
  if (last === 0) return { name, ok: true, text: 'OutBox 是空的；还没有见到客户端的活动，发出第一票后再看' }
  return { name, ok: true, text: `OutBox 没有积压，客户端最近的活动在 ${minutes(Math.max(0, now - last))} 分钟前` }
}

/** Checks the folders of the import client step by step and stops at the first one that fails. */
export async function checkFolders(root: string, disk: Disk, now: number): Promise<FolderStep[]> {
  const folders = new Boxes(root, disk, () => now)
  const steps: FolderStep[] = []
  for (const box of allBoxes) {
    try {
      await folders.list(box)
    } catch (cause) {
      return [...steps, { name: '文件夹', ok: false, text: sentence(folderFailure(cause, box)) }]
    }
  }
  steps.push({ name: '文件夹', ok: true, text: `${allBoxes.join('、')} 都在` })
  for (const box of ['OutBox', 'InBox'] as const) {
    const refused = await tryToWrite(folders, box, now)
    if (refused) return [...steps, { name: '读写', ok: false, text: sentence(refused) }]
  }
  steps.push({ name: '读写', ok: true, text: 'OutBox 和 InBox 可以写入和删除' })
  try {
    return [...steps, await aliveness(folders, now)]
  } catch (cause) {
    return [...steps, { name: '导入客户端', ok: false, text: sentence(folderFailure(cause, 'OutBox')) }]
  }
}
