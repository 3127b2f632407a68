import { open, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { storeFailureOf } from '../store/store-failure.ts'

type Sink = (chunk: Uint8Array) => Promise<void>
/** A place that the clerk chose; what is produced appears there whole or not at all. */
type Target = (produce: (sink: Sink) => Promise<void>) => Promise<Result<boolean>>

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown')

/** Dialogs for files that are too large to be held in memory; no path leaves this module. */
export const bigFiles = (window: BrowserWindow) => ({
  /** Asks where to save; `null` when the dialog was closed. */
  chooseTarget: async (name: string): Promise<Target | null> => {
    const { filePath, canceled } = await dialog.showSaveDialog(window, { title: '保存', defaultPath: name })
    return canceled || filePath === '' ? null : (produce) => writeWhole(filePath, produce)
  },

  /** Asks for an archive; `null` when the dialog was closed. Whoever gets it closes it. */
  chooseArchive: async () => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: '选择导出的数据文件',
      filters: [{ name: '数据文件', extensions: ['zip'] }],
      properties: ['openFile'],
    })
    const [path] = filePaths
    return path === undefined ? ok(null) : openForReading(path)
  },
})

async function writeWhole(path: string, produce: (sink: Sink) => Promise<void>): Promise<Result<boolean>> {
  const partial = join(dirname(path), `.${basename(path)}.part`)
  try {
    const handle = await open(partial, 'w')
    try {
      await produce(async (chunk) => {
        await handle.write(chunk)
      })
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(partial, path)
    return ok(true)
  } catch (cause) {
    await unlink(partial).catch(() => undefined)
    return refuse(storeFailureOf(cause) ?? failure('app.fileUnwritable', { detail: codeOf(cause) }))
  }
}

async function openForReading(path: string) {
  try {
    const { size } = await stat(path)
    const handle = await open(path, 'r')
    const read = async (offset: number, length: number): Promise<Buffer> => {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset)
      return buffer.subarray(0, bytesRead)
    }
    return ok({ size, read, close: () => handle.close() })
  } catch (cause) {
    return refuse(failure('app.fileUnreadable', { name: basename(path), detail: codeOf(cause) }))
  }
}
