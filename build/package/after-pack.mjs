import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFuses, setFuses } from './fuses.mjs'

/**
 * Called by electron-builder when the folder of the app is complete and not yet signed.
 * @param {{ appOutDir: string, packager: { executableName: string, platform: { nodeName: string } } }} context
 */
export default function afterPack({ appOutDir, packager }) {
  // The starter for `electron <folder>` has no business beside a packaged app.
  rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true })
  // The name of the executable is the builder's decision; Windows adds its suffix.
  const suffix = packager.platform.nodeName === 'win32' ? '.exe' : ''
  const file = join(appOutDir, `${packager.executableName}${suffix}`)
  // The whole file is read and written: the wire stands somewhere in the middle of it.
  const executable = readFileSync(file)
  // Each fuse as the table says; an unknown one stops the packaging here.
  setFuses(executable)
  writeFileSync(file, executable)
  // Read back from the disk, so that the log of the packaging shows what really ships.
  for (const [name, state] of Object.entries(readFuses(readFileSync(file)))) console.log(`  fuse ${name}: ${state}`)
}
