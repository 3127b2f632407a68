import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { clipboard, dialog, type BrowserWindow } from 'electron'
import { failure } from '../../domain/failures/index.ts'
import { ok, refuse, type Result } from '../../domain/result.ts'
import { systemCode, writeWhole } from './write-whole.ts'

/** A file that the clerk chose, already read: no path leaves this module. */
export interface PickedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Largest file that is read into memory at all; the services have smaller limits of their own. */
const largest = 64 * 1024 * 1024

/** Asks for one file and reads it; `null` when the dialog was closed. */
async function pickFile(
  window: BrowserWindow,
  title: string,
  filters: Electron.FileFilter[],
): Promise<Result<PickedFile | null>> {
  const { filePaths } = await dialog.showOpenDialog(window, { title, filters, properties: ['openFile'] })
  const [path] = filePaths
  if (path === undefined) return ok(null)
  const name = basename(path)
  try {
    const { size } = await stat(path)
    const megabytes = Math.ceil(size / 1024 / 1024)
    if (size > largest)
      return refuse(failure('app.fileTooLarge', { name, size: megabytes, limit: largest / 1024 / 1024 }))
    return ok({ name, bytes: await readFile(path) })
  } catch (cause) {
    return refuse(failure('app.fileUnreadable', { name, detail: systemCode(cause) }))
  }
}

/** Asks where to save; the file appears there whole or not at all. Answers `false` when the dialog was closed. */
async function saveFile(window: BrowserWindow, name: string, bytes: Uint8Array): Promise<Result<boolean>> {
  const { filePath, canceled } = await dialog.showSaveDialog(window, { title: '保存', defaultPath: name })
  return canceled || filePath === '' ? ok(false) : writeWhole(filePath, (sink) => sink(bytes))
}

/** The dialogs as services see them. */
export interface Dialogs {
  readonly pickPdf: () => Promise<Result<PickedFile | null>>
  readonly pickMessage: () => Promise<Result<PickedFile | null>>
  readonly pickPaper: () => Promise<Result<PickedFile | null>>
  readonly pickSheet: () => Promise<Result<PickedFile | null>>
  /** A folder that main works with; its path stays in main. */
  readonly pickFolder: () => Promise<string | undefined>
  readonly pickTariff: () => Promise<Result<PickedFile | null>>
  readonly saveFile: (name: string, bytes: Uint8Array) => Promise<Result<boolean>>
  /** Puts a text of the program's own on the clipboard; the page itself has no right to it. */
  readonly copyText: (text: string) => void
}

/** Dialogs over the one window. */
export const createDialogs = (window: BrowserWindow): Dialogs => ({
  pickPdf: () => pickFile(window, '选择随附单据', [{ name: 'PDF 文件', extensions: ['pdf'] }]),
  pickMessage: () => pickFile(window, '选择报关单报文', [{ name: '报文', extensions: ['xml', 'zip'] }]),
  pickPaper: () => pickFile(window, '选择材料', [{ name: 'PDF 或图片', extensions: ['pdf', 'jpg', 'jpeg', 'png'] }]),
  pickSheet: () =>
    pickFile(window, '选择客户的表格', [
      { name: '表格', extensions: ['xlsx', 'xls', 'csv', 'xlsm'] },
      { name: '所有文件', extensions: ['*'] },
    ]),
  pickFolder: async () => {
    const title = '选择导入客户端“货物申报”业务的文件夹'
    return (await dialog.showOpenDialog(window, { title, properties: ['openDirectory'] })).filePaths[0]
  },
  pickTariff: () => pickFile(window, '选择税则表格', [{ name: '表格', extensions: ['xlsx', 'xls', 'csv', 'txt'] }]),
  saveFile: (name, bytes) => saveFile(window, name, bytes),
  copyText: (text) => void clipboard.writeText(text),
})
