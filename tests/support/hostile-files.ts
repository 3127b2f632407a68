import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const message = '<DecMessage xmlns="http://www.chinaport.gov.cn/dec"><DecHead/></DecMessage>'
/** More than any reader unpacks; a few hundred kilobytes in the file. */
const flood = 210 * 1024 * 1024

/** Files that somebody sends to do harm or that broke on their way, by name. */
const files: Readonly<Record<string, () => Uint8Array>> = {
  'bomb.xlsx': () => zipSync({ '[Content_Types].xml': text('<Types/>'), 'xl/workbook.xml': new Uint8Array(flood) }),
  'bomb.zip': () => zipSync({ 'bomb.xml': new Uint8Array(flood) }),
  'outside.zip': () => zipSync({ '../../outside.xml': text(message) }),
  'entity.xml': () =>
    text(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${message.replace('/>', '>&e;</DecHead>')}`),
  'laughs.xml': () => text(`<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${message}`),
  'page.xlsx': () => text('<html><body>not a spreadsheet</body></html>'),
  'cut.xlsx': () => zipSync({ 'xl/workbook.xml': text('<workbook/>') }).slice(0, 60),
  'cut.zip': () => zipSync({ 'a.xml': text(message) }).slice(0, 40),
  'empty.xml': () => new Uint8Array(),
}

/** Writes a hostile file into a folder. @returns its path */
export function hostileFile(folder: string, name: string): string {
  const make = files[name]
  if (make === undefined) throw new Error(`there is no hostile file ${name}`)
  const path = join(folder, name)
  writeFileSync(path, make())
  return path
}
