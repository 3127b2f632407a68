/**
 * What `electron <folder>` runs first: takes the folder from the command line and starts the app in it.
 *
 * The released Electron carries such a starter in `resources/default_app.asar`; the fallback package does not, so
 * set-up puts this one there. It keeps to the released one in what our tools use: `-r` modules, the first argument that
 * is no switch, the app's name and version from its package.json, and waiting with 'ready' until the app is loaded.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)

/** @param {string[]} words @returns {{ modules: string[], folder: string | undefined }} */
function readCommandLine(words) {
  const modules = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === '-r' || word === '--require') modules.push(words[++at])
    else if (!word.startsWith('-')) return { modules, folder: word }
  }
  return { modules, folder: undefined }
}

const { modules, folder } = readCommandLine(process.argv.slice(1))
if (folder === undefined) {
  console.error('Name the folder of the app: electron <folder>')
  app.exit(2)
} else {
  for (const module of modules) require(resolve(module))
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  const path = resolve(folder)
  const described = join(path, 'package.json')
  if (existsSync(described)) {
    const about = JSON.parse(readFileSync(described, 'utf8'))
    if (about.version) app.setVersion(about.version)
    app.name = about.productName ?? about.name ?? app.name
    app.setDesktopName(about.desktopName ?? `${app.name}.desktop`)
    app.setAppPath(path)
  }
  // A failure here ends the process with the error on the console, as it does in the released starter.
  await import(pathToFileURL(require.resolve(path)).href)
}
