import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { systemCode, writeWhole, type Sink } from './write-whole.ts'

/** A place that the clerk chose; what is produced appears there whole or not at all. */
type Target = (produce: (sink: Sink) => Promise<void>) => Promise<Result<boolean>>

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
    return refuse(failure('app.fileUnreadable', { name: basename(path), detail: systemCode(cause) }))
  }
}
