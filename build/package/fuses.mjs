/**
 * Electron's fuses: switches in the executable itself, which nobody can turn by environment or command line.
 *
 * The wire stands in the executable behind a fixed mark: version, number of fuses, then one character a fuse, '0' off,
 * '1' on, 'r' removed from this Electron (electronjs.org/docs/latest/tutorial/fuses). Written here rather than with the
 * ready-made tool because the two runtimes have wires of different length, and a fuse that this table does not name
 * must stop the packaging: somebody has to decide about it.
 */

const mark = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
const wireVersion = 1
const [off, on, removed] = ['0', '1', 'r'].map((text) => text.charCodeAt(0))

/** In the order of the wire. */
export const fuses = [
  // `ELECTRON_RUN_AS_NODE=1 declarant-desk x.js` would run anything under the name of this app.
  { name: 'RunAsNode', on: false },
  // Cookies, should one ever be kept, are not readable on the disk.
  { name: 'EnableCookieEncryption', on: true },
  // `NODE_OPTIONS=--require x.js` would load foreign code before ours.
  { name: 'EnableNodeOptionsEnvironmentVariable', on: false },
  // `--inspect` would open a debugger on the main process, PIN and all.
  { name: 'EnableNodeCliInspectArguments', on: false },
  // A changed app.asar is refused (Windows and macOS; Linux ignores it).
  { name: 'EnableEmbeddedAsarIntegrityValidation', on: true },
  // Without it a folder `resources/app` beside the archive would be started instead of the archive.
  { name: 'OnlyLoadAppFromAsar', on: true },
  // The app ships no V8 snapshot of its own.
  { name: 'LoadBrowserProcessSpecificV8Snapshot', on: false },
  // Pages come through app://; file: keeps no rights beyond a browser's.
  { name: 'GrantFileProtocolExtraPrivileges', on: false },
  // Bounds of WebAssembly memory by the processor: the XML parser is WebAssembly. New in 2026, so missing from older wires.
  { name: 'WasmTrapHandlers', on: true },
]

/** Where the wire's characters begin, and how many there are. Throws when there is none or it is not the known sort. */
function findWire(executable) {
  const at = executable.indexOf(mark)
  if (at === -1) throw new Error('no fuse wire in the executable')
  if (executable.indexOf(mark, at + 1) !== -1) throw new Error('more than one fuse wire: a universal binary?')
  const [version, length] = executable.subarray(at + mark.length)
  if (version !== wireVersion) throw new Error(`fuse wire of unknown version ${version}`)
  if (length > fuses.length)
    throw new Error(`the wire has ${length} fuses, ${fuses.length} are decided: add the new ones`)
  return { start: at + mark.length + 2, length }
}

/**
 * Sets every fuse of the wire as the table says, in place.
 * @param {Buffer} executable content of the file
 */
export function setFuses(executable) {
  const { start, length } = findWire(executable)
  for (let at = 0; at < length; at++) {
    if (executable[start + at] !== removed) executable[start + at] = fuses[at].on ? on : off
  }
}

/**
 * @param {Buffer} executable content of the file
 * @returns {Record<string, boolean | 'removed'>} the fuses as they stand
 */
export function readFuses(executable) {
  const { start, length } = findWire(executable)
  const state = (byte) => (byte === removed ? 'removed' : byte === on)
  return Object.fromEntries(fuses.slice(0, length).map(({ name }, at) => [name, state(executable[start + at])]))
}
