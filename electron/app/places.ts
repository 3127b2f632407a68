import { join } from 'node:path'

/** Folders of one installation. */
export interface Places {
  /** Bundle of the page. */
  readonly page: string
  /** Bundle of main and its helpers. */
  readonly main: string
  readonly preload: string
  /** Everything that the desk keeps. */
  readonly data: string
  readonly log: string
}

/**
 * @param mainFolder folder of the running bundle, `out/app/main`
 * @param data user data folder
 */
export const places = (mainFolder: string, data: string): Places => ({
  page: join(mainFolder, '../renderer'),
  main: mainFolder,
  preload: join(mainFolder, '../preload/preload.cjs'),
  data,
  log: join(data, 'logs', 'desk.log'),
})
