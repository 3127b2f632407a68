import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { boxes, temporary, type Box } from '../../domain/portal/exchange-names.ts'
import { limits } from '../../domain/portal/limits.ts'
import { beijingDigits } from '../../domain/message/beijing-time.ts'

/** A message that waits in OutBox. */
export interface Waiting {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** What the client does with its folders, for the simulator; tests put folders of their own behind it. */
export interface ClientFolders {
  /** Messages of OutBox, the oldest first. */
  waiting(): Waiting[]
  /** Moves a message away; the time is put behind its name. */
  move(fileName: string, box: 'SentBox' | 'FailBox', at: number): void
  /** Puts an answer into InBox, whole. */
  answer(fileName: string, content: Uint8Array | string): void
}

/** `name.xml` and a moment → `name_20261127093015123.xml`. */
export const stampedName = (fileName: string, at: number): string =>
  fileName.replace(/(\.[^.]+)$/, `_${beijingDigits(at)}$1`)

/** Real folders, made where they are missing. */
export function openFolders(root: string): ClientFolders {
  const path = (box: Box, ...more: string[]): string => join(root, box, ...more)
  for (const box of boxes) mkdirSync(path(box), { recursive: true })
  const dated = (box: Box, at: number): string => {
    const folder = path(box, beijingDigits(at).slice(0, 8))
    mkdirSync(folder, { recursive: true })
    return folder
  }
  return {
    waiting() {
      const names = readdirSync(path('OutBox')).filter((name) => /\.(?:xml|zip)$/i.test(name))
      const files = names.map((name) => ({ name, facts: lstatSync(path('OutBox', name)) }))
      return files
        .filter(({ facts }) => facts.isFile() && facts.size <= limits.bodyBytes)
        .sort((a, b) => a.facts.mtimeMs - b.facts.mtimeMs)
        .map(({ name }) => ({ fileName: name, bytes: readFileSync(path('OutBox', name)) }))
    },
    move(fileName, box, at) {
      const folder = box === 'SentBox' ? dated(box, at) : path(box)
      renameSync(path('OutBox', fileName), join(folder, stampedName(fileName, at)))
    },
    answer(fileName, content) {
      // The reader takes up every `.xml`: half an answer must never have that name.
      const halfway = path('InBox', `${fileName}${temporary}`)
      writeFileSync(halfway, content, { flush: true })
      let name = fileName
      for (let more = 2; existsSync(path('InBox', name)); more++) name = fileName.replace(/\.xml$/, `${more}.xml`)
      renameSync(halfway, path('InBox', name))
    },
  }
}
