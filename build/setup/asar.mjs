/**
 * Writes a small asar archive, the form in which Electron takes its starter app.
 *
 * Layout (github.com/electron/asar, "Format"): a pickle with the header's size, a pickle with the header as JSON text,
 * then the files one after the other. A pickle is a 32-bit length followed by that many bytes, padded to four.
 */

/** @param {number} value */
const uint32 = (value) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/**
 * @param {ReadonlyMap<string, Buffer>} files content by plain file name (no folders)
 * @returns {Buffer} the archive
 */
export function packAsar(files) {
  const entries = {}
  let offset = 0
  for (const [name, content] of files) {
    entries[name] = { size: content.length, offset: String(offset) }
    offset += content.length
  }
  const text = Buffer.from(JSON.stringify({ files: entries }))
  const padding = Buffer.alloc((4 - (text.length % 4)) % 4)
  const header = Buffer.concat([uint32(4 + text.length + padding.length), uint32(text.length), text, padding])
  return Buffer.concat([uint32(4), uint32(header.length), header, ...files.values()])
}
